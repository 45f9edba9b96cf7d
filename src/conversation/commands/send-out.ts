import { KIND_FACTS } from '../../channel/kinds.ts';
import type { Channel } from '../../channel/port.ts';
import type { Id } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { Invalid, NotFound } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { attachFiles } from '../../platform/files/store-file.ts';
import { whyNotSay } from '../../ticket/never-said.ts';
import type { Conversation, Message } from '../conversation.ts';
import type { Answer } from '../inputs.ts';
import { layReady } from './lay-ready.ts';
import { writeMessage } from './write-message.ts';

type Outward = Pick<Answer, 'id' | 'text' | 'fileIds' | 'closes' | 'evenSo'> &
  Partial<Pick<Answer, 'answers'>> & { subject: string; sendAt: Instant };

/** Writes a message of ours to whom the conversation is with, and lays it ready for its channel to take out. */
export async function sendOut(
  context: Context,
  conversation: Conversation,
  channel: Channel,
  message: Outward,
): Promise<void> {
  await refuseForbidden(context, message);
  await insert(context, conversation, channel, message);
  await attachFiles(context, message.fileIds, { type: 'message', id: message.id });
  await keepOrder(context, message);
  const { sendAt: at, closes } = message;
  if (!goesAtOnce(context, channel.kind, at)) await layReady(context, channel.kind, message.id, { at, closes });
}

/** Where both sides are there, it is read as it is written: nothing lies ready that is not to go later. */
export function goesAtOnce({ now }: Pick<Context, 'now'>, kind: Channel['kind'], sendAt: Instant): boolean {
  return KIND_FACTS[kind].live && sendAt <= now;
}

/** Words that shirk or insult go out by no channel, nor a phrase with a place nobody filled; what exaggerates only as it is meant. */
async function refuseForbidden(context: Context, { text, evenSo = false }: Outward): Promise<void> {
  const wrong = whyNotSay(text, await settingsOf(context), { path: 'text', evenSo });
  if (wrong) throw new Invalid(wrong.code, wrong.params);
}

async function insert(
  context: Context,
  conversation: Conversation,
  { kind, address }: Channel,
  { id, subject, text, sendAt, answers }: Outward,
): Promise<void> {
  const answered = await answeredBy(context, conversation.id, answers);
  const to = { as: 'to' as const, name: conversation.correspondent_name, address: conversation.correspondent };
  await writeMessage(context, conversation, {
    id,
    direction: 'out',
    state: 'waiting',
    author_id: actingPerson(context),
    author_name: context.actor.name,
    author_address: address,
    recipients: json([to]),
    subject,
    text,
    // fixed before the first try, whatever dies: one answer is one message under one name
    external_id: kind === 'mail' ? `<${id}@${address.split('@').at(-1)}>` : id,
    answers_id: answered?.id ?? null,
    at: context.now,
    send_at: sendAt,
  });
}

/** The message that was named, or the newest of theirs. */
async function answeredBy(
  { tx }: Context,
  id: Id<'conversation'>,
  named: Id<'message'> | undefined,
): Promise<Pick<Message, 'id'> | undefined> {
  const theirs = tx
    .selectFrom('message')
    .select('id')
    .where('conversation_id', '=', id)
    .where('direction', '=', 'in')
    .where('sort', '=', 'message');
  if (named === undefined) return theirs.orderBy('recorded_at', 'desc').limit(1).executeTakeFirst();
  const found = await theirs.where('id', '=', named).executeTakeFirst();
  if (!found) throw new NotFound('message.unknown');
  return found;
}

async function keepOrder({ tx }: Context, { id, fileIds }: Outward): Promise<void> {
  if (fileIds.length === 0) return;
  const rows = fileIds.map((fileId, no) => ({ message_id: id, file_id: fileId, no, content_id: null }));
  await tx.insertInto('message_file').values(rows).execute();
}
