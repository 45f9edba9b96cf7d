import type { Epoch } from '../time.ts';
import type { Counted, Step } from './steps.ts';

/** Two days are still read as two days; three and more are read as a number. */
const FOLDED_FROM = 3;

function isPlain(step: Step | undefined): step is Counted {
  return step?.kind === 'counted' && step.name === undefined;
}

function isBreak(step: Step | undefined): boolean {
  return step?.kind === 'outside-hours' && step.why === 'break';
}

/** What stands between two days; a break stands within one. */
function isBetweenDays(step: Step | undefined): boolean {
  return step?.kind === 'outside-hours' && step.why !== 'break';
}

function isOrdinaryNight(step: Step | undefined): boolean {
  return step?.kind === 'outside-hours' && step.why !== 'break' && step.why !== 'holiday';
}

/** The index behind one plain day that begins at `at`, its breaks included. */
function dayEnd(steps: readonly Step[], at: number): number {
  let end = at + 1;
  while (isBreak(steps[end]) && isPlain(steps[end + 1])) end += 2;
  return end;
}

type Run = { stretches: number; counted: number; end: number };

/**
 * Whole plain days from `at` on: each has closed time on both sides, so neither the start, the end nor a pause cut
 * into it.
 */
function wholeDays(steps: readonly Step[], at: number): Run {
  const run: Run = { stretches: 0, counted: 0, end: at };
  let next = at;
  while (isBetweenDays(steps[next - 1]) && isPlain(steps[next])) {
    const end = dayEnd(steps, next);
    if (!isBetweenDays(steps[end])) break;
    for (const step of steps.slice(next, end)) run.counted += step.kind === 'counted' ? step.counted : 0;
    run.stretches += 1;
    run.end = end;
    // A weekend is three steps: the evening, the days, the morning. A holiday is none of them, and ends the run.
    next = end;
    while (isOrdinaryNight(steps[next])) next += 1;
  }
  return run;
}

/**
 * Writes runs of whole ordinary days as one step each, so that six weeks read in a few lines and still add up.
 * `daysClosing` says how many working days close between two moments: a night shift that runs into the next day's
 * hours makes one stretch of two days.
 */
export function foldWholeDays(steps: readonly Step[], daysClosing: (from: Epoch, to: Epoch) => number): Step[] {
  const folded: Step[] = [];
  for (let at = 0; at < steps.length;) {
    const run = wholeDays(steps, at);
    const first = steps[at]!;
    const last = steps[run.end - 1];
    if (run.stretches >= FOLDED_FROM && first.kind === 'counted' && last?.kind === 'counted') {
      const [from, to] = [first.from, last.to];
      folded.push({ kind: 'days', from, to, counted: run.counted, days: daysClosing(from, to) });
      at = run.end;
    } else {
      folded.push(first);
      at += 1;
    }
  }
  return folded;
}
