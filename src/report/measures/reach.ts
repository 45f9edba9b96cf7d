import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { EVERYTHING } from '../../organisation/scope.ts';
import type { Context } from '../../platform/context.ts';
import type { Columns } from './sources.ts';

/**
 * Whose figures somebody may see: those of the centres and departments that his right to reports reaches, and his own. A colleague's
 * numbers are counted out of these rows only.
 */
export function reportScope({ actor }: Context, columns: Columns): RawBuilder<unknown> {
  if (actor.personId === null) return EVERYTHING;
  if (actor.only && !actor.only.includes('report.see')) return sql`false`;
  const posts = actor.posts.filter((post) => post.rights['report.see'] !== undefined);
  const of = (scope: string) => posts.filter((post) => post.rights['report.see'] === scope);
  if (of('organisation').length > 0) return EVERYTHING;
  const centres = of('centre').map((post) => post.centreId);
  if (centres.length > 0 && actor.centres?.every((centre) => centres.includes(centre))) return EVERYTHING;
  const departments = of('department').flatMap((post) => post.departmentId ?? []);
  const reached = [
    ...(centres.length > 0 ? [sql`${columns.centre} = any(${centres}::uuid[])`] : []),
    ...(departments.length > 0 ? [sql`${columns.department} = any(${departments}::uuid[])`] : []),
    ...(posts.length > 0 ? [sql`${columns.person} = ${actor.personId}::uuid`] : []),
  ];
  return reached.length === 0 ? sql`false` : sql`(${sql.join(reached, sql` or `)})`;
}
