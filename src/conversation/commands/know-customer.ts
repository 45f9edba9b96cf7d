import type { z } from 'zod';
import { changeCustomer } from '../../customer/commands/change-customer.ts';
import type { Id } from '../../kernel/id.ts';
import { NotFound } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { lockOwn } from '../facts.ts';
import type { knowInput } from '../inputs.ts';

/**
 * Says who it is that writes. His address joins his record, so that he is known next time, and so do the touches of this
 * conversation that had nobody.
 */
export async function knowCustomer(
  context: Context,
  id: Id<'conversation'>,
  { customerId, keepAddress }: z.output<typeof knowInput>,
): Promise<void> {
  const conversation = await lockOwn(context, id);
  const { tx } = context;
  if (customerId !== null && keepAddress) await joinAddress(context, customerId, conversation.correspondent);
  await tx.updateTable('conversation').set({ customer_id: customerId }).where('id', '=', id).execute();
  if (customerId !== null)
    await tx
      .updateTable('contact')
      .set({ customer_id: customerId })
      .where('customer_id', 'is', null)
      .where('id', 'in', (e) =>
        e
          .selectFrom('message')
          .select('message.contact_id')
          .where('message.conversation_id', '=', id)
          .where('message.contact_id', 'is not', null)
          .$castTo<{ contact_id: Id<'contact'> }>(),
      )
      .execute();
  await record(context, {
    subject: { type: 'conversation', id },
    type: 'conversation.customer_known',
    data: { from: conversation.customer_id, to: customerId },
  });
}

async function joinAddress(context: Context, customerId: Id<'customer'>, address: string): Promise<void> {
  const { tx } = context;
  const customer = await tx
    .selectFrom('customer')
    .select('id')
    .where('id', '=', customerId)
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  if (!customer) throw new NotFound('customer.unknown');
  const emails = await tx
    .selectFrom('customer_email')
    .select(['address', 'label'])
    .where('customer_id', '=', customerId)
    .execute();
  if (emails.some((one) => one.address.toLowerCase() === address)) return;
  await changeCustomer(context, customerId, { emails: [...emails, { address, label: '' }] });
}
