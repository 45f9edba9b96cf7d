import { Switch } from '@mantine/core';
import { useState } from 'react';
import { api } from '../api.ts';
import { later } from '../later.ts';
import { amendSession, useSession } from '../session.ts';
import { t } from '../words/words.ts';
import { useWrite } from '../writes.ts';
import { Late } from './arriving.tsx';
import styles from './duty-switch.module.css';

const CoverDialog = later(() => import('./cover-dialog.tsx').then((file) => file.CoverDialog));

export type Turn = { on: boolean; coverId?: string };

/** On duty, work may come. The last one at a post that is never left empty says who covers before going. */
export function DutySwitch() {
  const { onDuty } = useSession();
  const [asking, setAsking] = useState(false);
  const answered = () => setAsking(false);
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
      <Late opened={asking} close={answered} title={t('frame.who_covers')}>
        <CoverDialog opened={asking} close={answered} turn={turn} />
      </Late>
    </>
  );
}
