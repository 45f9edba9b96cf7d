import { z } from 'zod';
import type { Sealer } from '../../../auth/sealing.ts';
import { noteFailed, putOff, tryAgain } from '../../../conversation/commands/note-not-sent.ts';
import { messageToSend, noteSent } from '../../../conversation/commands/note-sent.ts';
import type { Id } from '../../../kernel/id.ts';
import { HOUR, MINUTE, plus } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import type { Task, Tasks } from '../../../platform/jobs/task.ts';
import type { Handed, HandOver } from '../../../platform/mail/smtp.ts';
import { saidBy } from '../../../platform/mail/server.ts';
import { channelOf } from '../../channels.ts';
import type { Channel } from '../../port.ts';
import { provingTask, sendingTask } from '../../port.ts';
import { openSecret, replyKeyOf } from '../../secret.ts';
import { serverOf } from '../credentials.ts';
import { letterOf } from '../letter.ts';
import { whenToGo } from '../pace.ts';
import { noteSending, takesMarks } from '../state.ts';
import { sendProof } from '../prove-marks.ts';

type Going = NonNullable<Awaited<ReturnType<typeof messageToSend>>>;

const payloadShape = z.object({ message: z.uuid(), closes: z.boolean().default(false) });

/** After each try in vain; after the last, in all a day, it will not go any more. */
const WAITS = [1, 5, 15, 60, 120, 240, 480, 520].map((minutes) => minutes * MINUTE);

/**
 * Those that this process handed over: should the transaction fall that was to note it, the next one notes it and hands over
 * nothing. Only where the process dies in between does one go twice, under one name.
 */
const handedOver = new Set<string>();
const MOST_REMEMBERED = 10_000;

type Parts = { sealer: Sealer; handOver: HandOver };

export function mailTasks(parts: Parts): Tasks {
  const send: Task = async (context, payload) => {
    const { message, closes } = payloadShape.parse(payload);
    await sendMail(parts, context, message as Id<'message'>, closes);
  };
  const prove: Task = async (context, payload) => {
    await sendProof(parts, context, z.object({ channel: z.uuid() }).parse(payload).channel as Id<'channel'>);
  };
  return { [sendingTask('mail')]: send, [provingTask('mail')]: prove };
}

/** Takes a message out: now, or later where its domain has enough for this minute or the server is away, or never, and says so. */
async function sendMail(parts: Parts, context: Context, id: Id<'message'>, closes: boolean): Promise<void> {
  const going = await messageToSend(context, id);
  if (!going) return;
  const channel = await channelOf(context, going.conversation.channel_id);
  if (channel.ended_at !== null) return noteFailed(context, going.message, 'The mailbox is no longer in use.');
  if (channel.off_at !== null) return putOff(context, 'mail', going.message, { at: plus(context.now, HOUR), closes });
  const later = await whenToGo(context, going.conversation.correspondent);
  if (later !== null) return putOff(context, 'mail', going.message, { at: later, closes });
  await settle(context, channel, going, closes, await hand(parts, context, channel, going));
}

async function hand({ sealer, handOver }: Parts, context: Context, channel: Channel, going: Going): Promise<Handed> {
  if (handedOver.has(going.message.id)) return { as: 'taken' };
  const clock = { now: () => context.now };
  try {
    const secret = await openSecret(sealer, context.organisation, channel);
    const marks = await takesMarks(context.tx, channel.id);
    const letter = await letterOf(context, channel, replyKeyOf(secret), going, marks);
    const handed = await handOver(await serverOf(channel, 'smtp', secret, clock), letter);
    if (handedOver.size >= MOST_REMEMBERED) handedOver.clear();
    if (handed.as === 'taken') handedOver.add(going.message.id);
    return handed;
  } catch (fault) {
    // no key for its secret, or no token for its account: somebody has to look, and then it goes
    if ((fault as { severity?: unknown }).severity !== undefined) throw fault;
    return { as: 'closed', said: saidBy(fault) };
  }
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
  await tryAgain(context, 'mail', message, { at: plus(context.now, wait), fault: handed.said, closes });
}
