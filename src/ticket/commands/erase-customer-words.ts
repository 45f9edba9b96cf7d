import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { holdsAny, without } from '../../platform/erase-words.ts';
import { removeFiles } from '../../platform/files/remove-file.ts';
import { record } from '../../platform/journal.ts';
import { indexTicket } from '../search.ts';
import type { Ticket } from '../ticket.ts';

/** Who called is a person, whatever his name: no trace of it stays. */
const CALLER = ['caller_name', 'caller_phone'];

/**
 * Takes a customer's name and numbers out of his tickets and everything written on them. That it was done, when and by whom
 * stands in each journal; what happened stays as it was. Answers the tickets; their search entries hold his name no more.
 */
export async function eraseCustomerWords(
  context: Context,
  customerId: Id<'customer'>,
  secrets: readonly string[],
): Promise<Id<'ticket'>[]> {
  const tickets = await context.tx
    .selectFrom('ticket')
    .select('id')
    .where('customer_id', '=', customerId)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  const ids = tickets.map((ticket) => ticket.id);
  if (ids.length === 0) return [];
  const rows = await eraseFromTickets(context, ids, secrets);
  await eraseFromTimeline(context, ids, secrets);
  const erased = { type: 'ticket.customer_erased', data: { customer: customerId } };
  await record(context, ...ids.map((id) => ({ subject: { type: 'ticket' as const, id }, ...erased })));
  for (const row of rows) await indexTicket(context, row);
  return ids;
}

async function eraseFromTickets(
  { tx }: Context,
  ids: readonly string[],
  secrets: readonly string[],
): Promise<Ticket[]> {
  // fields as text: a name inside a value is written as it stands, but for the signs that JSON escapes
  const inJson = secrets.map((secret) => JSON.stringify(secret).slice(1, -1));
  const rows = await sql<Ticket>`
    update ticket set caller_name = null, caller_phone = null, title = ${without('title', secrets)},
      need = ${without('need', secrets)}, outcome = ${without('outcome', secrets)},
      decline_reason = ${without('decline_reason', secrets)}, fields = (${without('fields_text', inJson)})::jsonb
    from (select id as of_id, fields::text as fields_text from ticket where id = any(${ids}::uuid[])) own
    where ticket.id = own.of_id returning ticket.*`.execute(tx);
  return rows.rows;
}

/** That he signed, and when, stays; his name and what he drew do not. */
async function eraseSignatures(context: Context, ids: readonly Id<'ticket'>[]): Promise<void> {
  const drawn = await context.tx
    .selectFrom('approval')
    .select('signature_id')
    .where('ticket_id', 'in', ids)
    .where('signature_id', 'is not', null)
    .execute();
  await context.tx
    .updateTable('approval')
    .set({ signed_by: null, signature_id: null })
    .where('ticket_id', 'in', ids)
    .where('signed_by', 'is not', null)
    .execute();
  await removeFiles(
    context,
    drawn.map((one) => one.signature_id!),
  );
}

async function eraseFromTimeline(
  context: Context,
  ids: readonly Id<'ticket'>[],
  secrets: readonly string[],
): Promise<void> {
  const { tx, now } = context;
  const ruled = ['question', 'decision', 'customer_interest', 'firm_interest'] as const;
  await sql`
    update note set text = ${without('text', secrets)}, erased_at = ${now}
    where ticket_id = any(${ids}::uuid[]) and ${holdsAny(['text'], secrets)}`.execute(tx);
  await sql`
    update urging set words = ${without('words', secrets)}
    where ticket_id = any(${ids}::uuid[]) and ${holdsAny(['words'], secrets)}`.execute(tx);
  await tx.deleteFrom('former_words').where('ticket_id', 'in', ids).where('field', 'in', CALLER).execute();
  await sql`
    update former_words set words = ${without('words', secrets)}
    where ticket_id = any(${ids}::uuid[]) and ${holdsAny(['words'], secrets)}`.execute(tx);
  await eraseSignatures(context, ids);
  await sql`
    update approval set words = ${without('words', secrets)}
    where ticket_id = any(${ids}::uuid[]) and ${holdsAny(['words'], secrets)}`.execute(tx);
  await sql`
    update ruling set ${sql.join(ruled.map((column) => sql`${sql.ref(column)} = ${without(column, secrets)}`))}
    where ticket_id = any(${ids}::uuid[]) and ${holdsAny(ruled, secrets)}`.execute(tx);
  const said = ['reason', 'words'] as const;
  await sql`
    update declined_request set ${sql.join(said.map((column) => sql`${sql.ref(column)} = ${without(column, secrets)}`))}
    where ticket_id = any(${ids}::uuid[]) and ${holdsAny(said, secrets)}`.execute(tx);
}
