import type { z } from 'zod';
import { channelsOn, nearestOf } from '../../channel/channels.ts';
import type { OutsideKind } from '../../channel/kinds.ts';
import { OUTSIDE_KINDS } from '../../channel/kinds.ts';
import type { Id } from '../../kernel/id.ts';
import { Invalid, Refused } from '../../kernel/refusal.ts';
import { normalisePhone } from '../../kernel/text/mask.ts';
import { firstCentre } from '../../organisation/house.ts';
import type { Context } from '../../platform/context.ts';
import { afterwards } from '../../platform/journal.ts';
import type { askCodeInput } from '../inputs.ts';
import type { SendCode } from './send-code.ts';
import { SEND_CODE } from './send-code.ts';

/** How a code can be sent here. */
export async function codesBy(context: Context): Promise<OutsideKind[]> {
  const on = await channelsOn(context);
  return OUTSIDE_KINDS.filter((kind) => on.some((one) => one.kind === kind));
}

/**
 * Somebody wants a code sent to a number or an address of his. Whether it is known to us is not said: the answer is the same. Throws
 * Invalid `entry.to_unclear` where it is neither, Refused `entry.no_sending` where the house has no channel to it.
 */
export async function askCode(context: Context, { to, language }: z.output<typeof askCodeInput>): Promise<void> {
  const kind: OutsideKind = to.includes('@') ? 'mail' : 'sms';
  const address = kind === 'mail' ? to.toLowerCase() : normalisePhone(to);
  if (address.length < 5) throw new Invalid('entry.to_unclear', { path: 'to' });
  const channel = nearestOf(await channelsOn(context), kind, (await firstCentre(context)).id);
  if (!channel) throw new Refused('entry.no_sending');
  const customerId = await whoseIs(context, kind, address);
  if (customerId === null) return;
  const task: SendCode = { channel: channel.id, customer: customerId, to: address, language };
  await afterwards(context, SEND_CODE, customerId, task, context.now);
}

/** Of several who share it, the one who named it first of all; nobody whose data were erased. */
async function whoseIs({ tx }: Context, kind: OutsideKind, address: string): Promise<Id<'customer'> | null> {
  const living = tx.selectFrom('customer as c').select('c.id').where('c.erased_at', 'is', null);
  const found = await (kind === 'mail'
    ? living
        .innerJoin('customer_email as e', 'e.customer_id', 'c.id')
        .where((e) => e(e.fn('lower', ['e.address']), '=', address))
        .orderBy('c.id')
        .executeTakeFirst()
    : living
        .innerJoin('customer_phone as f', 'f.customer_id', 'c.id')
        .where('f.digits', '=', address)
        .orderBy('f.first', 'desc')
        .orderBy('c.id')
        .executeTakeFirst());
  return found?.id ?? null;
}
