import type { Sealer } from '../../auth/sealing.ts';
import { newId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { saidBy } from '../../platform/mail/server.ts';
import type { HandOver } from '../../platform/mail/smtp.ts';
import type { Handed } from '../../platform/outward/handed.ts';
import { handLetter } from '../mail/credentials.ts';
import { plainLetter } from '../mail/plain-letter.ts';
import type { Channel } from '../port.ts';
import { openSecret } from '../secret.ts';
import { handText } from '../sms/commands/send.ts';
import { noteSending } from '../state.ts';

export type OutsideParts = { sealer: Sealer; handOver: HandOver; privateAllowed: boolean };
type Word = { name: string; to: string; subject: string; text: string };

/**
 * Says something that stands in no conversation, for nobody but him is to read it: once, within the transaction, and not again should
 * it not go. What the other side said of it is noted with the channel. Answers whether it was taken.
 */
export async function sayOutside(
  parts: OutsideParts,
  context: Context,
  channel: Channel,
  word: Word,
): Promise<boolean> {
  const handed = await hand(parts, context, channel, word);
  await noteSending(context.tx, channel.id, context.now, handed.as === 'closed' ? handed.said : null);
  return handed.as === 'taken';
}

async function hand(parts: OutsideParts, context: Context, channel: Channel, word: Word): Promise<Handed> {
  try {
    if (channel.kind === 'sms') return await handText(parts, context, channel, { ...word, id: newId(context.now) });
    const secret = await openSecret(parts.sealer, context.organisation, channel);
    return await handLetter(parts, context, channel, { secret, letter: plainLetter(context, channel, word) });
  } catch (fault) {
    if ((fault as { severity?: unknown }).severity !== undefined) throw fault;
    return { as: 'closed', said: saidBy(fault) };
  }
}
