import type { Id } from '../kernel/id.ts';
import type { Actor } from './can.ts';
import { holds } from './can.ts';
import type { Right, Scope } from './rights.ts';

/**
 * The centres and departments whose things a right reaches, for lists of what hangs on no ticket; `all` where it reaches the
 * whole organisation. Null where the actor does not hold the right.
 */
export type Reach = { all: boolean; centres: Id<'centre'>[]; departments: Id<'department'>[] };

export function reachOf(actor: Actor, right: Right): Reach | null {
  if (!holds(actor, right)) return null;
  const posts = actor.posts.filter((post) => post.rights[right] !== undefined);
  const of = (scope: Scope) => posts.filter((post) => post.rights[right] === scope);
  return {
    all: actor.personId === null || of('organisation').length > 0,
    centres: of('centre').map((post) => post.centreId),
    departments: of('department').flatMap((post) => post.departmentId ?? []),
  };
}
