import { channelOf } from '../../channel/channels.ts';
import { KIND_FACTS } from '../../channel/kinds.ts';
import type { Channel } from '../../channel/port.ts';
import { MOST_SEGMENTS, segmentsOf } from '../../channel/sms/segments.ts';
import { isTooLong, MOST_BYTES } from '../../channel/wechat/wechat.ts';
import type { Id } from '../../kernel/id.ts';
import { Invalid, orRefuse, refusal } from '../../kernel/refusal.ts';
import { plus } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { answerSubject, sendingAt, whyNotAnswer } from '../conversation.ts';
import { isThere, lastSpoken, lockOwn } from '../facts.ts';
import { whyNotWanted } from '../not-wanted.ts';
import type { Answer } from '../inputs.ts';
import { messageToSend, noteSent } from './note-sent.ts';
import { goesAtOnce, sendOut } from './send-out.ts';
import { takeIt } from './take-conversation.ts';

/**
 * An answer, the way the customer wrote. It lies ready for ten seconds, in which it can be taken back, or until the moment
 * that was named; then the channel takes it out. Whoever answers has the conversation from then on. What was promised is kept when
 * it goes (`noteSent`), not before; in a chat that is at once. The same id sends nothing twice.
 */
export async function answerConversation(context: Context, id: Id<'conversation'>, input: Answer): Promise<void> {
  const conversation = await lockOwn(context, id);
  if (await isThere(context, id, input.id)) return;
  const newest = await lastSpoken(context, id);
  orRefuse(whyNotAnswer(newest, input.seen));
  const channel = await channelOf(context, conversation.channel_id);
  orRefuse(channel.ended_at === null && channel.off_at === null ? null : refusal('channel.off'));
  orRefuse(await whyNotWanted(context, conversation));
  refuseUnfit(channel.kind, input);
  const sendAt = sendingAt(plus(context.now, KIND_FACTS[channel.kind].undoFor), input.sendAt);
  const subject = KIND_FACTS[channel.kind].subject ? answerSubject(conversation.subject) : '';
  await sendOut(context, conversation, channel, { ...input, subject, sendAt });
  await takeIt(context, conversation, actingPerson(context));
  await record(context, {
    subject: { type: 'conversation', id },
    type: 'conversation.answer_written',
    data: { message: input.id, sendAt },
  });
  if (!goesAtOnce(context, channel.kind, sendAt)) return;
  const going = await messageToSend(context, input.id);
  if (going) await noteSent(context, going, input.closes);
}

/** What the other side does not take: files with some, and more text than it has room for. */
function refuseUnfit(kind: Channel['kind'], { text, fileIds }: Answer): void {
  if (fileIds.length > 0 && !KIND_FACTS[kind].files) throw new Invalid('channel.no_files', { path: 'fileIds' });
  if ((kind === 'wechat' || kind === 'wecom') && isTooLong(text))
    throw new Invalid('wechat.too_long', { path: 'text', most: MOST_BYTES });
  if (kind === 'sms' && segmentsOf(text).segments > MOST_SEGMENTS)
    throw new Invalid('sms.too_long', { path: 'text', most: MOST_SEGMENTS });
}
