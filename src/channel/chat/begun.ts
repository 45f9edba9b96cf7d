import type { Clock } from '../../kernel/time.ts';
import { epochOf, MINUTE } from '../../kernel/time.ts';

/** What was begun within it counts. */
export const BEGUN_WITHIN = 15 * MINUTE;
/** More from one address in that time are no visitors, not even of an office that shares one. */
export const MOST_BEGUN = 60;
const MOST_ADDRESSES = 20_000;

/** How many chats each address has begun lately on this node: it makes the work harder, and in the end shuts the door. */
export type Begun = { count(address: string): number; note(address: string): void };

export function createBegun(clock: Clock): Begun {
  const byAddress = new Map<string, number[]>();
  const lately = (address: string): number[] => {
    const since = epochOf(clock.now()) - BEGUN_WITHIN;
    return (byAddress.get(address) ?? []).filter((at) => at > since);
  };
  return {
    count: (address) => lately(address).length,
    note(address) {
      if (byAddress.size >= MOST_ADDRESSES) byAddress.clear();
      byAddress.set(address, [...lately(address), epochOf(clock.now())]);
    },
  };
}
