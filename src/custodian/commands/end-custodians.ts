import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { settingsOf } from '../../pack/settings.ts';
import { take } from './hand.ts';

/** He works here no more: his customers are nobody's until they are given anew. */
export async function endCustodiansOf(context: Context, personId: Id<'person'>): Promise<void> {
  const his = await context.tx
    .selectFrom('custodian')
    .select('customer_id')
    .where('person_id', '=', personId)
    .where('until_at', 'is', null)
    .orderBy('customer_id')
    .execute();
  for (const { customer_id: customerId } of his) await take(context, customerId, 'left');
}

/** He holds a post the less: where none of those is left whose holders have customers, his are nobody's. */
export async function endWithoutPost(context: Context, personId: Id<'person'>): Promise<void> {
  const { custodians } = await settingsOf(context);
  const still = await context.tx
    .selectFrom('person_post as h')
    .innerJoin('post as o', 'o.id', 'h.post_id')
    .select('h.person_id')
    .where('h.person_id', '=', personId)
    .where('h.deputy_rank', 'is', null)
    .where('o.key', 'in', [...(custodians?.posts ?? []), ''])
    .executeTakeFirst();
  if (!still) await endCustodiansOf(context, personId);
}

/** He was erased: he is nobody's, and nothing is owed with him. */
export async function endCustodianOfErased(context: Context, customerId: Id<'customer'>): Promise<void> {
  await take(context, customerId, 'erased');
}
