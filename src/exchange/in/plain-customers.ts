import { sql } from 'kysely';
import { addCustomers } from '../../customer/commands/add-customer.ts';
import { addCustomerInput } from '../../customer/inputs.ts';
import { dialled } from '../../kernel/text/dialled.ts';
import { normalisePhone } from '../../kernel/text/mask.ts';
import type { Context } from '../../platform/context.ts';
import { writeExternalIds } from '../commands/write-external-id.ts';
import type { Cells } from './cells.ts';
import type { Read } from './customer-read.ts';
import { readCustomer } from './customer-read.ts';
import { placesOf } from './known.ts';
import type { Plain } from './list-in.ts';

/** By what somebody is known again, each as one text: his number elsewhere, his telephones, his name in a flat. */
function keysOf({ externalId, phones, places, name }: Read): string[] {
  return [
    ...(externalId === null ? [] : [`id ${externalId}`]),
    ...phones.flatMap(({ number }) => [`phone ${normalisePhone(number)}`, `phone ${dialled(number)}`]),
    ...places.map(({ placeId }) => `at ${placeId} ${name}`),
  ];
}

/**
 * The rows that add a customer whom none here and none of these rows resembles by anything he is known by, who belongs to no
 * household, and in which nothing is wrong. Three statements for all of them.
 */
export async function plainCustomers(context: Context, rows: readonly Cells[]): Promise<(Plain | null)[]> {
  const places = await placesOf(context, rows, 'place', 'customer.edit');
  const times = new Map<string, number>();
  const read: { one: Read; plain: boolean }[] = [];
  for (const cells of rows) {
    const one = await readCustomer(context, cells, places);
    read.push({ one, plain: cells.wrong.length === 0 && one.memberOf === null });
    // a row that is not plain may still say the same as another
    for (const key of new Set(keysOf(one))) times.set(key, (times.get(key) ?? 0) + 1);
  }
  const there = await known(context, [...times.keys()]);
  return read.map(({ one, plain }) => {
    const keys = keysOf(one);
    const alone = plain && keys.length > 0 && keys.every((key) => times.get(key) === 1 && !there.has(key));
    return alone ? { read: one } : null;
  });
}

/** Which of these keys somebody here is known by. */
async function known({ tx }: Context, keys: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`
    select k.key from unnest(${keys}::text[]) as k(key) where
      (k.key like 'id %' and exists (select from external_id where list = 'customers' and value = substr(k.key, 4)))
      or (k.key like 'phone %' and exists (select from customer_phone where digits = substr(k.key, 7)))
      or (k.key like 'at %' and exists (select from customer_place cp join customer c on c.id = cp.customer_id
        where cp.place_id = substr(k.key, 4, 36)::uuid and c.name = substr(k.key, 41)))`.execute(tx);
  return new Set(rows.map(({ key }) => key));
}

/** Adds them, and notes how the other system calls them. */
export async function addPlainCustomers(context: Context, rows: readonly Plain[]): Promise<string[]> {
  const all = rows.map(({ read }) => read as Read);
  const inputs = all.map(({ externalId: _, memberOf: __, ...given }) =>
    addCustomerInput.parse(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null))),
  );
  const ids = await addCustomers(context, inputs);
  const called = all.flatMap(({ externalId }, at) =>
    externalId === null ? [] : [{ value: externalId, subject_id: ids[at]! }],
  );
  await writeExternalIds(context, 'customers', called);
  return ids;
}
