import type { Limited } from './summary.ts';

/**
 * The limits of a u-chart: complaints are rare against all that might be complained of, so their counts scatter as Poisson's, and in a
 * part of `days` days with u a day usual, all but three of a thousand lie within u·days ± 3 √(u·days). Months are not equally long, nor
 * are weeks that a quarter cuts; so each part has limits of its own.
 */
export function controlLimits(parts: readonly { n: number; days: number }[]): { perDay: number; limits: Limited[] } {
  const days = parts.reduce((sum, part) => sum + part.days, 0);
  const perDay = days === 0 ? 0 : parts.reduce((sum, { n }) => sum + n, 0) / days;
  return {
    perDay,
    limits: parts.map((part) => {
      const usual = perDay * part.days;
      const lower = Math.max(0, usual - 3 * Math.sqrt(usual));
      const upper = usual + 3 * Math.sqrt(usual);
      return { n: part.n, usual, lower, upper, out: part.n > upper || part.n < lower };
    }),
  };
}
