import { Switch } from '@mantine/core';
import { useState } from 'react';
import { api } from '../api.ts';
import { amendSession, useSession } from '../session.ts';
import { Dialog } from '../ui/dialog.tsx';
import { t } from '../words/words.ts';
import { useWrite } from '../writes.ts';
import { CoverForm } from './cover-form.tsx';
import styles from './duty-switch.module.css';

export type Turn = { on: boolean; coverId?: string };

/** On duty, work may come. The last one at a post that is never left empty says who covers before going. */
export function DutySwitch() {
  const { onDuty } = useSession();
  const [asking, setAsking] = useState(false);
  const turn = useWrite<Turn>({
    send: (given, options) => api.post('me/duty', given, options),
    changes: () => ['session', 'duty', 'person'],
    done: (_, { on }) => {
      setAsking(false);
      amendSession({ onDuty: on });
    },
    failed: ({ code }) => {
      if (code === 'duty.post_left_empty') setAsking(true);
      return code === 'duty.post_left_empty' || asking;
    },
  });
  return (
    <>
      <Switch
        className={styles['duty']}
        size="sm"
        checked={onDuty}
        disabled={turn.busy}
        onChange={(event) => void turn.run({ on: event.currentTarget.checked })}
        label={onDuty ? t('frame.on_duty') : t('frame.off_duty')}
      />
      <Dialog opened={asking} close={() => setAsking(false)} title={t('frame.who_covers')}>
        <CoverForm turn={turn} />
      </Dialog>
    </>
  );
}
