import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';
import type { Searchable } from '../platform/search-index.ts';
import { indexForSearch } from '../platform/search-index.ts';
import type { Customer } from './customer.ts';

type Found = { phones: string[]; emails: string[]; codes: string[]; centres: string[] };

/**
 * By what customers are found: name and its pinyin, any part of a number or address, and where they live. Ask it once all is
 * written; one statement, however many.
 */
export async function indexCustomer(context: Context, ...customers: Customer[]): Promise<void> {
  const { rows } = await sql<Found & { id: string }>`
    select c.id,
      array(select digits from customer_phone where customer_id = c.id) as phones,
      array(select address from customer_email where customer_id = c.id) as emails,
      array(select distinct p.code from customer_place cp join place p on p.id = cp.place_id where cp.customer_id = c.id) as codes,
      array(select distinct p.centre_id::text from customer_place cp join place p on p.id = cp.place_id
        where cp.customer_id = c.id) as centres
    from unnest(${customers.map(({ id }) => id)}::uuid[]) as c(id)`.execute(context.tx);
  const found = new Map(rows.map((row) => [row.id, row]));
  await indexForSearch(context, ...customers.map((customer) => entryOf(customer, found.get(customer.id)!)));
}

function entryOf({ id, name, created_at: at }: Customer, { phones, emails, codes, centres }: Found): Searchable {
  return {
    type: 'customer',
    id,
    at,
    // of whoever has to do with several centres, none finds him alone
    centreId: centres.length === 1 ? centres[0]! : null,
    fields: [
      { text: name, kind: 'name' },
      ...phones.map((digits) => ({ text: digits, kind: 'phone' as const })),
      ...emails.map((address) => ({ text: address })),
      ...codes.map((code) => ({ text: code, kind: 'unit' as const })),
    ],
  };
}
