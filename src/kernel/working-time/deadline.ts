import type { Allowance } from '../duration.ts';
import type { Epoch } from '../time.ts';
import { budgetOf } from './budget.ts';
import type { CompiledCalendar } from './compile.ts';
import { addWorking, workingBetween } from './measure.ts';
import type { Pause } from './pauses.ts';
import { stops } from './pauses.ts';

/** All that a deadline depends on; the same facts give the same deadline for ever. */
export type DeadlineFacts = {
  readonly startedAt: Epoch;
  readonly allowance: Allowance;
  readonly calendar: CompiledCalendar;
  readonly pauses: readonly Pause[];
  /** Where a pause is open: answer as if it ended at this moment. */
  readonly now?: Epoch;
};

/** Milliseconds of the allowance's basis between two moments, pauses not regarded. */
export function measure({ allowance, calendar }: DeadlineFacts, start: Epoch, end: Epoch): number {
  return allowance.basis === 'clock' ? end - start : workingBetween(calendar, start, end);
}

function advance({ allowance, calendar }: DeadlineFacts, start: Epoch, milliseconds: number): Epoch {
  return allowance.basis === 'clock' ? start + milliseconds : addWorking(calendar, start, milliseconds);
}

/**
 * The earliest moment at which `counted` milliseconds of the basis have passed since the start, not counting pauses;
 * null where an open pause stands before it. What is reached at the very moment a pause begins is reached; what is due
 * at once, during a pause, is due when it ends.
 */
export function momentWhenCounted(facts: DeadlineFacts, counted: number): Epoch | null {
  let running = facts.startedAt;
  let left = counted;
  for (const stop of stops(facts.pauses, facts.startedAt, facts.now)) {
    if (left === 0) {
      const atOnce = advance(facts, running, 0);
      if (atOnce < stop.from) return atOnce;
    } else {
      const possible = measure(facts, running, stop.from);
      if (left <= possible) return advance(facts, running, left);
      left -= possible;
    }
    if (stop.to === Infinity) return null;
    running = stop.to;
  }
  return advance(facts, running, left);
}

/**
 * When the promise is due: the allowance, counted from the start in its own basis, every pause adding as much of that
 * basis as it took away (overlapping pauses once). Null while an open pause keeps it from having a deadline, unless
 * `now` is given: then as if work went on now. Throws BeyondCalendar outside the compiled years, Invalid for a
 * malformed allowance.
 */
export function deadlineOf(facts: DeadlineFacts & { readonly now: Epoch }): Epoch;
export function deadlineOf(facts: DeadlineFacts): Epoch | null;
export function deadlineOf(facts: DeadlineFacts): Epoch | null {
  return momentWhenCounted(facts, budgetOf(facts.startedAt, facts.allowance, facts.calendar));
}

/**
 * What is left of the allowance at `at`, in milliseconds of its basis: negative by how late it is. Stands still in
 * pauses (an open one, until `at`) and, in working time, outside the hours. Before the start all of it is left.
 */
export function remaining(facts: DeadlineFacts, at: Epoch): number {
  const { startedAt, allowance, calendar } = facts;
  const budget = budgetOf(startedAt, allowance, calendar);
  if (at <= startedAt) return budget;
  let counted = measure(facts, startedAt, at);
  for (const stop of stops(facts.pauses, startedAt, facts.now ?? at)) {
    if (stop.from < at) counted -= measure(facts, stop.from, Math.min(stop.to, at));
  }
  return budget - counted;
}

/**
 * When `share` (0 to 1) of the allowance is used up, for a rung of the ladder; rounded to the millisecond, null as
 * `deadlineOf`.
 */
export function momentAtShare(facts: DeadlineFacts, share: number): Epoch | null {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`a share lies between 0 and 1, not at ${share}`);
  return momentWhenCounted(facts, Math.round(share * budgetOf(facts.startedAt, facts.allowance, facts.calendar)));
}

/**
 * When `offset` has passed after the deadline `due`, for a rung that stands behind it: counted in the offset's own
 * basis, and held up by the pauses that lie after `due`. No offset (`PT0S`) is `due` itself, in every basis. Null as
 * `deadlineOf`.
 */
export function momentAfter(
  due: Epoch,
  offset: Allowance,
  calendar: CompiledCalendar,
  pauses: readonly Pause[] = [],
): Epoch | null {
  if (budgetOf(due, offset, calendar) === 0) return due;
  return deadlineOf({ startedAt: due, allowance: offset, calendar, pauses });
}
