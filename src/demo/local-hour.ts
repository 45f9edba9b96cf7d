import type { Instant } from '../kernel/time.ts';

/** The hour at the estate, which stands in Shanghai: eight hours before Greenwich all year. */
export function localHour(at: Instant): number {
  return (Number(at.slice(11, 13)) + 8) % 24;
}
