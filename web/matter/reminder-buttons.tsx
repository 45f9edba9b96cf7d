import { IconCheck } from '@tabler/icons-react';
import { api } from '../server/api.ts';
import type { About } from '../server/queries.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { HOUR, instantOf, nowMs } from '../ui/time.ts';
import { t } from '../words/words.ts';
import { useWrite } from '../server/writes.ts';
import styles from './matter.module.css';

/** Done, or not now. */
export function ReminderButtons({ id, about }: { id: string; about: string | null }) {
  const changes = (): About => ['reminder', ...(about ? [`ticket/${about}` as const] : [])];
  const finish = useWrite<void>({ send: (_, options) => api.post(`reminders/${id}/done`, {}, options), changes });
  const move = useWrite<number>({
    send: (by, options) => api.post(`reminders/${id}/move`, { dueAt: instantOf(nowMs() + by) }, options),
    changes,
  });
  return (
    <div className={styles['buttons']}>
      <ActionButton label={t('put_off.done')} icon={IconCheck} busy={finish.busy} onRun={() => void finish.run()} />
      <ActionButton
        label={t('put_off.in_two_hours')}
        kind="quiet"
        busy={move.busy}
        onRun={() => void move.run(2 * HOUR)}
      />
      <ActionButton
        label={t('put_off.tomorrow')}
        kind="quiet"
        busy={move.busy}
        onRun={() => void move.run(24 * HOUR)}
      />
    </div>
  );
}
