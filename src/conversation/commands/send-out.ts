import { KIND_FACTS } from '../../channel/kinds.ts';
import type { Channel } from '../../channel/port.ts';
import type { Id } from '../../kernel/id.ts';
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
import { writeOutward } from './write-outward.ts';

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
  const { id, subject, text, sendAt: at, closes } = message;
  await writeOutward(context, conversation, channel, {
    id,
    subject,
    text,
    author_id: actingPerson(context),
    author_name: context.actor.name,
    answers_id: (await answeredBy(context, conversation.id, message.answers))?.id ?? null,
    send_at: at,
  });
  await attachFiles(context, message.fileIds, { type: 'message', id });
  await keepOrder(context, message);
  if (!goesAtOnce(context, channel.kind, at)) await layReady(context, channel.kind, id, { at, closes });
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
