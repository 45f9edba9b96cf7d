import type { z } from 'zod';
import type { remindersOut } from '../../../src/reminder/list.ts';
import { ReminderButtons } from '../../matter/reminder-buttons.tsx';
import { ThingLink } from '../../matter/thing-link.tsx';
import { useRead } from '../../queries.ts';
import { ms, nowMs } from '../../ui/time.ts';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import styles from './reminders.module.css';

type Reminders = z.output<typeof remindersOut>;

/** What I wanted to be reminded of, from its moment on; what is still to come waits. */
export function DueReminders() {
  const { data } = useRead<Reminders>('reminders', { about: ['reminder', 'clock'], query: { limit: 20 } });
  const due = (data?.items ?? []).filter((one) => ms(one.dueAt) <= nowMs());
  if (due.length === 0) return null;
  return (
    <section className={styles['due']} aria-label={t('put_off.due')}>
      {due.map((one) => (
        <div key={one.id} className={styles['one']}>
          <p>
            <strong>{one.words}</strong> <When at={one.dueAt} className="dim" />{' '}
            {one.ticket ? (
              <ThingLink type="ticket" id={one.ticket.id}>
                {one.ticket.number} {one.ticket.title}
              </ThingLink>
            ) : null}
          </p>
          <ReminderButtons id={one.id} about={one.ticket?.id ?? null} />
        </div>
      ))}
    </section>
  );
}
