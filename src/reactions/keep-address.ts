import { changeCustomer } from '../customer/commands/change-customer.ts';
import type { Id } from '../kernel/id.ts';
import type { Reaction } from '../platform/context.ts';

/** Somebody said who it is that writes: the address he writes from joins his record. */
export const keepAddress: Reaction = async (context, event) => {
  const { to, keepAddress: wanted } = event.data as { to: Id<'customer'> | null; keepAddress: boolean };
  if (to === null || !wanted) return;
  const { correspondent, kind } = await context.tx
    .selectFrom('conversation')
    .innerJoin('channel', 'channel.id', 'conversation.channel_id')
    .select(['conversation.correspondent', 'channel.kind'])
    .where('conversation.id', '=', event.subject.id as Id<'conversation'>)
    .executeTakeFirstOrThrow();
  if (kind !== 'mail') return;
  const emails = await context.tx
    .selectFrom('customer_email')
    .select(['address', 'label'])
    .where('customer_id', '=', to)
    .execute();
  if (emails.some(({ address }) => address.toLowerCase() === correspondent)) return;
  await changeCustomer(context, to, { emails: [...emails, { address: correspondent, label: '' }] });
};
