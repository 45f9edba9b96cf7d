import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Actor } from './can.ts';
import { holds } from './can.ts';
import type { Right, Scope } from './rights.ts';

export type Rights = Partial<Record<Right, Scope>>;

/**
 * Why this actor may not give, take or change these rights, nor touch the sign-in of who holds them: whoever edits the people
 * of one centre must not raise anybody, himself included, to something that reaches over the organisation.
 */
export function whyNotOver(actor: Actor, rights: readonly Rights[]): Refusal | null {
  if (!holds(actor, 'people.edit')) return refusal('right.missing', { right: 'people.edit' });
  const reachesAll =
    actor.personId === null || actor.posts.some((post) => post.rights['people.edit'] === 'organisation');
  if (reachesAll) return null;
  const above = rights.some((one) => Object.values(one).includes('organisation'));
  return above ? refusal('right.above_own') : null;
}
