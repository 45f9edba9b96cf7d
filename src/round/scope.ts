import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Actor } from '../organisation/can.ts';
import { can } from '../organisation/can.ts';
import type { Context } from '../platform/context.ts';

type Whose = { post_id: Id<'post'>; department_id: Id<'department'> | null; centre_id: Id<'centre'> };

/** A round is seen by whoever sees what is owed there, and by whoever has to walk it. */
export function whyNotSee(actor: Actor, round: Whose): Refusal | null {
  const mine = actor.posts.some((post) => post.id === round.post_id);
  const people = mine ? [actor.personId] : [];
  return can(actor, 'commitment.see', { people, departments: [round.department_id], centreId: round.centre_id });
}

/** The same for lists of rounds (`r`). */
export function roundScope({ actor }: Context): RawBuilder<unknown> {
  if (actor.personId === null) return sql`true`;
  const posts = actor.posts.filter((post) => post.rights['commitment.see'] !== undefined);
  const of = (scope: string) => posts.filter((post) => post.rights['commitment.see'] === scope);
  if (of('organisation').length > 0) return sql`true`;
  const centres = of('centre').map((post) => post.centreId);
  const departments = of('department').flatMap((post) => post.departmentId ?? []);
  return sql`(r.centre_id = any(${centres}::uuid[]) or r.department_id = any(${departments}::uuid[])
    or r.post_id = any(${postsOf(actor)}::uuid[]))`;
}

export function postsOf(actor: Actor): string[] {
  return actor.posts.map((post) => post.id);
}
