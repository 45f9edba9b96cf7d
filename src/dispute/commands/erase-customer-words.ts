import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { ERASED, holdsAny, without } from '../../platform/erase-words.ts';
import { record } from '../../platform/journal.ts';

/** What a household said in disputes goes with it; from what others said and agreed, its name and numbers go. */
export async function eraseCustomerFromDisputes(
  context: Context,
  customerId: Id<'customer'>,
  secrets: readonly string[],
): Promise<void> {
  const { tx, now } = context;
  const own = await tx.selectFrom('dispute_party').select('ticket_id').where('customer_id', '=', customerId).execute();
  const ids = [...new Set(own.map((row) => row.ticket_id))];
  if (ids.length === 0) return;
  await sql`
    update dispute_statement set text = ${ERASED}, erased_at = ${now} where party_id in
      (select id from dispute_party where customer_id = ${customerId})`.execute(tx);
  await sql`
    update dispute_statement set text = ${without('text', secrets)}
    where ticket_id = any(${ids}::uuid[]) and ${holdsAny(['text'], secrets)}`.execute(tx);
  await sql`
    update dispute_attempt set others = ${without('others', secrets)}, proposed = ${without('proposed', secrets)},
      words = ${without('words', secrets)} where ticket_id = any(${ids}::uuid[])`.execute(tx);
  await sql`
    update dispute_outcome set terms = ${without('terms', secrets)}, check_words = ${without('check_words', secrets)}
    where ticket_id = any(${ids}::uuid[])`.execute(tx);
  const erased = { type: 'ticket.customer_erased', data: { customer: customerId } };
  await record(context, ...ids.map((id) => ({ subject: { type: 'ticket' as const, id }, ...erased })));
}
