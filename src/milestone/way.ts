import { sql } from 'kysely';
import { channelsOn } from '../channel/channels.ts';
import { KIND_FACTS } from '../channel/kinds.ts';
import type { Channel } from '../channel/port.ts';
import type { Way } from '../conversation/commands/write-update.ts';
import type { Id } from '../kernel/id.ts';
import type { Context } from '../platform/context.ts';
import type { Ticket } from '../ticket/ticket.ts';

/**
 * In writing, how the customer of a matter is reached: where he wrote about it, by a channel he uses that knows no subjects, else by
 * a new mail. `wanted`: the one sort of channel he wants, or any. Null: no way is known.
 */
export async function wayTo(context: Context, ticket: Ticket, wanted: string): Promise<Way | null> {
  const alive = (await channelsOn(context)).filter(({ kind }) => wanted === 'any' || wanted === kind);
  if (alive.length === 0) return null;
  return (
    (await inThread(context, ticket, alive)) ??
    (await inTalk(context, ticket, alive)) ??
    (await byNewMail(context, ticket, alive))
  );
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

async function inTalk({ tx }: Context, ticket: Ticket, alive: readonly Channel[]): Promise<Way | null> {
  const talks = alive.filter(({ kind }) => !KIND_FACTS[kind].subject);
  if (ticket.customer_id === null || talks.length === 0) return null;
  const found = await tx
    .selectFrom('conversation')
    .select('id')
    .where('customer_id', '=', ticket.customer_id)
    .where('about_id', 'is', null)
    .where('channel_id', 'in', idsOf(talks))
    .where(isOpen('conversation'))
    .orderBy('last_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found ? { conversationId: found.id } : null;
}

/** To an address of his from which nothing came back, out of the mailbox of the centre. */
async function byNewMail({ tx }: Context, ticket: Ticket, alive: readonly Channel[]): Promise<Way | null> {
  const mailboxes = alive.filter(({ kind }) => kind === 'mail');
  const channel = mailboxes.find(({ centre_id }) => centre_id === ticket.centre_id) ?? mailboxes[0];
  if (!channel || ticket.customer_id === null) return null;
  const found = await tx
    .selectFrom('customer_email as e')
    .innerJoin('customer as c', 'c.id', 'e.customer_id')
    .select(['e.address', 'c.name'])
    .where('c.id', '=', ticket.customer_id)
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
    .orderBy('e.address')
    .limit(1)
    .executeTakeFirst();
  if (!found) return null;
  return { channel, correspondent: found.address.toLowerCase(), name: found.name, customerId: ticket.customer_id };
}

/** Not where he has said that he wants nothing more, nor in a chat that is over: nobody looks there. */
const isOpen = (of: 'o' | 'conversation') => sql<boolean>`not exists (select from channel_opt_out w
  where w.channel_id = ${sql.ref(`${of}.channel_id`)} and w.address = ${sql.ref(`${of}.correspondent`)})
  and not exists (select from chat where chat.conversation_id = ${sql.ref(`${of}.id`)} and chat.phase = 'ended')`;

const idsOf = (alive: readonly Channel[]): Id<'channel'>[] => alive.map(({ id }) => id);
