import type { z } from 'zod';
import type { remindersOut } from '../../../src/reminder/list.ts';
import { ReminderButtons } from '../../matter/reminder-buttons.tsx';
import { ThingLink } from '../../matter/thing-link.tsx';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import styles from './reminders.module.css';

export type Reminder = z.output<typeof remindersOut>['items'][number];

/** What I wanted to be reminded of, with what can be done about it. */
export function ReminderList({ due }: { due: readonly Reminder[] }) {
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
