import type { RawBuilder, SqlBool } from 'kysely';
import { sql } from 'kysely';
import type { Reach } from '../organisation/reach.ts';
import { reachOf } from '../organisation/reach.ts';
import { scopeOf } from '../organisation/scope.ts';
import type { Context } from '../platform/context.ts';
import type { EntryType } from './entries.ts';

type Condition = RawBuilder<SqlBool>;

/**
 * What of a type of thing the actor may find, as a condition on `search_entry e`; null: nothing at all. Finding follows
 * from the right to see the thing itself, so that search never shows what its page would refuse.
 */
export function sightOf(context: Context, type: EntryType): Condition | null {
  const reach = reachOf(context.actor, `${type}.see`);
  if (reach === null) return null;
  if (reach.all) return sql<boolean>`true`;
  if (type === 'place') return inCentres(reach);
  return type === 'ticket' ? tickets(context, reach) : customers(context, reach);
}

function inCentres({ centres }: Reach): Condition {
  return sql<boolean>`e.centre_id = any(${centres}::uuid[])`;
}

function tickets(context: Context, reach: Reach): Condition {
  return sql<boolean>`(${inCentres(reach)}
    or exists (select from ticket t where t.id = e.subject_id and ${scopeOf(context, 'ticket.see')}))`;
}

/**
 * A customer belongs to the centres of his places (an entry names one where they are all of the same), one without a place
 * to every centre; and to whoever has to do with an open matter of his.
 */
function customers(context: Context, reach: Reach): Condition {
  const { centres } = reach;
  const placed = sql`select from customer_place cp join place p on p.id = cp.place_id where cp.customer_id = e.subject_id`;
  return sql<boolean>`(${inCentres(reach)}
    or (e.centre_id is null and ${centres.length > 0} and (
      not exists (${placed}) or exists (${placed} and p.centre_id = any(${centres}::uuid[]))))
    or exists (select from ticket t where t.customer_id = e.subject_id and t.closed_at is null
      and ${scopeOf(context, 'customer.see')}))`;
}
