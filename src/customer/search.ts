import type { Context } from '../platform/context.ts';
import { indexForSearch } from '../platform/search-index.ts';
import type { Customer } from './customer.ts';
import { centreOfCustomer } from './facts.ts';

/** By what a customer is found: name and its pinyin, any part of a number or address, and where he lives. Ask it once all is written. */
export async function indexCustomer(context: Context, customer: Customer): Promise<void> {
  const { tx } = context;
  const [phones, emails, places] = [
    await tx.selectFrom('customer_phone').select('digits').where('customer_id', '=', customer.id).execute(),
    await tx.selectFrom('customer_email').select('address').where('customer_id', '=', customer.id).execute(),
    await tx
      .selectFrom('customer_place')
      .innerJoin('place', 'place.id', 'customer_place.place_id')
      .select('place.code')
      .distinct()
      .where('customer_id', '=', customer.id)
      .execute(),
  ];
  await indexForSearch(context, {
    type: 'customer',
    id: customer.id,
    at: customer.created_at,
    centreId: await centreOfCustomer(tx, customer.id),
    fields: [
      { text: customer.name, kind: 'name' },
      ...phones.map(({ digits }) => ({ text: digits, kind: 'phone' as const })),
      ...emails.map(({ address }) => ({ text: address })),
      ...places.map(({ code }) => ({ text: code, kind: 'unit' as const })),
    ],
  });
}
