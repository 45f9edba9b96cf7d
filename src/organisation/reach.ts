import type { Id } from '../kernel/id.ts';
import type { Actor } from './can.ts';
import { holds } from './can.ts';
import type { Right } from './rights.ts';

/**
 * The centres whose things a right reaches, for lists of what hangs on no ticket; `all` where it reaches the whole
 * organisation. Null where the actor does not hold the right.
 */
export type Reach = { all: boolean; centres: Id<'centre'>[] };

export function reachOf(actor: Actor, right: Right): Reach | null {
  if (!holds(actor, right)) return null;
  const posts = actor.posts.filter((post) => post.rights[right] !== undefined);
  return {
    all: actor.personId === null || posts.some((post) => post.rights[right] === 'organisation'),
    centres: posts.filter((post) => post.rights[right] === 'centre').map((post) => post.centreId),
  };
}
