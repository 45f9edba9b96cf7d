import type { RawBuilder, SqlBool } from 'kysely';
import { sql } from 'kysely';
import { foundInSight } from '../knowledge/sight.ts';
import type { Reach } from '../organisation/reach.ts';
import { reachOf } from '../organisation/reach.ts';
import { scopeOf } from '../organisation/scope.ts';
import type { Context } from '../platform/context.ts';
import type { EntryType } from './entries.ts';

type Condition = RawBuilder<SqlBool>;

/** Where the id and the centre of the thing stand; a customer has no centre of his own but in a search entry. */
export type Seen = { id: string; centre: string | null };

export const IN_ENTRY: Seen = { id: 'e.subject_id', centre: 'e.centre_id' };

/**
 * What of a type of thing the actor may find, as a condition on `search_entry e` (or on whatever `seen` names); null: nothing
 * at all. Finding follows from the right to see the thing itself, so that search never shows what its page would refuse.
 */
export function sightOf(context: Context, type: EntryType, seen: Seen = IN_ENTRY): Condition | null {
  if (type === 'article' || type === 'article_title') return foundInSight(context.actor);
  const reach = reachOf(context.actor, type === 'message' ? 'conversation.see' : `${type}.see`);
  if (reach === null) return null;
  if (reach.all) return sql<boolean>`true`;
  if (type === 'place') return inCentres(reach, seen);
  if (type === 'message') return messages(context, reach, seen);
  return type === 'ticket' ? tickets(context, reach, seen) : customers(context, reach, seen);
}

function inCentres({ centres }: Reach, { centre }: Seen): Condition {
  if (centre === null || centres.length === 0) return sql<boolean>`false`;
  return sql<boolean>`coalesce(${sql.ref(centre)} = any(${centres}::uuid[]), false)`;
}

function tickets(context: Context, reach: Reach, seen: Seen): Condition {
  return sql<boolean>`(${inCentres(reach, seen)}
    or exists (select from ticket t where t.id = ${sql.ref(seen.id)} and ${scopeOf(context, 'ticket.see')}))`;
}

/** A message belongs to its conversation: to its department, its centre, and whoever answers there. */
function messages({ actor }: Context, reach: Reach, seen: Seen): Condition {
  return sql<boolean>`(${inCentres(reach, seen)}
    or exists (select from message m join conversation c on c.id = m.conversation_id where m.id = ${sql.ref(seen.id)}
      and (c.owner_id = ${actor.personId} or c.department_id = any(${reach.departments}::uuid[]))))`;
}

/**
 * A customer belongs to the centres of his places (an entry names one where they are all of the same), one without a place
 * to every centre; and to whoever has to do with an open matter of his.
 */
function customers(context: Context, reach: Reach, seen: Seen): Condition {
  const { centres } = reach;
  const id = sql.ref(seen.id);
  const placed = sql`select from customer_place cp join place p on p.id = cp.place_id where cp.customer_id = ${id}`;
  const ofCentres = sql`(not exists (${placed}) or exists (${placed} and p.centre_id = any(${centres}::uuid[])))`;
  const unsaid = seen.centre === null ? sql`true` : sql`${sql.ref(seen.centre)} is null`;
  return sql<boolean>`(${inCentres(reach, seen)}
    or (${centres.length > 0} and ${unsaid} and ${ofCentres})
    or exists (select from ticket t where t.customer_id = ${id} and t.closed_at is null
      and ${scopeOf(context, 'customer.see')}))`;
}
