import type { Allowance } from '../duration.ts';
import type { Epoch } from '../time.ts';
import { budgetOf } from './budget.ts';
import type { Closed } from './closed.ts';
import { whyAllClosed } from './closed.ts';
import type { CompiledCalendar } from './compile.ts';
import type { DeadlineFacts } from './deadline.ts';
import { deadlineOf, measure } from './deadline.ts';
import { foldWholeDays } from './fold.ts';
import { firstAbove } from './measure.ts';
import type { Stop } from './pauses.ts';
import { stops } from './pauses.ts';

/** Time that counts, all of it: `counted` is `to - from`. `name` where that date is a make-up day or has special hours. */
export type Counted = {
  readonly kind: 'counted';
  readonly from: Epoch;
  readonly to: Epoch;
  readonly counted: number;
  readonly name?: string;
};

/** So many whole working days on end, with the nights, breaks and weekends between them, but no holiday and no pause. */
export type WholeDays = {
  readonly kind: 'days';
  readonly from: Epoch;
  readonly to: Epoch;
  readonly counted: number;
  readonly days: number;
};

export type OutsideHours = { readonly kind: 'outside-hours' } & Closed;

/** `withheld`: how much of the basis would have counted. Both null while the pause is open and nobody said until when to reckon. */
export type Paused = {
  readonly kind: 'paused';
  readonly from: Epoch;
  readonly to: Epoch | null;
  readonly reason: string | null;
  readonly withheld: number | null;
};

/**
 * One line of the reckoning. `start` says what the allowance comes to (`counts`, milliseconds of its basis); from there the steps follow one
 * another without a gap, `counted` of `counted` and `days` adds up to `counts`, and the last one ends where `due` stands. With an open pause there is no
 * `due`: `left` says what the pause holds back.
 */
export type Step =
  | { readonly kind: 'start'; readonly at: Epoch; readonly allowance: Allowance; readonly counts: number }
  | Counted
  | WholeDays
  | OutsideHours
  | Paused
  | { readonly kind: 'due'; readonly at: Epoch }
  | { readonly kind: 'left'; readonly left: number };

/** The exception whose hours these are, if the interval lies within one such working day. */
function specialName(calendar: CompiledCalendar, from: Epoch, to: Epoch): string | undefined {
  const day = firstAbove(calendar.closes, from);
  return to <= calendar.closes[day]! ? calendar.exceptions.get(calendar.days[day]!)?.name : undefined;
}

function countedStep(calendar: CompiledCalendar, from: Epoch, to: Epoch): Counted {
  const name = specialName(calendar, from, to);
  const step: Counted = { kind: 'counted', from, to, counted: to - from };
  return name === undefined ? step : { ...step, name };
}

function closedSteps(calendar: CompiledCalendar, from: Epoch, to: Epoch): OutsideHours[] {
  return whyAllClosed(calendar, from, to).map((closed) => ({ kind: 'outside-hours', ...closed }));
}

/** Unpaused time in working time: what is open, and why the rest is not. */
function workingSteps(calendar: CompiledCalendar, from: Epoch, to: Epoch): Step[] {
  const steps: Step[] = [];
  let reached = from;
  for (let next = firstAbove(calendar.ends, from); reached < to; next += 1) {
    const opens = Math.min(Math.max(calendar.starts[next] ?? to, reached), to);
    const closes = Math.min(calendar.ends[next] ?? to, to);
    if (opens > reached) steps.push(...closedSteps(calendar, reached, opens));
    if (closes > opens) steps.push(countedStep(calendar, opens, closes));
    reached = Math.max(opens, closes);
  }
  return steps;
}

function runningSteps({ allowance, calendar }: DeadlineFacts, from: Epoch, to: Epoch): Step[] {
  if (from >= to) return [];
  if (allowance.basis === 'clock') return [{ kind: 'counted', from, to, counted: to - from }];
  return workingSteps(calendar, from, to);
}

function pausedStep(facts: DeadlineFacts, stop: Stop, due: Epoch | null): Paused {
  const { from, reason } = stop;
  if (stop.to === Infinity) return { kind: 'paused', from, to: null, reason, withheld: null };
  const to = due === null ? stop.to : Math.min(stop.to, due);
  return { kind: 'paused', from, to, reason, withheld: measure(facts, from, to) };
}

/**
 * The reckoning of a deadline, step by step and without words (a catalogue makes them): "8:30 on Monday, because Saturday after 17:00 does not count
 * and 3 October is a holiday; 40 minutes paused: waiting for the customer". Runs of three and more ordinary working days are folded into one step.
 */
export function explainDeadline(facts: DeadlineFacts): Step[] {
  const { startedAt, allowance, calendar } = facts;
  const counts = budgetOf(startedAt, allowance, calendar);
  const due = deadlineOf(facts);
  const steps: Step[] = [{ kind: 'start', at: startedAt, allowance, counts }];
  let reached = startedAt;
  for (const stop of stops(facts.pauses, startedAt, facts.now)) {
    if (due !== null && stop.from >= due) break;
    steps.push(...runningSteps(facts, reached, stop.from), pausedStep(facts, stop, due));
    reached = stop.to;
    if (reached === Infinity) break;
  }
  if (due === null) {
    const counted = steps.reduce((sum, step) => sum + (step.kind === 'counted' ? step.counted : 0), 0);
    steps.push({ kind: 'left', left: counts - counted });
  } else {
    steps.push(...runningSteps(facts, reached, due), { kind: 'due', at: due });
  }
  return foldWholeDays(steps);
}
