import { sql } from 'kysely';
import type { Instant } from '../../kernel/time.ts';
import { earlier } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { allowToSee, ticketById } from '../facts.ts';

/** Notes up to which fact somebody has seen a ticket; what he has seen already he cannot unsee. His own affair: not journalled. */
export async function noteSeen(context: Context, id: string, until: Instant): Promise<void> {
  const ticket = await ticketById(context.tx, id);
  await allowToSee(context, ticket);
  const row = { person_id: actingPerson(context), ticket_id: ticket.id, until_at: earlier(until, context.now) };
  await context.tx
    .insertInto('ticket_seen')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['person_id', 'ticket_id'])
        .doUpdateSet({ until_at: row.until_at })
        .where(sql<boolean>`ticket_seen.until_at < excluded.until_at`),
    )
    .execute();
}
