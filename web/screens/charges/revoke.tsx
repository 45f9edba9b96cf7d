import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import type { RunLine } from '../../../src/charge/view-runs.ts';
import { api } from '../../server/api.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { AskWhy } from '../../ui/ask-why.tsx';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import { LEDGER } from './charge-words.ts';

/** A whole run is taken back, with its reason. */
export function Revoke({ run }: { run: Pick<RunLine, 'id' | 'can'> }) {
  const [asking, ask] = useState(false);
  const write = useWrite<string, unknown>({
    send: (reason, options) => api.post(`charge-runs/${run.id}/revoke`, { reason }, options),
    changes: () => [...LEDGER],
    done: () => {
      say(t('charges.revoked'));
      ask(false);
    },
  });
  return (
    <>
      <ActionButton
        label={t('charges.revoke')}
        icon={IconArrowBackUp}
        kind="quiet"
        can={run.can}
        action="revoke"
        onRun={() => ask(true)}
      />
      <AskWhy
        opened={asking}
        close={() => ask(false)}
        title={t('charges.revoke')}
        act={t('charges.revoke')}
        label={t('charges.why')}
        danger
        busy={write.busy}
        run={(why) => void write.run(why)}
      >
        <p>{t('charges.revoke_why')}</p>
      </AskWhy>
    </>
  );
}
