import type { Basis } from '../kernel/duration.ts';
import type { Id } from '../kernel/id.ts';
import type { Epoch, Instant } from '../kernel/time.ts';
import { epochOf, instantOf } from '../kernel/time.ts';
import type { CompiledCalendar } from '../kernel/working-time/compile.ts';
import { BeyondCalendar } from '../kernel/working-time/compile.ts';
import { firstAbove, workingBetween } from '../kernel/working-time/measure.ts';
import type { Calendar } from '../organisation/calendars.ts';
import type { Commitment, Pause } from './commitment.ts';
import { isLate } from './commitment.ts';
import type { PlacedRung } from './ladder.ts';
import { nextMoment } from './ladder.ts';
import type { ToWhom } from './rule.ts';

/** What is left, as of a moment: a screen counts on from there by itself while `runningNow`, and asks again at `nextChangeAt`. */
export type Remaining = {
  /** Milliseconds of `basis`; negative by how late it is. */
  ms: number;
  /** Milliseconds of `basis` from the start to the deadline, pauses included: what a bar shows the rest of. */
  whole: number;
  basis: Basis;
  asOf: Instant;
  /** False in a pause, outside the hours of working time, and once it is settled. */
  runningNow: boolean;
  /** When `runningNow` changes by itself: the next opening or closing, the limit of the pause. */
  nextChangeAt: Instant | null;
};

/** A clock as every screen shows it. */
export type ClockView = {
  id: Id<'commitment'>;
  kind: string;
  subject: { type: string; id: string };
  ticketId: Id<'ticket'> | null;
  /** What was promised, where words were needed beyond the kind. */
  title: string | null;
  /** The customer's name, where the ticket has one. */
  owedTo: string | null;
  ownerId: Id<'person'> | null;
  ownerName: string | null;
  departmentId: Id<'department'> | null;
  startedAt: Instant;
  /** While it is paused: when it would be due, had the pause ended at once. */
  dueAt: Instant;
  state: 'running' | 'paused' | 'kept' | 'late' | 'cancelled';
  late: boolean;
  lateSince: Instant | null;
  pausedBecause: string | null;
  pausedBy: string | null;
  pausedUntil: Instant | null;
  remaining: Remaining;
  /** Who will be told what next, if nothing happens; null while paused, when nobody is left, and when it is over. */
  next: { at: Instant; whom: ToWhom; what: 'warn' | 'notice' | 'rule' } | null;
  /** Somebody was told and has not yet said "I have it", though the ladder asks for it. */
  awaitsAcknowledgement: boolean;
  /** Its firing failed: it will tell nobody until somebody has looked. */
  setAside: { at: Instant; because: string } | null;
};

export type Names = { ownerName: string | null; owedTo: string | null; pausedBy: string | null };

type OpenPause = Pick<Pause, 'reason' | 'from_at' | 'limit_at'>;

/** When the working clock next starts or stops. */
function nextChange(calendar: CompiledCalendar, at: Epoch): { open: boolean; at: Epoch } {
  const index = firstAbove(calendar.ends, at);
  const start = calendar.starts[index];
  const end = calendar.ends[index];
  if (start === undefined || end === undefined) throw new BeyondCalendar('no opening is left in the compiled years');
  return start <= at ? { open: true, at: end } : { open: false, at: start };
}

function left(row: Commitment, from: Instant, calendar: CompiledCalendar): number {
  const [start, due] = [epochOf(from), epochOf(row.due_at)];
  return row.basis === 'clock' ? due - start : workingBetween(calendar, start, due);
}

function remainingOf(row: Commitment, pause: OpenPause | null, calendar: CompiledCalendar, now: Instant): Remaining {
  const { basis } = row;
  const whole = left(row, row.started_at, calendar);
  const stood = row.settled_at ?? pause?.from_at;
  if (stood !== undefined) {
    const ms = left(row, stood, calendar);
    const nextChangeAt = row.settled_at === null ? (pause?.limit_at ?? null) : null;
    return { ms, whole, basis, asOf: row.settled_at ?? now, runningNow: false, nextChangeAt };
  }
  const ms = left(row, now, calendar);
  if (basis === 'clock') return { ms, whole, basis, asOf: now, runningNow: true, nextChangeAt: null };
  const change = nextChange(calendar, epochOf(now));
  return { ms, whole, basis, asOf: now, runningNow: change.open, nextChangeAt: instantOf(change.at) };
}

/** The rung that speaks next, and when: a higher one, or the highest climbed one once more. */
export function nextTold(row: Commitment): ClockView['next'] {
  if (row.state !== 'running' || row.set_aside_at !== null) return null;
  const at = nextMoment(row);
  if (at === null) return null;
  const rung: PlacedRung | undefined =
    row.ladder[row.climbed]?.at === at
      ? row.ladder.slice(row.climbed).find((one) => !one.told)
      : row.ladder[row.climbed - 1];
  return rung ? { at: rung === row.ladder[row.climbed - 1] ? at : rung.at, whom: rung.to, what: rung.do } : null;
}

function awaits(row: Commitment): boolean {
  const rung = row.ladder[row.climbed - 1];
  return row.settled_at === null && rung?.acknowledge !== undefined && row.acknowledged_at === null;
}

/** Pure: the row, its open pause, its calendar and the names around it, seen at `now`. */
export function clockView(
  row: Commitment,
  pause: OpenPause | null,
  names: Names,
  calendar: Calendar,
  now: Instant,
): ClockView {
  const years = [epochOf(row.started_at), epochOf(row.due_at), epochOf(now)];
  const late = isLate(row, now);
  return {
    id: row.id,
    kind: row.kind,
    subject: { type: row.subject_type, id: row.subject_id },
    ticketId: row.ticket_id,
    title: row.words,
    owedTo: names.owedTo,
    ownerId: row.owner_id,
    ownerName: names.ownerName,
    departmentId: row.department_id,
    startedAt: row.started_at,
    dueAt: row.due_at,
    state: row.state,
    late,
    lateSince: late ? row.due_at : null,
    pausedBecause: pause?.reason ?? null,
    pausedBy: pause ? names.pausedBy : null,
    pausedUntil: pause?.limit_at ?? null,
    remaining: calendar.counting(years, (compiled) => remainingOf(row, pause, compiled, now)),
    next: nextTold(row),
    awaitsAcknowledgement: awaits(row),
    setAside: row.set_aside_at === null ? null : { at: row.set_aside_at, because: row.set_aside_because ?? '' },
  };
}
