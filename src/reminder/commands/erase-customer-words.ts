import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { without } from '../../platform/erase-words.ts';

/** Takes a customer's name and numbers out of what somebody wanted to be reminded of. */
export async function eraseCustomerFromReminders(
  context: Context,
  ticketIds: readonly Id<'ticket'>[],
  secrets: readonly string[],
): Promise<void> {
  if (ticketIds.length === 0) return;
  await sql`
    update reminder set words = ${without('words', secrets)} where ticket_id = any(${ticketIds}::uuid[])`.execute(
    context.tx,
  );
}
