import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { NotFound, refusal } from '../kernel/refusal.ts';
import { can } from '../organisation/can.ts';
import { named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { versionOf } from '../platform/journal.ts';
import type { FileTable } from '../platform/table.ts';
import { inALine } from '../ticket/line.ts';
import type { Ticket } from '../ticket/ticket.ts';
import type { Conversation, Message } from './conversation.ts';
import { thingOf, whyNotKnow, whyNotRecall } from './conversation.ts';
import { chatActs, chatLine, chatOf } from './chat-line.ts';
import { lastSpoken } from './facts.ts';
import type { LineRow } from './list.ts';
import { membersOf, scannedPlace } from './members.ts';
import { whyNotWanted } from './not-wanted.ts';
import { inSight, LINE, lineOf } from './list.ts';
import type { ConversationView, MessageView } from './view.ts';

type FileRow = Pick<Selectable<FileTable>, 'id' | 'name' | 'type' | 'size'> & {
  message_id: string;
  content_id: string | null;
};
/** All but its looks, which may be megabytes and are shown on demand. */
const SHOWN = [
  ...(['id', 'direction', 'sort', 'state', 'author_id', 'author_name', 'author_address', 'recipients'] as const),
  ...(['subject', 'text', 'quoted', 'raw_file_id', 'at', 'recorded_at', 'send_at', 'fault', 'delivered_at'] as const),
] as const;
type Shown = Pick<Message, (typeof SHOWN)[number]> & { has_html: unknown };
type TicketLine = MessageView['tickets'][number];

/** One conversation, whole: every message with what hangs on it, its matters, and what may be done. */
export async function conversationPage(context: Context, id: Id<'conversation'>): Promise<ConversationView> {
  const { rows } = await sql<LineRow>`
    select ${LINE} from conversation c left join customer on customer.id = c.customer_id
    where c.id = ${id} and ${inSight(context)}`.execute(context.tx);
  const row = rows[0];
  if (!row) throw new NotFound('conversation.unknown');
  const chat = await chatOf(context, id);
  const messages = await messagesIn(context, row);
  const all = new Map(messages.flatMap(({ tickets }) => tickets.map((ticket) => [ticket.id, ticket] as const)));
  return {
    ...(await lineOf(context, [row]))(row),
    version: await versionOf(context.tx, id),
    messages,
    place: await scannedPlace(context, row),
    members: row.group_sort === null ? [] : await membersOf(context, row),
    addressFault: await addressFault(context, row.correspondent),
    tickets: [...all.values()].toSorted((one, other) => other.number - one.number),
    newestId: (await lastSpoken(context, id))?.id ?? null,
    chat: chat ? await chatLine(context, chat) : null,
    can: { ...actsOn(context, row, await whyNotWanted(context, row)), ...(chat ? chatActs(context, row, chat) : {}) },
  };
}

async function addressFault({ tx }: Context, address: string): Promise<string | null> {
  const found = await tx.selectFrom('address_fault').select('said').where('address', '=', address).executeTakeFirst();
  return found?.said ?? null;
}

function actsOn({ actor }: Context, row: Conversation, unwanted: Refusal | null): Record<string, Refusal | null> {
  const answer = can(actor, 'conversation.answer', thingOf(row));
  return {
    answer: answer ?? unwanted,
    note: answer,
    take: answer,
    close: answer ?? (row.closed_at === null ? null : refusal('conversation.closed')),
    reopen: answer ?? (row.closed_at === null ? refusal('conversation.open') : null),
    group: answer ?? (row.group_sort === null ? refusal('conversation.no_group') : null),
    know: answer ?? whyNotKnow(row) ?? can(actor, 'customer.edit', { centreId: row.centre_id }),
    open: answer ?? can(actor, 'ticket.open', { centreId: row.centre_id }),
  };
}

async function messagesIn(context: Context, conversation: Conversation): Promise<MessageView[]> {
  const messages = await context.tx
    .selectFrom('message')
    .select(SHOWN)
    .select((e) => e('html', 'is not', null).as('has_html'))
    .where('conversation_id', '=', conversation.id)
    .orderBy('at')
    .orderBy('id')
    .execute();
  const files = await filesOf(context, conversation);
  const tickets = await ticketsOf(context, conversation);
  const names = await personNames(context);
  const may = can(context.actor, 'conversation.answer', thingOf(conversation));
  return messages.map((message) => ({
    ...viewOf(message),
    author: {
      person: named(names, message.author_id),
      name: message.author_name,
      address: message.author_address,
    },
    files: (files.get(message.id) ?? []).map(({ id, name, type, size, content_id }) => {
      return { id, name, type, size, within: content_id !== null };
    }),
    tickets: tickets.get(message.id) ?? [],
    can: { recall: may ?? whyNotRecall(message) },
  }));
}

function viewOf(message: Shown): Omit<MessageView, 'author' | 'files' | 'tickets' | 'can'> {
  const { id, direction, sort, state, recipients, subject, text, quoted, at, fault } = message;
  return {
    id,
    direction,
    sort,
    state,
    subject,
    text,
    quoted,
    at,
    fault,
    recipients: [...recipients],
    hasHtml: Boolean(message.has_html),
    hasRaw: message.raw_file_id !== null,
    recordedAt: message.recorded_at,
    sendAt: message.send_at,
    deliveredAt: message.delivered_at,
  };
}

async function filesOf({ tx }: Context, { id }: Conversation): Promise<Map<string, FileRow[]>> {
  const rows = await tx
    .selectFrom('message_file')
    .innerJoin('message', 'message.id', 'message_file.message_id')
    .innerJoin('file', 'file.id', 'message_file.file_id')
    .select(['message_file.message_id', 'message_file.content_id', 'file.id', 'file.name', 'file.type', 'file.size'])
    .where('message.conversation_id', '=', id)
    .orderBy('message_file.no')
    .execute();
  return Map.groupBy(rows, ({ message_id }) => message_id);
}

async function ticketsOf(context: Context, { id }: Conversation): Promise<Map<string, TicketLine[]>> {
  const rows = await context.tx
    .selectFrom('message_ticket')
    .innerJoin('message', 'message.id', 'message_ticket.message_id')
    .innerJoin('ticket', 'ticket.id', 'message_ticket.ticket_id')
    .selectAll('ticket')
    .select('message_ticket.message_id')
    .where('message.conversation_id', '=', id)
    .orderBy('ticket.number')
    .execute();
  const found = new Map<string, TicketLine[]>();
  for (const { message_id: messageId, ...ticket } of rows) {
    const { number, title, kind, stage } = await inALine(context, ticket as Ticket);
    found.set(messageId, [...(found.get(messageId) ?? []), { id: ticket.id, number, title, kind, stage }]);
  }
  return found;
}
