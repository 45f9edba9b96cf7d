import { z } from 'zod';
import { noteFailed, putOff, tryAgain } from '../../conversation/commands/note-not-sent.ts';
import { messageToSend, noteSent } from '../../conversation/commands/note-sent.ts';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import { HOUR, MINUTE, plus } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { Task } from '../../platform/jobs/task.ts';
import type { Handed } from '../../platform/outward/handed.ts';
import { channelOf } from '../channels.ts';
import type { Channel } from '../port.ts';
import { noteSending } from '../state.ts';

export type Going = NonNullable<Awaited<ReturnType<typeof messageToSend>>>;

/** How a sort of channel takes a message out. */
export type Sending = {
  kind: Channel['kind'];
  /** Hands it to the other side and says what that said; what it throws is no answer of the other side's. */
  hand(context: Context, channel: Channel, going: Going): Promise<Handed>;
  /** When to come again, where too many go there just now; null: it may go. */
  whenToGo?(context: Context, going: Going): Promise<Instant | null>;
};

const payloadShape = z.object({ message: z.uuid(), closes: z.boolean().default(false) });

/** After each try in vain; after the last, in all a day, it will not go any more. */
const WAITS = [1, 5, 15, 60, 120, 240, 480, 520].map((minutes) => minutes * MINUTE);

/**
 * Those that this process handed over: should the transaction fall that was to note it, the next one notes it and hands over
 * nothing. Only where the process dies in between does one go twice, under one name.
 */
const handedOver = new Set<string>();
const MOST_REMEMBERED = 10_000;

/** Takes a message out: now, or later where the other side has enough for now or is away, or never, and says so. */
export function sendOut(sending: Sending): Task {
  return async (context, payload) => {
    const { message: id, closes } = payloadShape.parse(payload);
    const going = await messageToSend(context, id as Id<'message'>);
    if (!going) return;
    const { kind } = sending;
    const channel = await channelOf(context, going.conversation.channel_id);
    if (channel.ended_at !== null) return noteFailed(context, going.message, 'The channel is no longer in use.');
    if (channel.off_at !== null) return putOff(context, kind, going.message, { at: plus(context.now, HOUR), closes });
    const later = (await sending.whenToGo?.(context, going)) ?? null;
    if (later !== null) return putOff(context, kind, going.message, { at: later, closes });
    await settle(context, channel, going, closes, await handOnce(sending, context, channel, going));
  };
}

async function handOnce({ hand }: Sending, context: Context, channel: Channel, going: Going): Promise<Handed> {
  const { id } = going.message;
  if (handedOver.has(id)) return { as: 'taken' };
  const handed = await hand(context, channel, going);
  if (handedOver.size >= MOST_REMEMBERED) handedOver.clear();
  if (handed.as === 'taken') handedOver.add(id);
  return handed;
}

async function settle(
  context: Context,
  channel: Channel,
  going: Going,
  closes: boolean,
  handed: Handed,
): Promise<void> {
  const { message } = going;
  if (handed.as !== 'later')
    await noteSending(context.tx, channel.id, context.now, handed.as === 'closed' ? handed.said : null);
  if (handed.as === 'taken') return noteSent(context, going, closes);
  const wait = handed.as === 'refused' ? undefined : WAITS[message.tries];
  if (wait === undefined) return noteFailed(context, message, handed.said);
  await tryAgain(context, channel.kind, message, { at: plus(context.now, wait), fault: handed.said, closes });
}
