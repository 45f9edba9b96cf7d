import type { Instant } from '../../../src/kernel/time.ts';
import { HOUR, instantOf, MINUTE, ms, toLocal } from '../../ui/time.ts';
import type { Window } from './orders.ts';

/** People open their doors between these hours of the centre's wall clock. */
const firstHour = 8;
const lastHour = 20;
const notBefore = 30 * MINUTE;
const step = 30 * MINUTE;

export type Slot = { fromAt: Instant; untilAt: Instant };

/** The next free windows of somebody's day, an hour long, none of which clashes with what is booked. Pure. */
export function freeSlots(booked: readonly Window[], now: number, most = 6): Slot[] {
  const found: Slot[] = [];
  let from = Math.ceil((now + notBefore) / step) * step;
  const last = now + 4 * 24 * HOUR;
  while (found.length < most && from < last) {
    const until = from + HOUR;
    if (isOpen(from, until) && !clashes(booked, from, until)) {
      found.push({ fromAt: instantOf(from), untilAt: instantOf(until) });
      from = until;
    } else from += step;
  }
  return found;
}

export function clashes(booked: readonly Window[], from: number, until: number): boolean {
  return booked.some((window) => ms(window.fromAt) < until && ms(window.untilAt) > from);
}

function isOpen(from: number, until: number): boolean {
  const hourOf = (epoch: number) => Number(toLocal(epoch).slice(11, 13)) + Number(toLocal(epoch).slice(14, 16)) / 60;
  return hourOf(from) >= firstHour && hourOf(until) <= lastHour && hourOf(until) > hourOf(from);
}
