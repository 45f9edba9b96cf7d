import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { without } from '../../platform/erase-words.ts';

/** Takes a customer's name and numbers out of his return visits; how satisfied he was stays, for it counts. */
export async function eraseCustomerFromVisits(
  context: Context,
  ticketIds: readonly Id<'ticket'>[],
  secrets: readonly string[],
): Promise<void> {
  if (ticketIds.length === 0) return;
  await sql`
    update return_visit set reached_whom = null, opinion = ${without('opinion', secrets)}, criticism = ${without('criticism', secrets)},
      adopted_proposals = ${without('adopted_proposals', secrets)}, fault = ${without('fault', secrets)},
      result_told_by_head = ${without('result_told_by_head', secrets)}
    where ticket_id = any(${ticketIds}::uuid[])`.execute(context.tx);
  await sql`
    update return_visit_attempt set note = ${without('note', secrets)}
    where visit_id in (select id from return_visit where ticket_id = any(${ticketIds}::uuid[]))`.execute(context.tx);
}
