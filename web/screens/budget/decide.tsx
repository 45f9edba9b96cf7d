import { IconArrowBackUp, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../../server/api.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { AskWhy } from '../../ui/ask-why.tsx';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import styles from './budget.module.css';

type DecideProps = {
  path: string;
  body: (approved: boolean) => object;
  yes?: string;
  /** What the other button says: send back, refuse. */
  no: string;
  done?: () => void;
};

/** Approved with one press; the other way only with its reason. */
export function Decide({ path, body, yes = t('budget.approve'), no, done }: DecideProps) {
  const [asking, ask] = useState(false);
  const write = useWrite<{ approved: boolean; because: string }>({
    send: ({ approved, because }, options) => api.post(path, { ...body(approved), because }, options),
    changes: () => ['budget', 'expense', 'accounts', 'material_plan', 'commitment', 'notification'],
    done: (_answer, { approved }) => {
      ask(false);
      say(approved ? t('budget.approved_done') : t('budget.sent_back_done'));
      done?.();
    },
  });
  return (
    <div className={styles['acts']}>
      <ActionButton
        label={yes}
        icon={IconCheck}
        kind="primary"
        busy={write.busy && !asking}
        onRun={() => void write.run({ approved: true, because: '' })}
      />
      <ActionButton label={no} icon={IconArrowBackUp} onRun={() => ask(true)} />
      <AskWhy
        opened={asking}
        close={() => ask(false)}
        title={no}
        act={no}
        label={t('budget.because')}
        busy={write.busy}
        run={(because) => void write.run({ approved: false, because })}
      />
    </div>
  );
}
