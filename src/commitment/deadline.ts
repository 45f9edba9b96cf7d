import type { Basis } from '../kernel/duration.ts';
import type { Epoch, Instant } from '../kernel/time.ts';
import { epochOf } from '../kernel/time.ts';
import type { CompiledCalendar } from '../kernel/working-time/compile.ts';
import { budgetOf } from '../kernel/working-time/budget.ts';
import { deadlineOf, momentAfter, momentWhenCounted } from '../kernel/working-time/deadline.ts';
import { workingBetween, addWorking } from '../kernel/working-time/measure.ts';
import type { Pause as Stop } from '../kernel/working-time/pauses.ts';
import type { Rung } from './rule.ts';

/** What a deadline and its rungs are reckoned from; the same facts give the same moments for ever. */
export type Reckoning = {
  startedAt: Epoch;
  /** Null where one moment was promised: `promisedFor`. */
  allowance: string | null;
  basis: Basis;
  promisedFor: Epoch | null;
  calendar: CompiledCalendar;
  /** Ended pauses only: what an open one takes away is known when it ends. */
  pauses: readonly Stop[];
};

type PausedSpan = { from_at: Instant; until_at: Instant | null };

export function endedPauses(pauses: readonly PausedSpan[]): Stop[] {
  return pauses
    .filter((pause) => pause.until_at !== null)
    .map((pause) => ({ from: epochOf(pause.from_at), to: epochOf(pause.until_at!) }));
}

/** When it is due. A promised moment is due at that moment, whatever was paused. */
export function dueOf(reckoning: Reckoning): Epoch {
  const { startedAt, allowance, basis, promisedFor, calendar, pauses } = reckoning;
  if (allowance === null) return promisedFor!;
  return deadlineOf({ startedAt, allowance: { text: allowance, basis }, calendar, pauses })!;
}

/** How much time there was from the start, in milliseconds of the basis, pauses not counted. */
export function budgetIn({ startedAt, allowance, basis, promisedFor, calendar }: Reckoning): number {
  if (allowance !== null) return budgetOf(startedAt, { text: allowance, basis }, calendar);
  const all = basis === 'clock' ? promisedFor! - startedAt : workingBetween(calendar, startedAt, promisedFor!);
  return Math.max(0, all);
}

/** When a rung stands: at a share of the allowance, none being the start (though nobody works then) and all the deadline itself, or so long after it. */
export function momentOfRung(reckoning: Reckoning, due: Epoch, when: Rung['at']): Epoch {
  const { startedAt, basis, calendar, pauses } = reckoning;
  if ('after' in when) return momentAfter(due, { text: when.after, basis: when.basis }, calendar, pauses)!;
  if (when.share === 0) return startedAt;
  if (when.share === 1) return due;
  const counted = Math.round(when.share * budgetIn(reckoning));
  return momentWhenCounted({ startedAt, allowance: { text: 'PT0S', basis }, calendar, pauses }, counted)!;
}

/** Where a moment stands after a pause that began before it: later by as much of the basis as the pause took. */
export function heldUp(at: Epoch, pause: { from: Epoch; to: Epoch }, basis: Basis, calendar: CompiledCalendar): Epoch {
  if (at <= pause.from) return at;
  if (basis === 'clock') return at + pause.to - pause.from;
  const taken = workingBetween(calendar, pause.from, pause.to);
  return taken === 0 ? at : addWorking(calendar, at, taken);
}
