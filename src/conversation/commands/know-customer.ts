import type { z } from 'zod';
import { sayWhose } from '../../contact/commands/say-of-contacts.ts';
import type { Id } from '../../kernel/id.ts';
import { NotFound, orRefuse } from '../../kernel/refusal.ts';
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
  { customerId, keepAddress }: z.output<typeof knowInput>,
): Promise<void> {
  const conversation = await lockOwn(context, id);
  orRefuse(whyNotKnow(conversation));
  if (customerId !== null) await refuseUnknown(context, customerId);
  await context.tx.updateTable('conversation').set({ customer_id: customerId }).where('id', '=', id).execute();
  if (customerId !== null) await sayWhose(context, await touchesOf(context, id), customerId);
  await record(context, {
    subject: { type: 'conversation', id },
    type: 'conversation.customer_known',
    data: { from: conversation.customer_id, to: customerId, keepAddress },
  });
}

async function refuseUnknown({ tx }: Context, id: Id<'customer'>): Promise<void> {
  const customer = await tx
    .selectFrom('customer')
    .select('id')
    .where('id', '=', id)
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  if (!customer) throw new NotFound('customer.unknown');
}

async function touchesOf({ tx }: Context, id: Id<'conversation'>): Promise<Id<'contact'>[]> {
  const rows = await tx
    .selectFrom('message')
    .select('contact_id')
    .where('conversation_id', '=', id)
    .where('contact_id', 'is not', null)
    .execute();
  return rows.flatMap(({ contact_id }) => contact_id ?? []);
}
