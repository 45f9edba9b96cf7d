import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { without } from '../../platform/erase-words.ts';

/** Takes a customer's name and numbers out of the words of what he was promised. */
export async function eraseCustomerFromPromises(
  context: Context,
  ticketIds: readonly Id<'ticket'>[],
  secrets: readonly string[],
): Promise<void> {
  if (ticketIds.length === 0) return;
  await sql`
    update commitment set words = ${without('words', secrets)}
    where ticket_id = any(${ticketIds}::uuid[]) and words is not null`.execute(context.tx);
}
