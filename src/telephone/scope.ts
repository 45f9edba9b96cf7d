import type { RawBuilder, SqlBool } from 'kysely';
import { sql } from 'kysely';
import { reachOf } from '../organisation/reach.ts';
import type { Right } from '../organisation/rights.ts';
import type { Context } from '../platform/context.ts';

type Columns = { centre: RawBuilder<unknown>; person: RawBuilder<unknown> };

/** Those of the centres that a right reaches, and one's own. */
function reached({ actor }: Context, right: Right, { centre, person }: Columns): RawBuilder<SqlBool> {
  const reach = reachOf(actor, right);
  if (reach === null) return sql<boolean>`false`;
  if (reach.all) return sql<boolean>`true`;
  return sql<boolean>`(${centre} = any(${reach.centres}::uuid[]) or ${person} = ${actor.personId})`;
}

const OF_CALL: Columns = { centre: sql`c.centre_id`, person: sql`c.answered_by_id` };

/** Which calls (`c`) may be seen: those of the centres whose tickets one sees, and one's own. */
export function callsInScope(context: Context): RawBuilder<SqlBool> {
  return reached(context, 'ticket.see', OF_CALL);
}

/** Which of them (`c`) may be listened to: where one may see the caller's number whole. */
export function callsHeard(context: Context): RawBuilder<SqlBool> {
  return reached(context, 'customer.see_phone', OF_CALL);
}

/** When who took calls (`c`, who works at the centre `w`): of the same centres, and one's own. */
export function statesInScope(context: Context): RawBuilder<SqlBool> {
  return reached(context, 'ticket.see', { centre: sql`w.centre_id`, person: sql`c.person_id` });
}
