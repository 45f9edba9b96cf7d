import type { Sealer } from '../../auth/sealing.ts';
import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { saidBy } from '../../platform/mail/server.ts';
import type { HandOver } from '../../platform/mail/smtp.ts';
import { channelOf } from '../channels.ts';
import type { Channel } from '../port.ts';
import { openSecret, replyKeyOf } from '../secret.ts';
import { handLetter } from './credentials.ts';
import type { Mail } from './mail.ts';
import { plainLetter } from './plain-letter.ts';
import { markedIn, provingAddress } from './reply-address.ts';
import { noteSending } from '../state.ts';

const TEXT = `Huiyin sends this mail to its own mailbox, to see whether addresses with a mark are delivered.
回音向自己的邮箱发送此邮件，以确认带标记的地址能否收到邮件。
回音向自己的郵箱發送此郵件，以確認帶標記的地址能否收到郵件。`;

/** One mail to ourselves. Should it not go, the mailbox says why, and replies are asked for at its plain address. */
export async function sendProof(
  parts: { sealer: Sealer; handOver: HandOver },
  context: Context,
  id: Id<'channel'>,
): Promise<void> {
  const channel = await channelOf(context, id);
  if (channel.ended_at !== null || channel.off_at !== null) return;
  let fault: string | null = null;
  try {
    const secret = await openSecret(parts.sealer, context.organisation, channel);
    const to = provingAddress(channel.address, replyKeyOf(secret), id);
    if (to === channel.address) return;
    const letter = plainLetter(context, channel, { name: 'proof', to, subject: 'Huiyin 回音', text: TEXT });
    const handed = await handLetter(parts, context, channel, { secret, letter });
    if (handed.as === 'closed') fault = handed.said;
  } catch (thrown) {
    if ((thrown as { severity?: unknown }).severity !== undefined) throw thrown;
    fault = saidBy(thrown);
  }
  await noteSending(context.tx, id, context.now, fault);
}

/** Whether this is that mail of ours; `back`: a report that it could not be delivered, which is an answer too. */
export function isProof(mail: Mail, channel: Channel, key: Buffer): 'there' | 'back' | null {
  const marked = (addresses: readonly string[]): boolean =>
    markedIn(addresses, channel.address, key) === (channel.id as string);
  if (mail.author === channel.address.toLowerCase() && marked(mail.deliveredTo)) return 'there';
  return mail.report?.recipient && marked([mail.report.recipient]) ? 'back' : null;
}
