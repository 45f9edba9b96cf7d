import type { Conversation, Message } from '../../conversation/conversation.ts';
import type { Context } from '../../platform/context.ts';
import type { Letter } from '../../platform/mail/smtp.ts';
import { filesOf } from '../files-of.ts';
import type { Channel } from '../port.ts';
import { replyAddress } from './reply-address.ts';
import { LOOP_MARK } from './mail.ts';
import { numbersIn } from './thread.ts';

type Going = { message: Message; conversation: Conversation };

/** Enough to find the thread by, and no line of a header that servers refuse. */
const MOST_REFERENCES = 20;

/**
 * A message of ours as a mail: from whoever wrote it and his house, with all by which an answer finds its thread: what it
 * answers, what came before it, the mark in the address, and the number of its matter. `marks`: the mailbox takes addresses with one.
 */
export async function letterOf(
  context: Context,
  channel: Channel,
  replyKey: Buffer,
  { message, conversation }: Going,
  marks: boolean,
): Promise<Letter> {
  const before = await namesBefore(context, conversation, message);
  const answered =
    before.find(({ id }) => id === message.answers_id)?.name ?? before.findLast(({ ours }) => !ours)?.name;
  return {
    messageId: message.external_id!,
    from: { name: fromWhom(context, message), address: channel.address },
    replyTo: marks ? replyAddress(channel.address, replyKey, conversation.id) : channel.address,
    to: message.recipients.map(({ name, address }) => ({ name, address })),
    subject: await numbered(context, conversation, message.subject),
    text: message.text,
    inReplyTo: answered ?? null,
    references: before.map(({ name }) => name).slice(-MOST_REFERENCES),
    // RFC 3834: what was written by itself says so, and no machine answers it
    headers: {
      [LOOP_MARK]: channel.address,
      ...(message.sort === 'automatic' ? { 'Auto-Submitted': 'auto-generated' } : {}),
    },
    files: await filesOf(context, message),
  };
}

function fromWhom({ organisation }: Context, { author_id, author_name }: Message): string {
  return author_id === null ? organisation.name : `${author_name} · ${organisation.name}`;
}

type Named = { id: Message['id']; name: string; ours: boolean };

async function namesBefore({ tx }: Context, { id }: Conversation, message: Message): Promise<Named[]> {
  const rows = await tx
    .selectFrom('message')
    .select(['id', 'external_id', 'direction'])
    .where('conversation_id', '=', id)
    .where('id', '<>', message.id)
    .where('external_id', 'is not', null)
    .where('state', 'in', ['there', 'sent', 'bounced'])
    .where('sort', '=', 'message')
    .orderBy('recorded_at', 'desc')
    .limit(MOST_REFERENCES)
    .execute();
  return rows.toReversed().map((row) => ({ id: row.id, name: row.external_id!, ours: row.direction === 'out' }));
}

/** The newest matter of the thread; only where its number is not there already. */
async function numbered({ tx }: Context, { id }: Conversation, subject: string): Promise<string> {
  if (numbersIn(subject).length > 0) return subject;
  const matter = await tx
    .selectFrom('message_ticket')
    .innerJoin('message', 'message.id', 'message_ticket.message_id')
    .innerJoin('ticket', 'ticket.id', 'message_ticket.ticket_id')
    .select('ticket.number')
    .where('message.conversation_id', '=', id)
    .orderBy('ticket.number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return matter ? `${subject} [#${matter.number}]` : subject;
}
