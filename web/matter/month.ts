import type { Instant } from '../../src/kernel/time.ts';
import { dayOf, fromLocal, nowMs } from '../ui/time.ts';

/** `2026-11`, as the address and the device's own picker say it. */
export type Month = string;

const shape = /^\d{4}-(0[1-9]|1[0-2])$/;

export function monthFrom(text: unknown): Month {
  return typeof text === 'string' && shape.test(text) ? text : thisMonth();
}

export function thisMonth(): Month {
  return dayOf(nowMs()).slice(0, 7);
}

export function monthAway(month: Month, by: number): Month {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** From the first moment of the month to that of the next, on the centre's wall clock. */
export function periodOf(month: Month): { from: Instant; until: Instant } {
  return { from: fromLocal(`${month}-01T00:00`)!, until: fromLocal(`${monthAway(month, 1)}-01T00:00`)! };
}
