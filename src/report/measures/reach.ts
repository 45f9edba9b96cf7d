import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { reachOf } from '../../organisation/reach.ts';
import { EVERYTHING } from '../../organisation/scope.ts';
import type { Context } from '../../platform/context.ts';
import type { Columns } from './sources.ts';

/**
 * Whose figures somebody may see: those of the centres and departments that his right to reports reaches, and his own. A colleague's
 * numbers are counted out of these rows only.
 */
export function reportScope({ actor }: Context, columns: Columns): RawBuilder<unknown> {
  const reach = reachOf(actor, 'report.see');
  if (reach === null) return sql`false`;
  const { all, centres, departments } = reach;
  if (all) return EVERYTHING;
  if (centres.length > 0 && actor.centres?.every((centre) => centres.includes(centre))) return EVERYTHING;
  const reached = [
    ...(centres.length > 0 ? [sql`${columns.centre} = any(${centres}::uuid[])`] : []),
    ...(departments.length > 0 ? [sql`${columns.department} = any(${departments}::uuid[])`] : []),
    sql`${columns.person} = ${actor.personId}::uuid`,
  ];
  return sql`(${sql.join(reached, sql` or `)})`;
}
