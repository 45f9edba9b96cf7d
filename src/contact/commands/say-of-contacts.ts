import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import type { ContactTable } from '../table.ts';

/** Who it was that touched us, where nobody knew it then. */
export async function sayWhose(
  { tx }: Context,
  contactIds: readonly Id<'contact'>[],
  customerId: Id<'customer'>,
): Promise<void> {
  if (contactIds.length === 0) return;
  await tx
    .updateTable('contact')
    .set({ customer_id: customerId })
    .where('id', 'in', contactIds)
    .where('customer_id', 'is', null)
    .execute();
}

/** What touches turned out to be about. */
export async function sayPurpose(
  { tx }: Context,
  contactIds: readonly Id<'contact'>[],
  purpose: ContactTable['purpose'],
): Promise<void> {
  if (contactIds.length === 0) return;
  await tx.updateTable('contact').set({ purpose }).where('id', 'in', contactIds).execute();
}
