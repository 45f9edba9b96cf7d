/** mulberry32: small, seedable, good enough to choose victims and moments; 0 to 1. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** `SEED` where it is set, so that what failed can be repeated; else another one each time. */
export function chosenSeed(): number {
  return Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e9));
}
