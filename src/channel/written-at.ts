import type { Instant } from '../kernel/time.ts';
import { DAY, plus } from '../kernel/time.ts';

/** When it was written, as far as that can be believed: within a day before our server had it, and never later than now. */
export function writtenAt(date: Instant | null, arrived: Instant, now: Instant): Instant {
  const had = arrived < now ? arrived : now;
  return date !== null && date <= had && date >= plus(had, -DAY) ? date : had;
}
