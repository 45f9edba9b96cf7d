import { receiveMessage } from '../../../conversation/commands/receive-message.ts';
import type { Id } from '../../../kernel/id.ts';
import { Invalid } from '../../../kernel/refusal.ts';
import { normalisePhone } from '../../../kernel/text/mask.ts';
import { storable } from '../../../kernel/text/storable.ts';
import { epochOf, MINUTE } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import type { TakenIn } from '../../commands/take-in-once.ts';
import { takeInOnce } from '../../commands/take-in-once.ts';
import { findByThread } from '../../find-thread.ts';
import type { Channel } from '../../port.ts';
import { PLAIN } from '../../port.ts';
import type { SmsSettings } from '../sms.ts';
import { saysStart, saysStop, textAt } from '../sms.ts';

/** What names no message names it by its words for so long: the gateway calls again, or he says it again. */
const SAME_FOR = 10 * MINUTE;

/** Takes in a text message as a gateway tells it, once. Whoever says that he wants no more has none from then on. */
export async function takeInSms(
  context: Context,
  channel: Channel,
  { incoming }: SmsSettings,
  said: unknown,
): Promise<TakenIn> {
  const number = normalisePhone(textAt(said, incoming.from));
  const text = storable(textAt(said, incoming.text)).slice(0, 10_000);
  if (number === '') throw new Invalid('hook.malformed', { path: incoming.from, problem: 'no number' });
  if (text.trim() === '') throw new Invalid('hook.malformed', { path: incoming.text, problem: 'nothing said' });
  const named = textAt(said, incoming.id);
  const name = named || `${number} ${Math.floor(epochOf(context.now) / SAME_FOR)} ${text}`;
  return takeInOnce(context, channel, name, (id) => takeIn(context, channel, id, { number, text, named }));
}

type Said = { number: string; text: string; named: string };

async function takeIn(context: Context, channel: Channel, id: Id<'message'>, said: Said): Promise<void> {
  const { number, text, named } = said;
  const known = await findByThread(context, channel, number);
  const stops = saysStop(text);
  if (stops) await noteOptOut(context, channel, number);
  else if (saysStart(text)) await forgetOptOut(context, channel, number);
  await receiveMessage(context, channel, {
    ...PLAIN,
    id,
    conversationId: known?.id ?? null,
    from: { name: '', address: number },
    text,
    sort: stops ? 'opt_out' : 'message',
    externalId: named || null,
    at: context.now,
    thread: number,
  });
}

async function noteOptOut({ tx, now }: Context, channel: Channel, address: string): Promise<void> {
  await tx
    .insertInto('channel_opt_out')
    .values({ channel_id: channel.id, address, at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function forgetOptOut({ tx }: Context, channel: Channel, address: string): Promise<void> {
  await tx.deleteFrom('channel_opt_out').where('channel_id', '=', channel.id).where('address', '=', address).execute();
}
