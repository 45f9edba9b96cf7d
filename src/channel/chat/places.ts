import type { Id } from '../../kernel/id.ts';
import type { Place } from './visitor-view.ts';

export type Standing = Map<Id<'conversation'>, Place>;

/** Where everybody stands is read once for all who are told within this many milliseconds: a node that starts has thousands to tell. */
const GOOD_FOR = 1_000;

export type Places = {
  /** Where he stands; a little old, unless he was not there yet. */
  of(schema: string, id: Id<'conversation'>): Promise<Place | undefined>;
  /** Where all of them stand now. */
  now(schema: string): Promise<Standing>;
};

type Known = { at: number; standing: Promise<Standing> };

/** The places of those who wait, by organisation; whoever asks while they are read is answered with the others. */
export function createPlaces(read: (schema: string) => Promise<Standing>): Places {
  const known = new Map<string, Known>();
  const next = new Map<string, Promise<Standing>>();
  function begin(schema: string): Promise<Standing> {
    const standing = read(schema);
    known.set(schema, { at: performance.now(), standing });
    standing.catch(() => known.delete(schema));
    return standing;
  }
  function now(schema: string): Promise<Standing> {
    const waiting = next.get(schema);
    if (waiting) return waiting;
    // what is being read began before he asked: the one after it is his
    const last = known.get(schema)?.standing.catch(() => {}) ?? Promise.resolve();
    const standing = last.then(() => {
      next.delete(schema);
      return begin(schema);
    });
    next.set(schema, standing);
    return standing;
  }
  return {
    now,
    async of(schema, id) {
      const last = known.get(schema);
      const isGood = last !== undefined && performance.now() - last.at < GOOD_FOR;
      const standing = isGood ? await last.standing : await now(schema);
      return standing.get(id) ?? (isGood ? (await now(schema)).get(id) : undefined);
    },
  };
}
