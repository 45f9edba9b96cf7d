import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';
import { chargeScope, departmentOfCharge } from './facts.ts';
import type { ChargesQuery } from './inputs.ts';
import type { Charging } from './items.ts';
import type { ChargeState } from './states.ts';

const OPEN = sql`c.amount > s.settled`;

/** What must hold of charges `c`, with what settled them (`s`), their place `p` and customer `u`, to be listed. */
export async function wantedCharges(
  context: Context,
  charging: Charging,
  query: ChargesQuery,
  today: string,
): Promise<RawBuilder<unknown>[]> {
  const wanted = [chargeScope(context, 'c.centre_id')];
  const { q, item, state, customer, place, run, ticket, department, dueFrom, dueUntil } = query;
  if (q) wanted.push(sql`(p.code ilike ${`%${q}%`} or u.name ilike ${`%${q}%`})`);
  if (item) wanted.push(sql`c.item_key = ${item}`);
  if (state) wanted.push(stateIs(state, today));
  if (customer) wanted.push(sql`c.customer_id = ${customer}`);
  if (place)
    wanted.push(sql`c.place_id in (with recursive below as (select id from place where id = ${place}
      union all select q.id from place q join below b on q.parent_id = b.id) select id from below)`);
  if (run) wanted.push(sql`c.run_id = ${run}`);
  if (ticket) wanted.push(sql`c.ticket_id = ${ticket}`);
  if (department) wanted.push(sql`${await departmentOfCharge(context, charging)} = ${department}`);
  if (dueFrom) wanted.push(sql`c.due_day >= ${dueFrom}`);
  if (dueUntil) wanted.push(sql`c.due_day <= ${dueUntil}`);
  return wanted;
}

function stateIs(state: ChargeState | 'owed', today: string): RawBuilder<unknown> {
  if (state === 'owed') return OPEN;
  if (state === 'open') return sql`${OPEN} and c.due_day >= ${today}`;
  if (state === 'overdue') return sql`${OPEN} and c.due_day < ${today}`;
  if (state === 'reversed') return sql`not (${OPEN}) and s.reversed > 0`;
  return state === 'waived'
    ? sql`not (${OPEN}) and s.reversed = 0 and s.paid = 0`
    : sql`not (${OPEN}) and s.reversed = 0 and s.paid > 0`;
}
