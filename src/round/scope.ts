import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Refusal } from '../kernel/refusal.ts';
import type { Actor } from '../organisation/can.ts';
import { can } from '../organisation/can.ts';
import { rowsInReach } from '../organisation/scope.ts';
import type { Context } from '../platform/context.ts';
import type { Whose } from './round.ts';

/** A round is seen by whoever sees what is owed there, and by whoever has to walk it. */
export function whyNotSee(actor: Actor, round: Whose): Refusal | null {
  const mine = actor.personId === round.keeper_id || actor.posts.some((post) => post.id === round.post_id);
  const people = mine ? [actor.personId] : [];
  return can(actor, 'commitment.see', { people, departments: [round.department_id], centreId: round.centre_id });
}

/** The same for lists of rounds (`r`). */
export function roundScope(context: Context): RawBuilder<unknown> {
  const own = sql`(r.post_id = any(${postsOf(context.actor)}::uuid[]) or r.keeper_id = ${context.actor.personId})`;
  return rowsInReach(context, 'commitment.see', { rows: 'r', own });
}

export function postsOf(actor: Actor): string[] {
  return actor.posts.map((post) => post.id);
}
