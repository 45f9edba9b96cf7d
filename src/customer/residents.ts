import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';
import type { Customer } from './customer.ts';
import { thingsOfCustomers } from './facts.ts';
import { shownPhones } from './phone.ts';
import type { CustomerPlaceTable } from './table.ts';

export type Resident = {
  customerId: string;
  name: string;
  kind: string;
  vip: boolean;
  relation: string;
  since: string | null;
  until: string | null;
  phones: string[];
};

type Row = Pick<Customer, 'id' | 'name' | 'kind' | 'vip'> &
  Pick<CustomerPlaceTable, 'relation' | 'since' | 'until'> & { phones: string[] };

/** More live in no flat; a public building has visitors, not residents. */
const MOST = 50;

/** Who has to do with a place on a day, owners first. Two round trips. */
export async function residentsOf(context: Context, placeId: string, today: string): Promise<Resident[]> {
  const found = await sql<Row>`
    select c.id, c.name, c.kind, c.vip, cp.relation, cp.since, cp.until,
      array(select digits from customer_phone f where f.customer_id = c.id order by f.first desc, f.digits) as phones
    from customer_place cp join customer c on c.id = cp.customer_id
    where cp.place_id = ${placeId} and c.erased_at is null
      and (cp.until is null or cp.until >= ${today}::date) and (cp.since is null or cp.since <= ${today}::date)
    order by array_position(array['owner', 'resident', 'tenant', 'user'], cp.relation), c.name limit ${MOST}`.execute(
    context.tx,
  );
  const things = await thingsOfCustomers(
    context,
    found.rows.map((row) => row.id),
  );
  return found.rows.map(({ id, phones, ...row }) => ({
    customerId: id,
    ...row,
    phones: shownPhones(context, things.get(id) ?? {}, phones),
  }));
}
