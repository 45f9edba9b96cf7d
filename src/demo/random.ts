/** Chance that is the same every time: one seed, one history. */
export type Random = {
  /** From 0 up to 1. */
  share(): number;
  /** Whole numbers, both ends included. */
  between(low: number, high: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** By weight: `{ leak: 3, help: 1 }`. */
  weighted<Key extends string>(weights: Record<Key, number>): Key;
  chance(share: number): boolean;
};

/** mulberry32: small, quick, and good enough for a demo. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const share = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number): number => low + Math.floor(share() * (high - low + 1));
  return {
    share,
    between,
    pick: (items) => items[between(0, items.length - 1)]!,
    weighted(weights) {
      const entries = Object.entries<number>(weights);
      let left = share() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      const found = entries.find(([, weight]) => (left -= weight) < 0) ?? entries.at(-1)!;
      return found[0] as keyof typeof weights;
    },
    chance: (wanted) => share() < wanted,
  };
}
