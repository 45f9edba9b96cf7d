import { Switch } from '@mantine/core';
import { useState } from 'react';
import { api } from '../server/api.ts';
import { later } from '../routes/later.ts';
import { amendSession, useSession } from '../session/session.ts';
import { t } from '../words/words.ts';
import { useWrite } from '../server/writes.ts';
import { Late } from './arriving.tsx';
import styles from './duty-switch.module.css';

const HandoverDialog = later(() => import('./handover-dialog.tsx').then((file) => file.HandoverDialog));
const CoverDialog = later(() => import('./cover-dialog.tsx').then((file) => file.CoverDialog));

export type Turn = { on: boolean; coverId?: string };

/** On duty, work may come. The last one at a post that is never left empty says who covers before going. */
export function DutySwitch() {
  const { onDuty, posts } = useSession();
  const [asking, setAsking] = useState(false);
  const [handing, setHanding] = useState(false);
  const answered = () => setAsking(false);
  const turn = useWrite<Turn>({
    send: (given, options) => api.post('me/duty', given, options),
    changes: () => ['session', 'duty', 'person'],
    done: (_, { on }) => {
      setAsking(false);
      setHanding(false);
      amendSession({ onDuty: on });
    },
    failed: ({ code }) => {
      setHanding(false);
      if (code === 'duty.post_left_empty') setAsking(true);
      return code === 'duty.post_left_empty' || asking;
    },
  });
  const flip = async (on: boolean) => {
    const atDesk = !on && posts.some((post) => post.role === 'front_desk');
    if (atDesk && (await isOwed())) setHanding(true);
    else void turn.run({ on });
  };
  return (
    <>
      <Switch
        className={styles['duty']}
        size="sm"
        checked={onDuty}
        disabled={turn.busy}
        onChange={(event) => void flip(event.currentTarget.checked)}
        label={onDuty ? t('frame.on_duty') : t('frame.off_duty')}
      />
      <Late opened={handing} close={() => setHanding(false)} title={t('frame.hand_over_first')}>
        <HandoverDialog
          opened={handing}
          close={() => setHanding(false)}
          goAnyway={() => void turn.run({ on: false })}
          busy={turn.busy}
        />
      </Late>
      <Late opened={asking} close={answered} title={t('frame.who_covers')}>
        <CoverDialog opened={asking} close={answered} turn={turn} />
      </Late>
    </>
  );
}

/** Whether he is at a front desk whose shift he has not handed over; where that cannot be told, nobody is held up. */
async function isOwed(): Promise<boolean> {
  const asked = await api.get<{ postId: string | null }>('shift-notes/asked').catch(() => null);
  return asked !== null && asked.postId !== null;
}
