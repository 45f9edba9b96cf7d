import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { Forbidden, refusal } from '../kernel/refusal.ts';
import type { Right, Scope } from './rights.ts';

export type HeldPost = {
  id: Id<'post'>;
  key: string;
  role: string;
  departmentId: Id<'department'> | null;
  centreId: Id<'centre'>;
  rights: Partial<Record<Right, Scope>>;
};

/** Who acts: a person with the posts held (as holder or acting deputy), or the clock itself, which is nobody. */
export type Actor = {
  personId: Id<'person'> | null;
  name: string;
  posts: HeldPost[];
  /** Every centre there is: whoever reaches all of them need not be asked where a thing belongs. */
  centres?: readonly Id<'centre'>[];
  /** A token may do less than its person. */
  only?: readonly Right[];
};

/** What a right is asked about: who and which department and centre it concerns. */
export type Thing = {
  /** Everybody to whom it is "own": the accountable person, one who was offered it, the worker sent. */
  people?: readonly (string | null)[];
  departments?: readonly (string | null)[];
  centreId?: string | null;
};

/** The clock, an import, or a migration at work: allowed everything, accountable as "the system". */
export const system: Actor = { personId: null, name: '', posts: [] };

/** Whoever has not said who he is: allowed nothing. */
export const nobody: Actor = { ...system, only: [] };

function reaches(actor: Actor, post: HeldPost, scope: Scope, thing: Thing): boolean {
  if (scope === 'organisation') return true;
  if (scope === 'centre') return thing.centreId === undefined || thing.centreId === post.centreId;
  const own = thing.people?.includes(actor.personId) ?? false;
  if (scope === 'department')
    return own || (post.departmentId !== null && (thing.departments?.includes(post.departmentId) ?? false));
  return own;
}

/** Whether any post held gives the right at all; the router asks this before anything is read. */
export function holds(actor: Actor, right: Right): boolean {
  if (actor.only && !actor.only.includes(right)) return false;
  if (actor.personId === null) return true;
  return actor.posts.some((post) => post.rights[right] !== undefined);
}

/**
 * The one policy: why this actor may not do this to this thing, or null if he may. Every read carries the answer,
 * so that a screen never works rights out again; every command asks it again.
 */
export function can(actor: Actor, right: Right, thing: Thing): Refusal | null {
  if (!holds(actor, right)) return refusal('right.missing', { right });
  if (actor.personId === null) return null;
  const allowed = actor.posts.some((post) => {
    const scope = post.rights[right];
    return scope !== undefined && reaches(actor, post, scope, thing);
  });
  return allowed ? null : refusal('right.out_of_scope', { right });
}

/** Throws Forbidden where `can` says no. */
export function orForbid(answer: Refusal | null): void {
  if (answer) throw new Forbidden(answer.code, answer.params);
}
