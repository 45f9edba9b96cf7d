import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import type { Channel } from '../port.ts';
import type { Mail, Report } from './mail.ts';
import { markedIn } from './reply-address.ts';
import type { Candidate, Marks, Thread } from './thread.ts';
import { numbersIn, ourMessageIn, threadOf } from './thread.ts';

/** Looks up whatever a mail points to, and decides. By keys and partial indexes: it costs the same however much has been written. */
export async function findThread(
  context: Context,
  channel: Channel,
  replyKey: Buffer,
  mail: Mail,
): Promise<Thread | null> {
  const { report } = mail;
  if (report?.about) {
    const thread = await reported(context, channel, report);
    if (thread) return thread;
  }
  const senders = [mail.author, mail.from.address.toLowerCase()].filter(
    (one) => one !== '' && one !== channel.address.toLowerCase(),
  );
  const marked = markedIn(mail.deliveredTo, channel.address, replyKey);
  const ids = [...mail.inReplyTo, ...mail.references.toReversed()];
  const marks: Marks = {
    byMessage: ids.length === 0 ? [] : await byMessage(context, channel, ids, senders),
    byAddress: marked === null || !(await isThere(context, channel, marked)) ? null : marked,
    byNumber: await byNumber(context, channel, numbersIn(mail.subject), senders),
  };
  return threadOf(mail, marks);
}

/** A report is believed where it names a mail of ours and whom that went to: both nobody else can know. */
async function reported({ tx }: Context, channel: Channel, { about, recipient }: Report): Promise<Thread | null> {
  const id = ourMessageIn(about!);
  if (id === null) return null;
  const found = await tx
    .selectFrom('message')
    .innerJoin('conversation', 'conversation.id', 'message.conversation_id')
    .select(['message.id', 'message.conversation_id', 'message.recipients'])
    .where('message.id', '=', id)
    .where('message.direction', '=', 'out')
    .where('conversation.channel_id', '=', channel.id)
    .executeTakeFirst();
  if (!found) return null;
  const theirs = recipient === null || found.recipients.some(({ address }) => address.toLowerCase() === recipient);
  return theirs ? { conversationId: found.conversation_id, answersId: found.id } : null;
}

async function isThere({ tx }: Context, channel: Channel, id: Id<'conversation'>): Promise<boolean> {
  const found = await tx
    .selectFrom('conversation')
    .select('id')
    .where('id', '=', id)
    .where('channel_id', '=', channel.id)
    .executeTakeFirst();
  return found !== undefined;
}

type Row = {
  conversation_id: Id<'conversation'>;
  message_id: Id<'message'>;
  external_id: string;
  ours: boolean;
  takes_part: boolean;
};

/** Whether one of these addresses has a part in the conversation `c`. */
function partIn(senders: readonly string[]) {
  return sql<boolean>`(c.correspondent = any(${senders})
    or exists (select from customer_email e where e.customer_id = c.customer_id and lower(e.address) = any(${senders}))
    or exists (select from message p where p.conversation_id = c.id and p.direction <> 'note' and (lower(p.author_address) = any(${senders})
      or exists (select from jsonb_array_elements(p.recipients) r where lower(r ->> 'address') = any(${senders})))))`;
}

async function byMessage(
  { tx }: Context,
  channel: Channel,
  ids: readonly string[],
  senders: readonly string[],
): Promise<Candidate[]> {
  const ours = ids.flatMap((id) => ourMessageIn(id) ?? []);
  const { rows } = await sql<Row>`
    select m.conversation_id, m.id as message_id, m.external_id, m.direction = 'out' as ours, ${partIn(senders)} as takes_part
    from message m join conversation c on c.id = m.conversation_id
    where c.channel_id = ${channel.id} and m.id in (
      select id from message where id = any(${ours}::uuid[]) and direction = 'out'
      union all select id from message where external_id = any(${ids}) and direction = 'in' and external_id is not null)
    limit 200`.execute(tx);
  const place = (row: Row): number =>
    ids.findIndex((id) => id === row.external_id || (row.ours && ourMessageIn(id) === row.message_id));
  return rows
    .toSorted((one, other) => place(one) - place(other))
    .map((row) => ({
      conversationId: row.conversation_id,
      messageId: row.message_id,
      ours: row.ours,
      takesPart: row.takes_part,
    }));
}

async function byNumber(
  { tx }: Context,
  channel: Channel,
  numbers: readonly number[],
  senders: readonly string[],
): Promise<Candidate[]> {
  if (numbers.length === 0) return [];
  const { rows } = await sql<{ id: Id<'conversation'>; takes_part: boolean }>`
    select c.id, ${partIn(senders)} as takes_part from conversation c where c.channel_id = ${channel.id} and c.id in (
      select m.conversation_id from ticket t join message_ticket mt on mt.ticket_id = t.id join message m on m.id = mt.message_id
      where t.number = any(${numbers}::int[]))
    order by c.last_at desc limit 20`.execute(tx);
  return rows.map((row) => ({ conversationId: row.id, messageId: null, ours: false, takesPart: row.takes_part }));
}
