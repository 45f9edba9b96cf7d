import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { ERASED } from '../../platform/erase-words.ts';
import type { Gone, Old } from '../../platform/held.ts';
import { goneOf, notHeld } from '../../platform/held.ts';
import { indexTicket } from '../search.ts';
import type { Ticket } from '../ticket.ts';

/** Closed tickets that still say something, oldest first; by `ticket_closed`, from where the last run ended. */
export function oldTickets({ before, after, most }: Old, now: Instant): RawBuilder<{ id: Id<'ticket'>; at: Instant }> {
  return sql`select t.id, t.closed_at as at from ticket t
    where t.closed_at < ${before} ${after ? sql`and t.closed_at >= ${after}` : sql``} and t.title <> ${ERASED}
      and ${notHeld(['t.id', 't.customer_id'], now)}
    order by t.closed_at limit ${most}`;
}

/**
 * Takes out what was said in closed tickets: what was needed, what came of it, who called, notes and answers. Kind, place, times,
 * verdicts and how satisfied somebody was stay: figures are made of them.
 */
export async function forgetOldTexts(context: Context, old: Old): Promise<Gone> {
  const { tx, now } = context;
  const { rows } = await oldTickets(old, now).execute(tx);
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return goneOf([]);
  const blanked = await sql<Ticket>`
    update ticket set title = ${ERASED}, need = '', outcome = null, decline_reason = null, caller_name = null,
      caller_phone = null, fields = '{}'::jsonb
    where id = any(${ids}::uuid[]) returning *`.execute(tx);
  await sql`update note set text = ${ERASED}, erased_at = ${now} where ticket_id = any(${ids}::uuid[])`.execute(tx);
  await sql`update urging set words = ${ERASED} where ticket_id = any(${ids}::uuid[])`.execute(tx);
  await tx.deleteFrom('former_words').where('ticket_id', 'in', ids).execute();
  await sql`
    update ruling set question = ${ERASED}, decision = case when decision is null then null else ${ERASED} end,
      customer_interest = null, firm_interest = null
    where ticket_id = any(${ids}::uuid[])`.execute(tx);
  await sql`
    update declined_request set reason = ${ERASED}, words = case when words is null then null else ${ERASED} end
    where ticket_id = any(${ids}::uuid[])`.execute(tx);
  for (const row of blanked.rows) await indexTicket(context, row);
  return goneOf(rows.map(({ at }) => at));
}
