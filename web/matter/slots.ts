import type { Instant } from '../../src/kernel/time.ts';
import { dayOf, fromLocal, HOUR, instantOf, MINUTE, ms } from '../ui/time.ts';

export type Slot = { fromAt: Instant; untilAt: Instant };
/** The ends of a window that is being chosen. */
export type Ends = { fromAt: string | null; untilAt: string | null };
/** A window somebody is booked for already. */
export type Booked = { number: number; fromAt: string; untilAt: string };

const length = 2 * HOUR;
const half = 30 * MINUTE;
/** No new window begins after this hour of the evening: people eat, and noise is over at eight. */
const lastStart = '18:30';
const morning = ['09:00', '11:00', '14:00', '16:00'];

/** The likeliest windows to offer a caller, two hours each: what is left of today, then tomorrow. */
export function slotsFrom(now: number): Slot[] {
  const today = dayOf(now);
  const latest = ms(fromLocal(`${today}T${lastStart}`) ?? instantOf(now));
  const first = Math.max(Math.ceil((now + MINUTE) / half) * half, ms(fromLocal(`${today}T08:00`) ?? instantOf(now)));
  const left = [first, first + length].filter((start) => start <= latest);
  const tomorrow = dayOf(ms(fromLocal(`${today}T12:00`)!) + 24 * HOUR);
  const next = morning.map((time) => ms(fromLocal(`${tomorrow}T${time}`)!));
  return [...left, ...next].map((start) => ({ fromAt: instantOf(start), untilAt: instantOf(start + length) }));
}

/** A window as it is sent, where both of its ends are chosen. */
export function windowOf({ fromAt, untilAt }: Ends): { fromAt: string; untilAt: string } | null {
  return fromAt && untilAt ? { fromAt, untilAt } : null;
}

/** What stands in the way of a window, if anything does. */
export function takenBy(slot: Slot, booked: readonly Booked[]): Booked | undefined {
  return booked.find((one) => ms(one.fromAt) < ms(slot.untilAt) && ms(one.untilAt) > ms(slot.fromAt));
}
