import type { z } from 'zod';
import { sayWhose } from '../../contact/commands/say-of-contacts.ts';
import { orErased } from '../../customer/facts.ts';
import type { Id } from '../../kernel/id.ts';
import { Invalid, NotFound, orRefuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { whyNotKnow } from '../conversation.ts';
import { lockOwn } from '../facts.ts';
import type { knowInput } from '../inputs.ts';

/**
 * Says who it is that writes. His address joins his record (src/reactions/keep-address.ts), so that he is known next time, and so
 * do the touches of this conversation that had nobody.
 */
export async function knowCustomer(
  context: Context,
  id: Id<'conversation'>,
  { customerId, keepAddress, memberId }: z.output<typeof knowInput>,
): Promise<void> {
  const conversation = await lockOwn(context, id);
  orRefuse(whyNotKnow(conversation));
  if (customerId !== null) await orErased(context.tx, customerId);
  if (conversation.group_sort !== null) return knowMember(context, id, memberId, customerId);
  await context.tx.updateTable('conversation').set({ customer_id: customerId }).where('id', '=', id).execute();
  if (customerId !== null) await sayWhose(context, await touchesOf(context, id), customerId);
  await record(context, {
    subject: { type: 'conversation', id },
    type: 'conversation.customer_known',
    data: { from: conversation.customer_id, to: customerId, keepAddress },
  });
}

/** Who one of a group is: known of his address on this channel from then on, wherever he speaks. */
async function knowMember(
  context: Context,
  id: Id<'conversation'>,
  memberId: Id<'group_member'> | undefined,
  customerId: Id<'customer'> | null,
): Promise<void> {
  if (memberId === undefined) throw new Invalid('conversation.which_member', { path: 'memberId' });
  const member = await context.tx
    .selectFrom('group_member')
    .select('address')
    .where('conversation_id', '=', id)
    .where('id', '=', memberId)
    .executeTakeFirst();
  if (!member) throw new NotFound('conversation.member_unknown');
  if (customerId !== null) await sayWhose(context, await touchesOf(context, id, member.address), customerId);
  await record(context, {
    subject: { type: 'conversation', id },
    type: 'conversation.member_known',
    data: { member: memberId, to: customerId },
  });
}

async function touchesOf({ tx }: Context, id: Id<'conversation'>, of?: string): Promise<Id<'contact'>[]> {
  const all = tx
    .selectFrom('message')
    .select('contact_id')
    .where('conversation_id', '=', id)
    .where('contact_id', 'is not', null);
  const rows = await (of === undefined ? all : all.where('author_address', '=', of)).execute();
  return rows.flatMap(({ contact_id }) => contact_id ?? []);
}
