/**
 * Drawing that anybody can do again: the same seed and the same ids give the same sample, on any machine, for ever. So neither
 * the platform's random source nor its hashes may be used here, and nothing in this file may be changed: drawn samples rest on it.
 */

/** Of these ids so many, in the order drawn; all of them where there are fewer. The order in which they are given is of no account. */
export function draw<Thing extends string>(seed: string, ids: readonly Thing[], n: number): Thing[] {
  const left = [...ids].sort();
  const next = wordsFrom(seed);
  const most = Math.min(Math.max(0, Math.floor(n)), left.length);
  for (let at = 0; at < most; at += 1) {
    const other = at + below(next, left.length - at);
    [left[at], left[other]] = [left[other]!, left[at]!];
  }
  return left.slice(0, most);
}

/** Whether this one is among so many of a hundred: each is drawn by itself, whoever comes before or after. */
export function isDrawn(seed: string, id: string, percent: number): boolean {
  return below(wordsFrom(`${seed} ${id}`), 100) < percent;
}

/** A whole number from 0 up to, not including, `most`; what would favour the low ones is thrown away. */
function below(next: () => number, most: number): number {
  const fair = 4_294_967_296 - (4_294_967_296 % most);
  for (;;) {
    const word = next();
    if (word < fair) return word % most;
  }
}

/** sfc32 (Chris Doty-Humphrey, PractRand), seeded from a text by xmur3; the first words are thrown away, as its author asks. */
function wordsFrom(seed: string): () => number {
  const hash = xmur3(seed);
  let [a, b, c, counter] = [hash(), hash(), hash(), 1];
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let warm = 0; warm < 12; warm += 1) next();
  return next;
}

/** xmur3: a text as a stream of 32-bit words. */
function xmur3(text: string): () => number {
  let state = 1_779_033_703 ^ text.length;
  for (let at = 0; at < text.length; at += 1) {
    state = Math.imul(state ^ text.charCodeAt(at), 3_432_918_353);
    state = (state << 13) | (state >>> 19);
  }
  return () => {
    state = Math.imul(state ^ (state >>> 16), 2_246_822_507);
    state = Math.imul(state ^ (state >>> 13), 3_266_489_909);
    state ^= state >>> 16;
    return state >>> 0;
  };
}
