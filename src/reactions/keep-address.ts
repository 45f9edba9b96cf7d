import { changeCustomer } from '../customer/commands/change-customer.ts';
import type { Id } from '../kernel/id.ts';
import type { Context, Reaction } from '../platform/context.ts';
import { bindAddress } from '../channel/commands/bind-address.ts';

type Known = { to: Id<'customer'> | null; keepAddress: boolean };

/**
 * Somebody said who it is that writes: he is known by it the next time. A mail address joins his record; what only its own channel
 * knows is kept with the channel.
 */
export const keepAddress: Reaction = async (context, event) => {
  const { to, keepAddress: wanted } = event.data as Known;
  if (!wanted) return;
  const { correspondent, channel_id, kind } = await context.tx
    .selectFrom('conversation')
    .innerJoin('channel', 'channel.id', 'conversation.channel_id')
    .select(['correspondent', 'channel_id', 'kind'])
    .where('conversation.id', '=', event.subject.id as Id<'conversation'>)
    .executeTakeFirstOrThrow();
  if (kind === 'mail') return to === null ? undefined : keepMailAddress(context, to, correspondent);
  if (kind === 'sms') return to === null ? undefined : keepNumber(context, to, correspondent);
  // a visitor is known by what his browser shows
  if (kind !== 'chat') await bindAddress(context, channel_id, correspondent, to);
};

/** The same of one in a group. */
export const keepMember: Reaction = async (context, event) => {
  const { to, member } = event.data as Known & { member: Id<'group_member'> };
  const { address, channel_id } = await context.tx
    .selectFrom('group_member')
    .innerJoin('conversation', 'conversation.id', 'group_member.conversation_id')
    .select(['address', 'channel_id'])
    .where('group_member.id', '=', member)
    .executeTakeFirstOrThrow();
  await bindAddress(context, channel_id, address, to);
};

async function keepMailAddress(context: Context, to: Id<'customer'>, correspondent: string): Promise<void> {
  const emails = await context.tx
    .selectFrom('customer_email')
    .select(['address', 'label'])
    .where('customer_id', '=', to)
    .execute();
  if (emails.some(({ address }) => address.toLowerCase() === correspondent)) return;
  await changeCustomer(context, to, { emails: [...emails, { address: correspondent, label: '' }] });
}

async function keepNumber(context: Context, to: Id<'customer'>, number: string): Promise<void> {
  const phones = await context.tx
    .selectFrom('customer_phone')
    .select(['digits', 'label'])
    .where('customer_id', '=', to)
    .execute();
  if (phones.some(({ digits }) => digits === number)) return;
  const known = phones.map(({ digits, label }) => ({ number: digits, label }));
  await changeCustomer(context, to, { phones: [...known, { number, label: '' }] });
}
