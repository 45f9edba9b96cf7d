import { sql } from 'kysely';
import { addCustomer } from '../../customer/commands/add-customer.ts';
import { changeCustomer } from '../../customer/commands/change-customer.ts';
import { eraseCustomer } from '../../customer/commands/erase-customer.ts';
import { addCustomerInput } from '../../customer/inputs.ts';
import { Refused } from '../../kernel/refusal.ts';
import { fold } from '../../kernel/text/fold.ts';
import type { Context } from '../../platform/context.ts';
import { versionOf } from '../../platform/journal.ts';
import { dropExternalId, dropExternalIdsOf, writeExternalId } from '../commands/write-external-id.ts';
import { words } from '../list-out.ts';
import type { Cells } from './cells.ts';
import type { Change } from './customer-change.ts';
import { changeOf, customerNow } from './customer-change.ts';
import { CUSTOMER_FIELDS } from './customer-fields.ts';
import type { Read } from './customer-read.ts';
import { readCustomer } from './customer-read.ts';
import type { Known } from './known.ts';
import { byExternalId, customersAt, customersWithPhone } from './known.ts';
import { addPlainCustomers, plainCustomers } from './plain-customers.ts';
import type { ListIn, Moved, Taken, TakenBefore } from './list-in.ts';

type Before = { change: Change['former'] | null; externalId: string | null; group: string | null };

/**
 * Customers with numbers, places and the household or company they belong to. One that is known (by its number in the other system, by
 * a telephone, by name and flat) is completed: what the file does not say stays, and nothing of what he has is taken from him.
 */
export const customersIn: ListIn = {
  key: 'customers',
  name: words('Customers', '客户', '客戶'),
  subject: 'customer',
  fields: CUSTOMER_FIELDS,
  take: takeCustomer,
  plain: plainCustomers,
  addAll: addPlainCustomers,
  takeBack,
};

async function takeCustomer(context: Context, cells: Cells): Promise<Taken> {
  const read = await readCustomer(context, cells);
  const known = await knownAs(context, cells, read);
  const group = await groupOf(context, cells, read.memberOf);
  cells.orRefuse();
  if (known === null) return addAll(context, read, group);
  const versionBefore = await versionOf(context.tx, known);
  const change = changeOf(await customerNow(context, known), read);
  if (change.wanted) await changeCustomer(context, known, { ...change.wanted, version: undefined });
  const tied = read.externalId !== null && (await writeExternalId(context, 'customers', read.externalId, known));
  const moved = group === null ? [] : await join(context, group, known);
  const joined = moved.length > 0;
  const former = {
    ...change.shown,
    ...(tied ? { externalId: '' } : {}),
    ...(joined ? { memberOf: '' } : {}),
  };
  const before: Before = {
    change: change.wanted ? change.former : null,
    externalId: tied ? read.externalId : null,
    group: joined ? group : null,
  };
  return Object.keys(former).length > 0
    ? { result: 'changed', id: known, versionBefore, moved, former, before }
    : { result: 'same', id: known };
}

async function addAll(context: Context, read: Read, group: string | null): Promise<Taken> {
  const { externalId, memberOf: _, ...given } = read;
  const input = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
  const id = await addCustomer(context, addCustomerInput.parse(input));
  if (externalId !== null) await writeExternalId(context, 'customers', externalId, id);
  const moved = group === null ? [] : await join(context, group, id);
  return { result: 'new', id, moved };
}

/** Who it is, if he is known. Several with one number are told apart by their names. */
async function knownAs(context: Context, cells: Cells, read: Read): Promise<string | null> {
  if (read.externalId !== null) {
    const known = await byExternalId(context, 'customers', read.externalId);
    if (known !== null) return known;
  }
  const phones = read.phones.map(({ number }) => number);
  const byPhone = await customersWithPhone(context, phones);
  if (byPhone.length > 0) return oneOf(cells, 'phone', byPhone, read.name);
  const placeIds = read.places.map(({ placeId }) => placeId);
  const there = await customersAt(context, placeIds, read.name);
  if (there.length > 0) return oneOf(cells, 'place', there, read.name);
  const knowable = read.externalId !== null || phones.length > 0 || placeIds.length > 0;
  return knowable || cells.wrong.length > 0 ? null : cells.refuse('phone', 'import.nothing_to_know_by');
}

function oneOf(cells: Cells, field: string, found: readonly Known[], name: string): string | null {
  const [only] = found;
  if (found.length === 1) return only!.id;
  const named = found.filter((one) => fold(one.name) === fold(name));
  return named.length === 1 ? named[0]!.id : cells.refuse(field, 'import.several_fit', { n: found.length });
}

async function groupOf(context: Context, cells: Cells, said: string | null): Promise<string | null> {
  if (said === null) return null;
  const known = await byExternalId(context, 'customers', said);
  if (known !== null) return known;
  const { rows } = await sql<{ id: string }>`
    select id from customer where name = ${said} and kind in ('household', 'company') and erased_at is null limit 2`.execute(
    context.tx,
  );
  if (rows.length === 1) return rows[0]!.id;
  return cells.refuse('memberOf', rows.length === 0 ? 'import.group_unknown' : 'import.several_fit', {
    name: said.slice(0, 40),
    n: rows.length,
  });
}

type Member = { customerId: never; relation: string };

async function membersOf({ tx }: Context, group: string): Promise<Member[]> {
  const rows = await tx
    .selectFrom('customer_member')
    .select(['member_id', 'relation'])
    .where('group_id', '=', group as never)
    .execute();
  return rows.map((row) => ({ customerId: row.member_id as never, relation: row.relation }));
}

async function changeMembers(context: Context, group: string, members: Member[]): Promise<Moved[]> {
  const from = await versionOf(context.tx, group);
  await changeCustomer(context, group, { members, version: undefined });
  return [{ id: group, from, to: await versionOf(context.tx, group) }];
}

async function join(context: Context, group: string, id: string): Promise<Moved[]> {
  const members = await membersOf(context, group);
  if (members.some(({ customerId }) => customerId === id)) return [];
  return changeMembers(context, group, [...members, { customerId: id as never, relation: '' }]);
}

async function takeBack(context: Context, { id, result, before }: TakenBefore): Promise<readonly Moved[]> {
  if (result === 'new') {
    await refuseFollowed(context, id);
    await eraseCustomer(context, id, { version: undefined, reason: 'entered_by_mistake' });
    await dropExternalIdsOf(context, id);
    return [];
  }
  const { change, externalId, group } = before as Before;
  if (change) await changeCustomer(context, id, { ...change, version: undefined });
  if (externalId !== null) await dropExternalId(context, 'customers', externalId);
  if (group === null) return [];
  const members = await membersOf(context, group);
  return changeMembers(
    context,
    group,
    members.filter(({ customerId }) => customerId !== id),
  );
}

/** A matter or a call of his would be left without him. */
async function refuseFollowed({ tx }: Context, id: string): Promise<void> {
  const { rows } = await sql<{ n: number }>`
    select (select count(*)::int from ticket where customer_id = ${id}) + (select count(*)::int from contact where customer_id = ${id}) as n`.execute(
    tx,
  );
  if (rows[0]!.n > 0) throw new Refused('import.matters_followed', { n: rows[0]!.n });
}
