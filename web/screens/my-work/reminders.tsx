import { Suspense } from 'react';
import { later } from '../../routes/later.ts';
import { useRead } from '../../server/queries.ts';
import { ms, nowMs } from '../../ui/time.ts';
import type { Reminder } from './due-reminders.tsx';

/** Comes with the first one that is due. */
const ReminderList = later(() => import('./due-reminders.tsx').then((file) => file.ReminderList));

/** What I wanted to be reminded of, from its moment on; what is still to come waits. */
export function DueReminders() {
  const { data } = useRead<{ items: Reminder[] }>('reminders', { about: ['reminder', 'clock'], query: { limit: 20 } });
  const due = (data?.items ?? []).filter((one) => ms(one.dueAt) <= nowMs());
  if (due.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <ReminderList due={due} />
    </Suspense>
  );
}
