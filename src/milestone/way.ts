import type { Expression, SqlBool } from 'kysely';
import { sql } from 'kysely';
import { channelsOn, nearestOf } from '../channel/channels.ts';
import { KIND_FACTS } from '../channel/kinds.ts';
import type { Channel } from '../channel/port.ts';
import type { Way } from '../conversation/commands/write-update.ts';
import type { Id } from '../kernel/id.ts';
import type { Context } from '../platform/context.ts';
import type { Ticket } from '../ticket/ticket.ts';

/** Whom it is about, and whose mailbox is taken where one has to be chosen. */
type Whom = Pick<Ticket, 'customer_id' | 'centre_id'>;

/**
 * In writing, how the customer of a matter is reached: where he wrote about it, else as he is reached about anything. `wanted`: the one
 * sort of channel he wants, or any. Null: no way is known.
 */
export async function wayTo(context: Context, ticket: Ticket, wanted: string): Promise<Way | null> {
  const alive = await aliveFor(context, wanted);
  if (alive.length === 0) return null;
  return (await inThread(context, ticket, alive)) ?? (await reached(context, ticket, alive));
}

/** The same where it is about no matter. */
export async function wayToCustomer(context: Context, whom: Whom, wanted: string): Promise<Way | null> {
  const alive = await aliveFor(context, wanted);
  return alive.length === 0 ? null : ((await reached(context, whom, alive)) ?? byNewText(context, whom, alive));
}

/** By a channel he uses that knows no subjects, else by a new mail. */
async function reached(context: Context, whom: Whom, alive: readonly Channel[]): Promise<Way | null> {
  return (await inTalk(context, whom, alive)) ?? byNewMail(context, whom, alive);
}

async function aliveFor(context: Context, wanted: string): Promise<Channel[]> {
  return (await channelsOn(context)).filter(({ kind }) => wanted === 'any' || wanted === kind);
}

async function inThread({ tx }: Context, { id }: Ticket, alive: readonly Channel[]): Promise<Way | null> {
  const found = await tx
    .selectFrom('conversation as o')
    .innerJoin('message as m', 'm.conversation_id', 'o.id')
    .innerJoin('message_ticket as x', 'x.message_id', 'm.id')
    .select('o.id')
    .where('x.ticket_id', '=', id)
    // whoever was asked aside about it is no customer, and in a group others read along
    .where('o.about_id', 'is', null)
    .where('o.group_sort', 'is', null)
    .where('o.channel_id', 'in', idsOf(alive))
    .where(isOpen('o'))
    .orderBy('o.last_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found ? { conversationId: found.id } : null;
}

async function inTalk({ tx }: Context, whom: Whom, alive: readonly Channel[]): Promise<Way | null> {
  const talks = alive.filter(({ kind }) => !KIND_FACTS[kind].subject);
  if (whom.customer_id === null || talks.length === 0) return null;
  const found = await tx
    .selectFrom('conversation')
    .select('id')
    .where('customer_id', '=', whom.customer_id)
    .where('about_id', 'is', null)
    .where('channel_id', 'in', idsOf(talks))
    .where(isOpen('conversation'))
    .orderBy('last_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found ? { conversationId: found.id } : null;
}

/** To an address of his from which nothing came back, out of the mailbox of the centre. */
async function byNewMail({ tx }: Context, whom: Whom, alive: readonly Channel[]): Promise<Way | null> {
  const channel = nearestOf(alive, 'mail', whom.centre_id);
  if (!channel || whom.customer_id === null) return null;
  const found = await tx
    .selectFrom('customer_email as e')
    .innerJoin('customer as c', 'c.id', 'e.customer_id')
    .select(['e.address', 'c.name'])
    .where('c.id', '=', whom.customer_id)
    .where('c.erased_at', 'is', null)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('address_fault as f')
            .select('f.address')
            .whereRef('f.address', '=', e.fn('lower', ['e.address'])),
        ),
      ),
    )
    .where((e) => e.not(hasOptedOut(channel, e.fn('lower', ['e.address']))))
    .orderBy('e.address')
    .limit(1)
    .executeTakeFirst();
  if (!found) return null;
  return { channel, correspondent: found.address.toLowerCase(), name: found.name, customerId: whom.customer_id };
}

/** To a number of his, where he has not said that he wants no more. */
async function byNewText({ tx }: Context, whom: Whom, alive: readonly Channel[]): Promise<Way | null> {
  const { customer_id } = whom;
  const channel = nearestOf(alive, 'sms', whom.centre_id);
  if (!channel || customer_id === null) return null;
  const found = await tx
    .selectFrom('customer_phone as f')
    .innerJoin('customer as c', 'c.id', 'f.customer_id')
    .select(['f.digits', 'c.name'])
    .where('c.id', '=', customer_id)
    .where('c.erased_at', 'is', null)
    .where((e) => e.not(hasOptedOut(channel, e.ref('f.digits'))))
    .orderBy('f.first', 'desc')
    .orderBy('f.digits')
    .limit(1)
    .executeTakeFirst();
  if (!found) return null;
  const { digits, name } = found;
  return { channel, correspondent: digits, name, customerId: customer_id, thread: digits };
}

const hasOptedOut = ({ id }: Channel, address: Expression<string>) => sql<SqlBool>`exists (select from channel_opt_out w
  where w.channel_id = ${id} and w.address = ${address})`;

/** Not where he has said that he wants nothing more, nor in a chat that is over: nobody looks there. */
const isOpen = (of: 'o' | 'conversation') => sql<boolean>`not exists (select from channel_opt_out w
  where w.channel_id = ${sql.ref(`${of}.channel_id`)} and w.address = ${sql.ref(`${of}.correspondent`)})
  and not exists (select from chat where chat.conversation_id = ${sql.ref(`${of}.id`)} and chat.phase = 'ended')`;

const idsOf = (alive: readonly Channel[]): Id<'channel'>[] => alive.map(({ id }) => id);
