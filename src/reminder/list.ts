import { sql } from 'kysely';
import { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { personOut } from '../organisation/shapes.ts';
import { named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { actingPerson } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import { idOut, momentOrNotYet, momentOut, pageOf } from '../platform/http/shapes.ts';
import { ticketNameOut } from '../ticket/shapes.ts';
import type { remindersQuery } from './inputs.ts';

export const reminderOut = z.object({
  id: idOut('reminder'),
  words: z.string().describe('What is not to be forgotten'),
  dueAt: momentOut.describe('When it says so'),
  doneAt: momentOrNotYet,
  setBy: personOut.describe('Who set it: oneself, or a colleague'),
  ticket: ticketNameOut.nullable().describe('What it is about; null: no ticket'),
});
export const remindersOut = pageOf(reminderOut);

type Row = {
  id: Id<'reminder'>;
  words: string;
  due_at: Instant;
  settled_at: Instant | null;
  set_by_id: string;
  ticket_id: Id<'ticket'> | null;
  number: number | null;
  title: string | null;
};

/**
 * My own reminders, the first due first; nobody reads another's. Found by their owner among open commitments (a partial index);
 * what is done, by what was set about a ticket or lately.
 */
export async function myReminders(
  context: Context,
  query: z.output<typeof remindersQuery>,
): Promise<z.input<typeof remindersOut>> {
  const me = actingPerson(context);
  const after = readMomentAndId(query.after);
  const rows = await sql<Row>`
    select r.id, r.words, c.due_at, c.settled_at, r.set_by_id, r.ticket_id, t.number, t.title
    from commitment c join reminder r on r.id = c.subject_id left join ticket t on t.id = r.ticket_id
    where c.owner_id = ${me} and c.kind = 'reminder'
      and ${query.state === 'open' ? sql`c.settled_at is null` : sql`c.outcome in ('kept', 'late')`}
      ${query.ticket ? sql`and r.ticket_id = ${query.ticket}` : sql``}
      ${after ? sql`and (c.due_at, r.id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
    order by c.due_at, r.id limit ${query.limit + 1}`.execute(context.tx);
  const names = await personNames(context);
  return page(
    rows.rows,
    query.limit,
    (row) => ({
      id: row.id,
      words: row.words,
      dueAt: row.due_at,
      doneAt: row.settled_at,
      setBy: named(names, row.set_by_id),
      ticket: row.ticket_id === null ? null : { id: row.ticket_id, number: row.number ?? 0, title: row.title ?? '' },
    }),
    (row) => cursorOf(row.due_at, row.id),
  );
}
