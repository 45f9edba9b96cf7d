import type { Actor } from '../../organisation/can.ts';
import { holds } from '../../organisation/can.ts';

/** A file is its sender's; whoever manages what goes in and out sees all of them. */
export function mayHandle(actor: Actor, senderId: string): boolean {
  return actor.personId === null || actor.personId === senderId || holds(actor, 'exchange.manage');
}
