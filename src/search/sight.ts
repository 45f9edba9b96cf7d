import type { RawBuilder, SqlBool } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../organisation/can.ts';
import type { Reach } from '../organisation/reach.ts';
import { reachOf } from '../organisation/reach.ts';
import type { EntryType } from './entries.ts';

type Condition = RawBuilder<SqlBool>;

/**
 * What of a type of thing the actor may find, as a condition on `search_entry e`; null: nothing at all. Finding follows
 * from the right to see the thing itself, so that search never shows what its page would refuse.
 */
export function sightOf(actor: Actor, type: EntryType): Condition | null {
  const reach = reachOf(actor, `${type}.see`);
  if (reach === null) return null;
  if (reach.everything) return sql<boolean>`true`;
  if (type === 'place') return inCentres(reach);
  return type === 'ticket' ? ticketsWithin(reach) : customersWithin(reach);
}

function inCentres(reach: Reach): Condition {
  return sql<boolean>`e.centre_id = any(${reach.centres}::uuid[])`;
}

/** Tickets somebody has to do with: accountable, offered, sent out under it, keeping it in sight, or of a department that has. */
export function concerns({ person, departments }: Reach): Condition {
  return sql<boolean>`(t.owner_id = ${person} or t.offered_to_id = ${person} or t.given_by_id = ${person}
    or t.department_id = any(${departments}::uuid[])
    or exists (select from work_order w where w.ticket_id = t.id
      and (w.person_id = ${person} or w.department_id = any(${departments}::uuid[]))))`;
}

function ticketsWithin(reach: Reach): Condition {
  return sql<boolean>`(${inCentres(reach)}
    or exists (select from ticket t where t.id = e.subject_id and ${concerns(reach)})
    or exists (select from ticket_sight s where s.ticket_id = e.subject_id and s.person_id = ${reach.person}))`;
}

/** A customer belongs to the centres of his places; one without a place to all; and to whoever has an open matter of his. */
function customersWithin(reach: Reach): Condition {
  const ofCentres = sql<boolean>`(e.centre_id = any(${reach.centres}::uuid[])
    or (e.centre_id is null and cardinality(${reach.centres}::uuid[]) > 0 and not exists (
      select from customer_place cp join place p on p.id = cp.place_id where cp.customer_id = e.subject_id
      having count(*) > 0 and count(*) filter (where p.centre_id = any(${reach.centres}::uuid[])) = 0)))`;
  return sql<boolean>`(${ofCentres} or exists (
    select from ticket t where t.customer_id = e.subject_id and t.closed_at is null and ${concerns(reach)}))`;
}
