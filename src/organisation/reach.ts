import type { Id } from '../kernel/id.ts';
import type { Actor } from './can.ts';
import { holds } from './can.ts';
import type { Right } from './rights.ts';

/**
 * How far a right reaches, for lists: the same policy as `can`, turned round so that a query can ask only for what may be
 * seen. `everything` leaves the rest without meaning; otherwise a thing is within reach if its centre is named, or its
 * department is, or it is one's own.
 */
export type Reach = {
  everything: boolean;
  centres: Id<'centre'>[];
  departments: Id<'department'>[];
  person: Id<'person'> | null;
};

/** Null where the actor does not hold the right at all. */
export function reachOf(actor: Actor, right: Right): Reach | null {
  if (!holds(actor, right)) return null;
  const reach: Reach = { everything: actor.personId === null, centres: [], departments: [], person: actor.personId };
  for (const post of actor.posts) {
    const scope = post.rights[right];
    if (scope === 'organisation') reach.everything = true;
    if (scope === 'centre') reach.centres.push(post.centreId);
    if (scope === 'department' && post.departmentId !== null) reach.departments.push(post.departmentId);
  }
  return reach;
}
