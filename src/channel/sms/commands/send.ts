import type { Sealer } from '../../../auth/sealing.ts';
import { dialled } from '../../../kernel/text/dialled.ts';
import { SECOND } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import type { Tasks } from '../../../platform/jobs/task.ts';
import type { Handed } from '../../../platform/outward/handed.ts';
import type { Posted } from '../../../platform/outward/posted.ts';
import { postOutward } from '../../../platform/outward/post.ts';
import { isTaken, saidOf } from '../../../platform/outward/posted.ts';
import type { Going } from '../../commands/send-out.ts';
import { sendOut } from '../../commands/send-out.ts';
import { digestOf } from '../../digest.ts';
import { optedOut } from '../../opt-outs.ts';
import type { Channel } from '../../port.ts';
import { sendingTask } from '../../port.ts';
import { openSecret } from '../../secret.ts';
import type { SmsSettings } from '../sms.ts';
import { requestOf, saidIn, smsSettings, textAt } from '../sms.ts';

type Parts = { sealer: Sealer; privateAllowed: boolean };

/** A transaction waits for it, so it is not patient. */
const PATIENCE = 10 * SECOND;

export function smsTasks(parts: Parts): Tasks {
  const hand = (context: Context, channel: Channel, going: Going) => handToGateway(parts, context, channel, going);
  return { [sendingTask('sms')]: sendOut({ kind: 'sms', hand }) };
}

async function handToGateway(
  parts: Parts,
  context: Context,
  channel: Channel,
  { message, conversation }: Going,
): Promise<Handed> {
  const word = { to: conversation.correspondent, text: message.text, id: message.id };
  const { reference, ...handed } = await handText(parts, context, channel, word);
  if (reference !== '') await keepReference(context, channel, message.id, reference);
  return handed;
}

/** Hands one text to the gateway, unless he wants none; `reference`: the gateway's name of what it took, where it says one. */
export async function handText(
  { sealer, privateAllowed }: Parts,
  context: Context,
  channel: Channel,
  { to, text, id }: { to: string; text: string; id: string },
): Promise<Handed & { reference: string }> {
  // he may have said so after it was written
  if (await optedOut(context, channel.id, to))
    return { as: 'refused', said: 'He wants no more text messages.', reference: '' };
  const settings = smsSettings.parse(channel.settings);
  const { secret } = await openSecret(sealer, context.organisation, channel);
  const { body, headers } = requestOf(settings, { to, local: dialled(to), text, id, secret });
  const posted = await postOutward(settings.url, { headers, body, timeoutMs: PATIENCE, privateAllowed });
  const handed = handedBy(settings, posted);
  return { ...handed, reference: handed.as === 'taken' ? textAt(saidIn(posted.answer), settings.reference) : '' };
}

function handedBy({ accepted }: SmsSettings, posted: Posted): Handed {
  const said = saidOf(posted);
  if (!isTaken(posted)) return { as: posted.status === 429 ? 'later' : 'closed', said };
  const isYes = accepted === null || textAt(saidIn(posted.answer), accepted.path) === accepted.value;
  return isYes ? { as: 'taken' } : { as: 'refused', said };
}

/** Under what it will be reported on. */
async function keepReference(
  { tx }: Context,
  channel: Channel,
  messageId: Going['message']['id'],
  reference: string,
): Promise<void> {
  await tx
    .insertInto('channel_reference')
    .values({ channel_id: channel.id, digest: digestOf(reference), message_id: messageId })
    .onConflict((conflict) => conflict.columns(['channel_id', 'digest']).doUpdateSet({ message_id: messageId }))
    .execute();
}
