import { sql } from 'kysely';
import type { z } from 'zod';
import type { Instant } from '../kernel/time.ts';
import { instant } from '../kernel/time.ts';
import type { Context } from '../platform/context.ts';
import { actingPerson } from '../platform/context.ts';
import { snoozeState } from '../reminder/reminder.ts';
import { allow } from './facts.ts';
import type { Ticket } from './ticket.ts';
import type { ticketOut } from './view.ts';

type Mine = z.input<typeof ticketOut>['mine'];
type Row = {
  sight: boolean;
  told: boolean;
  snoozed: { until_at: Instant | null; until_answered: boolean; woken_at: Instant | null } | null;
  late_at: Instant | null;
  seen_until: Instant | null;
  reminders: Mine['reminders'];
};

/**
 * Lets whoever keeps the ticket in sight look, as `allowToSee` does, and reads with the same statement what is this person's
 * own about it: watching, put off, seen, to be reminded.
 */
export async function seeAndMine(context: Context, ticket: Ticket): Promise<Mine> {
  const me = actingPerson(context);
  const found = await sql<Row>`
    select s.person_id is not null as sight, coalesce(s.told, false) as told,
      (select jsonb_build_object('until_at', z.until_at, 'until_answered', z.until_answered, 'woken_at', z.woken_at)
        from snooze z where z.person_id = ${me} and z.ticket_id = ${ticket.id}) as snoozed,
      (select min(c.due_at) from commitment c where c.ticket_id = ${ticket.id} and c.settled_at is null) as late_at,
      (select k.until_at from ticket_seen k where k.person_id = ${me} and k.ticket_id = ${ticket.id}) as seen_until,
      (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'words', r.words, 'dueAt', c.due_at) order by c.due_at), '[]')
        from reminder r join commitment c on c.subject_id = r.id and c.owner_id = ${me} and c.settled_at is null
        where r.ticket_id = ${ticket.id}) as reminders
    from (select 1) one left join ticket_sight s on s.ticket_id = ${ticket.id} and s.person_id = ${me}`.execute(
    context.tx,
  );
  const { sight, told, snoozed, late_at, seen_until: seenUntil, reminders } = found.rows[0]!;
  if (!sight) await allow(context, 'ticket.see', ticket);
  return {
    watching: told,
    seenUntil,
    snooze: snoozed && {
      until: moment(snoozed.until_at),
      untilAnswered: snoozed.until_answered,
      state: snoozeState(
        { until_at: moment(snoozed.until_at), woken_at: moment(snoozed.woken_at) },
        context.now,
        late_at,
      ),
    },
    reminders: reminders.map((one) => ({ ...one, dueAt: moment(one.dueAt)! })),
  };
}

/** PostgreSQL writes moments inside JSON in its own way. */
const moment = (text: string | null): Instant | null => (text === null ? null : instant(text));
