import type { RawBuilder, SqlBool } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../organisation/can.ts';
import { reachOf } from '../organisation/reach.ts';

/**
 * Which articles (`a`) somebody may read: those of his centres for everybody or for his department; what customers read too; his
 * own; what he was asked to read; and whatever he may write. Whoever works for an outside firm only belongs to his firm, not to the staff.
 */
export function articlesInSight(actor: Actor): RawBuilder<SqlBool> {
  // the clock sees all, whoever has not said who he is nothing
  if (actor.personId === null) return actor.only ? sql<boolean>`false` : sql<boolean>`true`;
  const writes = reachOf(actor, 'knowledge.write');
  if (writes?.all) return sql<boolean>`true`;
  const centres = actor.posts.map((post) => post.centreId);
  const departments = actor.posts.flatMap((post) => post.departmentId ?? []);
  const above = actor.posts.some((post) => post.departmentId === null);
  const inside = sql`(${above} or exists (select from department d where d.id = any(${departments}::uuid[]) and not d.outside_firm))`;
  const everywhere = actor.posts.some(({ rights }) => rights.search === 'organisation');
  return sql<boolean>`(a.owner_id = ${actor.personId}
    or exists (select from article_reading r where r.article_id = a.id and r.person_id = ${actor.personId}) or a.owner_post_id = any(${actor.posts.map(({ id }) => id)}::uuid[])
    or ((${everywhere} or a.centre_id = any(${centres}::uuid[]))
      and (a.audience = 'public' or (a.department_id is null and ${inside}) or a.department_id = any(${departments}::uuid[])))
    or a.centre_id = any(${writes?.centres ?? []}::uuid[]))`;
}

/** The same of what the search found (`e`), and nothing that was retired. */
export function foundInSight(actor: Actor, more: RawBuilder<unknown> = sql`true`): RawBuilder<SqlBool> {
  return sql<boolean>`exists (select from article a
    where a.id = e.subject_id and a.retired_at is null and ${articlesInSight(actor)} and ${more})`;
}
