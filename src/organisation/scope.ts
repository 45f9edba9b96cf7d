import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';
import { reachOf } from './reach.ts';
import type { Right } from './rights.ts';

/** The scope that leaves nothing out: a count need not even look at its ticket. */
export const EVERYTHING = sql`true`;

/**
 * Which tickets (`t`) a right reaches, as a condition: the same answer as `can`, for lists. Something of one's own is what
 * one is accountable for, was offered, gave, keeps in sight, or works on.
 */
export function scopeOf(context: Context, right: Right): RawBuilder<unknown> {
  const { actor } = context;
  if (actor.personId === null) return EVERYTHING;
  if (actor.only && !actor.only.includes(right)) return sql`false`;
  const scopes = actor.posts.filter((post) => post.rights[right] !== undefined);
  if (scopes.some((post) => post.rights[right] === 'organisation')) return EVERYTHING;
  const centres = scopes.filter((post) => post.rights[right] === 'centre').map((post) => post.centreId);
  if (centres.length > 0 && actor.centres?.every((centre) => centres.includes(centre))) return EVERYTHING;
  const departments = scopes
    .filter((post) => post.rights[right] === 'department')
    .flatMap((post) => post.departmentId ?? []);
  const reached: RawBuilder<unknown>[] = [];
  if (centres.length > 0) reached.push(sql`t.centre_id = any(${centres}::uuid[])`);
  if (departments.length > 0) {
    reached.push(sql`t.department_id = any(${departments}::uuid[])`);
    reached.push(
      sql`exists (select from work_order w where w.ticket_id = t.id and w.department_id = any(${departments}::uuid[]))`,
    );
  }
  if (scopes.length > 0) reached.push(own(actor.personId));
  return reached.length === 0 ? sql`false` : sql`(${sql.join(reached, sql` or `)})`;
}

function own(personId: string): RawBuilder<unknown> {
  return sql`(t.owner_id = ${personId} or t.offered_to_id = ${personId} or t.given_by_id = ${personId}
    or exists (select from ticket_sight s where s.ticket_id = t.id and s.person_id = ${personId})
    or exists (select from work_order w where w.ticket_id = t.id and w.person_id = ${personId}))`;
}

/** The same for work orders (`w`) under tickets (`t`). */
export function orderScope(context: Context): RawBuilder<unknown> {
  const { actor } = context;
  if (actor.personId === null) return sql`true`;
  if (actor.only && !actor.only.includes('work_order.see')) return sql`false`;
  const posts = actor.posts.filter((post) => post.rights['work_order.see'] !== undefined);
  if (posts.some((post) => post.rights['work_order.see'] === 'organisation')) return sql`true`;
  const of = (scope: 'centre' | 'department') => posts.filter((post) => post.rights['work_order.see'] === scope);
  const centres = of('centre').map((post) => post.centreId);
  const departments = of('department').flatMap((post) => post.departmentId ?? []);
  return sql`(t.centre_id = any(${centres}::uuid[]) or w.department_id = any(${departments}::uuid[])
    or (${posts.length > 0} and w.person_id = ${actor.personId}))`;
}

/** Rows that stand at a centre and in a department, by the name they have in the query: those a right reaches, and one's own. */
export function rowsInReach(
  { actor }: Context,
  right: Right,
  { rows, own: ones }: { rows: string; own: RawBuilder<unknown> },
): RawBuilder<unknown> {
  const reach = reachOf(actor, right);
  if (reach?.all) return EVERYTHING;
  const { centres = [], departments = [] } = reach ?? {};
  return sql`(${sql.ref(`${rows}.centre_id`)} = any(${centres}::uuid[])
    or ${sql.ref(`${rows}.department_id`)} = any(${departments}::uuid[]) or ${ones})`;
}
