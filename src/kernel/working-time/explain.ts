import type { Epoch } from '../time.ts';
import { budgetOf } from './budget.ts';
import { whyAllClosed } from './closed.ts';
import type { CompiledCalendar } from './compile.ts';
import type { DeadlineFacts } from './deadline.ts';
import { deadlineOf, measure } from './deadline.ts';
import { foldWholeDays } from './fold.ts';
import { firstAbove } from './measure.ts';
import type { Stop } from './pauses.ts';
import { stops } from './pauses.ts';
import type { Counted, OutsideHours, Paused, Step } from './steps.ts';

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

function pausedStep(facts: DeadlineFacts, { from, to, reason }: Stop): Paused {
  if (to === Infinity) return { kind: 'paused', from, to: null, reason, withheld: null };
  return { kind: 'paused', from, to, reason, withheld: measure(facts, from, to) };
}

/**
 * The reckoning of a deadline, step by step and without words (a catalogue makes them): "8:30 on Monday, because
 * Saturday after 17:00 does not count and 3 October is a holiday; 40 minutes paused: waiting for the customer". Runs
 * of three and more ordinary working days are folded into one step.
 */
export function explainDeadline(facts: DeadlineFacts): Step[] {
  const { startedAt, allowance, calendar } = facts;
  const counts = budgetOf(startedAt, allowance, calendar);
  const due = deadlineOf(facts);
  const steps: Step[] = [{ kind: 'start', at: startedAt, allowance, counts }];
  let reached = startedAt;
  for (const stop of stops(facts.pauses, startedAt, facts.now)) {
    // A deadline never lies within a pause: at its beginning or behind its end.
    if (due !== null && stop.from >= due) break;
    steps.push(...runningSteps(facts, reached, stop.from), pausedStep(facts, stop));
    reached = stop.to;
    if (reached === Infinity) break;
  }
  if (due === null) {
    const counted = steps.reduce((sum, step) => sum + (step.kind === 'counted' ? step.counted : 0), 0);
    steps.push({ kind: 'left', left: counts - counted });
  } else {
    steps.push(...runningSteps(facts, reached, due), { kind: 'due', at: due });
  }
  return foldWholeDays(steps, (from, to) => firstAbove(calendar.closes, to) - firstAbove(calendar.closes, from));
}
