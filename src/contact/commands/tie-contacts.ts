import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';

/** What was said about one ticket feeds another, too; answers those that did not feed it before. */
export async function tieContactsOf(
  context: Context,
  fromId: Id<'ticket'>,
  toId: Id<'ticket'>,
  only?: readonly Id<'contact'>[],
): Promise<Id<'contact'>[]> {
  const tied = await sql<{ contact_id: Id<'contact'> }>`
    insert into contact_ticket (contact_id, ticket_id)
    select contact_id, ${toId}::uuid from contact_ticket
    where ticket_id = ${fromId} ${only ? sql`and contact_id = any(${only}::uuid[])` : sql``}
    on conflict do nothing returning contact_id`.execute(context.tx);
  return tied.rows.map((row) => row.contact_id);
}

/** The other way round: these feed it no more. */
export async function untieContacts(
  context: Context,
  ticketId: Id<'ticket'>,
  contactIds: readonly Id<'contact'>[],
): Promise<void> {
  if (contactIds.length === 0) return;
  await context.tx
    .deleteFrom('contact_ticket')
    .where('ticket_id', '=', ticketId)
    .where('contact_id', 'in', contactIds)
    .execute();
}
