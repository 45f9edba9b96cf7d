import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Context } from '../platform/context.ts';
import type { Conversation } from './conversation.ts';
import type { GroupMemberTable } from './table.ts';
import type { ConversationView } from './view.ts';

type Row = Omit<GroupMemberTable, 'conversation_id'> & { customer_id: Id<'customer'> | null; customer_name: string };

/** Who is in a group, and who of them is known; those who left come last. */
export async function membersOf(
  { tx }: Context,
  { id: conversationId, channel_id }: Conversation,
): Promise<ConversationView['members']> {
  const { rows } = await sql<Row>`
    select g.id, g.address, g.name, g.sort, g.left_at, customer.id as customer_id, customer.name as customer_name
    from group_member g
    left join channel_binding b on b.channel_id = ${channel_id} and b.address = g.address
    left join customer on customer.id = b.customer_id
    where g.conversation_id = ${conversationId} order by g.left_at nulls first, g.sort, g.name, g.id`.execute(tx);
  return rows.map(({ id, address, name, sort, left_at: leftAt, customer_id, customer_name }) => {
    const customer = customer_id === null ? null : { id: customer_id, name: customer_name };
    return { id, address, name, sort, leftAt, customer };
  });
}

/** The unit whose code whoever writes has scanned. */
export async function scannedPlace(
  { tx }: Context,
  { channel_id, correspondent }: Conversation,
): Promise<ConversationView['place']> {
  const place = await tx
    .selectFrom('channel_binding')
    .innerJoin('place', 'place.id', 'channel_binding.place_id')
    .select(['place.id', 'place.code', 'place.name'])
    .where('channel_id', '=', channel_id)
    .where('address', '=', correspondent)
    .executeTakeFirst();
  return place ?? null;
}
