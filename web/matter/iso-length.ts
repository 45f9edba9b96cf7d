import { HOUR, lengthWords, MINUTE } from '../ui/time.ts';

const units = [7 * 24 * HOUR, 24 * HOUR, HOUR, MINUTE] as const;

/** An ISO 8601 length of a rule in words: `P3D` is three days, `PT2H` two hours. */
export function isoLengthWords(iso: string): string {
  const found = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(iso);
  if (!found) return iso;
  return lengthWords(units.reduce((sum, unit, at) => sum + unit * Number(found[at + 1] ?? 0), 0));
}
