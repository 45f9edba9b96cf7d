import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { without } from '../../platform/erase-words.ts';

/** Takes a customer's name and numbers out of what became of his suggestions; what became of them stays, for it counts. */
export async function eraseCustomerFromProposals(
  { tx }: Context,
  ticketIds: readonly Id<'ticket'>[],
  secrets: readonly string[],
): Promise<void> {
  if (ticketIds.length === 0) return;
  await sql`
    update proposal_pass set words = ${without('words', secrets)}, answer = ${without('answer', secrets)}
    where ticket_id = any(${ticketIds}::uuid[])`.execute(tx);
  await sql`
    update proposal_plan set words = ${without('words', secrets)}, result = ${without('result', secrets)}
    where ticket_id = any(${ticketIds}::uuid[])`.execute(tx);
}
