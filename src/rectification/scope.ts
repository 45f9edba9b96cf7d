import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';

/**
 * Which notices (`r`) and findings of departments (`d`) somebody may see, as a condition: the same answer as `can`, for
 * lists. One's own is what one is addressed in, or issued.
 */
export function noticeScope(context: Context, own: RawBuilder<unknown>): RawBuilder<unknown> {
  const { actor } = context;
  if (actor.personId === null) return sql`true`;
  if (actor.only && !actor.only.includes('rectification.see')) return sql`false`;
  const posts = actor.posts.filter((post) => post.rights['rectification.see'] !== undefined);
  if (posts.some((post) => post.rights['rectification.see'] === 'organisation')) return sql`true`;
  const of = (scope: 'centre' | 'department') => posts.filter((post) => post.rights['rectification.see'] === scope);
  const centres = of('centre').map((post) => post.centreId);
  const departments = of('department').flatMap((post) => post.departmentId ?? []);
  return sql`(d.centre_id = any(${centres}::uuid[]) or d.id = any(${departments}::uuid[]) or (${posts.length > 0} and ${own}))`;
}
