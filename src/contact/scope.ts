import type { RawBuilder, SqlBool } from 'kysely';
import { sql } from 'kysely';
import { reachOf } from '../organisation/reach.ts';
import type { Context } from '../platform/context.ts';

/** Which contacts (`c`) may be seen, as a condition: those of the centres whose tickets one sees, and what one received oneself. */
export function contactsInScope(context: Pick<Context, 'actor'>): RawBuilder<SqlBool> {
  const reach = reachOf(context.actor, 'ticket.see');
  if (reach === null) return sql<boolean>`false`;
  if (reach.all) return sql<boolean>`true`;
  return sql<boolean>`(c.centre_id = any(${reach.centres}::uuid[]) or c.by_id = ${context.actor.personId})`;
}
