import type { RawBuilder, SqlBool } from 'kysely';
import { sql } from 'kysely';
import { reachOf } from '../organisation/reach.ts';
import type { Context } from '../platform/context.ts';

/** Which calls (`c`) may be seen: those of the centres whose tickets one sees, and one's own. */
export function callsInScope(context: Context): RawBuilder<SqlBool> {
  const reach = reachOf(context.actor, 'ticket.see');
  if (reach === null) return sql<boolean>`false`;
  if (reach.all) return sql<boolean>`true`;
  return sql<boolean>`(c.centre_id = any(${reach.centres}::uuid[]) or c.answered_by_id = ${context.actor.personId})`;
}

/** When who took calls (`c`, who works at the centre `w`): of the same centres, and one's own. */
export function statesInScope(context: Context): RawBuilder<SqlBool> {
  const reach = reachOf(context.actor, 'ticket.see');
  if (reach === null) return sql<boolean>`false`;
  if (reach.all) return sql<boolean>`true`;
  return sql<boolean>`(w.centre_id = any(${reach.centres}::uuid[]) or c.person_id = ${context.actor.personId})`;
}
