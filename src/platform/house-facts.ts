import type { Tx } from './tx.ts';
import { shelfOf } from './tx.ts';

/**
 * A read of the house's tables (house-shelf.ts), and of nothing else, that a process makes once for each version of the
 * house. A transaction that changes the house, or locks a row of it, reads anew from then on. What it answers is shared:
 * never change it.
 */
export function houseFact<From extends { tx: Tx }, Fact>(read: (from: From) => Promise<Fact>): typeof read {
  return async (from) => {
    const shelf = shelfOf(from.tx);
    if (!shelf) return read(from);
    if (shelf.has(read)) return shelf.get(read) as Fact;
    const answer = await read(from);
    // not where the reading's own transaction has changed the house meanwhile
    if (shelfOf(from.tx) === shelf) shelf.set(read, answer);
    return answer;
  };
}
