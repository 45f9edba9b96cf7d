import { IconArrowBackUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { api } from '../../server/api.ts';
import type { Can } from '../../server/contract.ts';
import type { About } from '../../server/queries.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { AskWhy } from '../../ui/ask-why.tsx';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';

type TakeBackProps = {
  /** What it says: take back, withdraw. */
  act: string;
  path: string;
  changes: About;
  /** Said when it is done. */
  news: string;
  can?: Can;
  action?: string;
  done: () => void;
  /** What will happen. */
  children?: ReactNode;
};

/** Taken back or withdrawn, with its reason. */
export function TakeBack({ act, path, changes, news, done, children, ...verdict }: TakeBackProps) {
  const [asking, ask] = useState(false);
  const write = useWrite<string>({
    send: (because, options) => api.post(path, { because }, options),
    changes: () => changes,
    done: () => {
      say(news);
      done();
    },
  });
  return (
    <>
      <ActionButton {...verdict} label={act} icon={IconArrowBackUp} kind="quiet" onRun={() => ask(true)} />
      <AskWhy
        opened={asking}
        close={() => ask(false)}
        title={act}
        act={act}
        label={t('budget.because')}
        busy={write.busy}
        run={(because) => void write.run(because)}
      >
        {children}
      </AskWhy>
    </>
  );
}
