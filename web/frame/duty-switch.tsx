import { Switch } from '@mantine/core';
import { api } from '../api.ts';
import { amendSession, useSession } from '../session.ts';
import { t } from '../words/words.ts';
import { useWrite } from '../writes.ts';
import styles from './duty-switch.module.css';

/** On duty, work may come; off duty, what is open has to be looked after by somebody else. */
export function DutySwitch() {
  const session = useSession();
  const turn = useWrite<boolean>({
    send: (on, options) => api.post('me/duty', { on }, options),
    changes: () => ['session', 'duty'],
    done: (_, on) => amendSession({ onDuty: on }),
  });
  return (
    <Switch
      className={styles['duty']}
      size="sm"
      checked={session.onDuty}
      disabled={turn.busy}
      onChange={(event) => void turn.run(event.currentTarget.checked)}
      label={session.onDuty ? t('frame.on_duty') : t('frame.off_duty')}
      color="green"
    />
  );
}
