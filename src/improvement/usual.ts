/** Over how many periods before the present one it is said how often something usually occurs. */
export const PERIODS_BEFORE = 3;

/** Of less than this share of a period nothing can be said of what is usual. */
const LEAST_KNOWN = 0.5;

/**
 * How often something usually occurs in a period: the average over the periods before this one, as far back as records go;
 * null where less than half a period lies before. `before` counts occurrences, `known` how many periods they fell into.
 */
export function usualOf(before: number, known: number): number | null {
  return known < LEAST_KNOWN ? null : before / Math.min(known, PERIODS_BEFORE);
}

/**
 * From how many times on something occurs repeatedly (ESCL-05). What occurs is rare against all that might, so its counts scatter
 * as Poisson's, and the upper control limit of a c-chart, u + 3 √u, tells what is out of the ordinary: more than that, and
 * never fewer than `least` times. Where nothing is known of what is usual, `least` alone decides.
 */
export function repeatedFrom(least: number, usual: number | null): number {
  if (usual === null) return least;
  return Math.max(least, Math.floor(usual + 3 * Math.sqrt(usual)) + 1);
}
