import type { Id } from '../kernel/id.ts';
import type { Tx } from '../platform/tx.ts';

/** Who has this number, as numbers are compared: two are enough to know that it is shared. */
export async function customersByNumber(tx: Tx, digits: string): Promise<Id<'customer'>[]> {
  const found = await tx
    .selectFrom('customer_phone')
    .innerJoin('customer', 'customer.id', 'customer_phone.customer_id')
    .select('customer.id')
    .distinct()
    .where('customer_phone.digits', '=', digits)
    .where('customer.erased_at', 'is', null)
    .limit(2)
    .execute();
  return found.map(({ id }) => id);
}
