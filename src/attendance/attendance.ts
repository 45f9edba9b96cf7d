import type { Ladder } from '../commitment/rule.ts';
import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { between, epochOf, HOUR, MINUTE, plus } from '../kernel/time.ts';
import type { Span } from '../rota/rota.ts';
import { without } from '../rota/rota.ts';

/** Where one is to be: at his place, or at his screen, on duty for what comes in (WFRC-04). */
export const PRESENCES = ['on_site', 'online'] as const;
export type Presence = (typeof PRESENCES)[number];

export const MARKS = ['in', 'out'] as const;
export type MarkSort = (typeof MARKS)[number];

/** How a shift stands: not yet due, due and nobody there, there, been there, there with no going, never there, away by leave. */
export const SHIFT_STATES = ['ahead', 'not_here', 'here', 'done', 'no_out', 'missing', 'away'] as const;
export type ShiftState = (typeof SHIFT_STATES)[number];

export const LEAVE_STATES = ['asked', 'approved', 'refused', 'withdrawn'] as const;
export type LeaveState = (typeof LEAVE_STATES)[number];

/** Away by an absence that was reported without asking for leave. */
export const REPORTED = 'reported';

/** What is owed, as commitments. */
export const OWED_AS = { there: 'be_at_shift', leave: 'decide_leave', review: 'review_attendance' } as const;

/** He hears of it himself at the moment, whoever stands over him ten minutes later (WFRC-03). */
export const THERE_LADDER: Ladder = [
  { at: { share: 1 }, do: 'warn', to: 'owner' },
  { at: { after: 'PT10M', basis: 'clock' }, do: 'warn', to: 'supervisor' },
];

/** From when on a shift is seen among what one owes. */
export const SEEN_BEFORE = 2 * HOUR;
/** One may come so long before one is to be there. */
const COMES_BEFORE = 2 * HOUR;
/** And go so long after the end, or it was forgotten. */
const GOES_AFTER = 6 * HOUR;

export type Due = { due_from: Instant | null; due_until: Instant | null; before_minutes: number; from_at: Instant };
export type Stands = Due & { until_at: Instant; in_at: Instant | null; out_at: Instant | null };

/** By when one is to be there: before its beginning, or as leave ends; null: not at all. */
export function thereBy({ due_from, before_minutes, from_at }: Omit<Due, 'due_until'>): Instant | null {
  if (due_from === null) return null;
  return due_from === from_at ? plus(due_from, -before_minutes * MINUTE) : due_from;
}

export type Reckoned = {
  state: ShiftState;
  lateMinutes: number;
  earlyMinutes: number;
  /** Beyond its end, whole minutes. */
  overMinutes: number;
};

/** Whole minutes from one moment to a later one, begun ones too; 0 where it is none. */
function begunMinutes(from: Instant, until: Instant): number {
  return Math.max(0, Math.ceil(between(from, until) / MINUTE));
}

/** On time, late by how much, left early, missing (WFRC-03). `arrived`: when he was really there, where that is later than his mark. */
export function reckon(shift: Stands, now: Instant, arrived = shift.in_at): Reckoned {
  const none = { lateMinutes: 0, earlyMinutes: 0, overMinutes: 0 };
  const by = thereBy(shift);
  const { due_until: until, in_at: came, out_at: went } = shift;
  if (came === null) {
    if (by === null || until === null) return { state: 'away', ...none };
    if (now >= until) return { state: 'missing', ...none };
    return { state: now > by ? 'not_here' : 'ahead', ...none };
  }
  const late = by === null || arrived === null ? 0 : begunMinutes(by, arrived);
  if (went === null) {
    const forgotten = now >= plus(shift.until_at, GOES_AFTER);
    return { ...none, state: forgotten ? 'no_out' : 'here', lateMinutes: late };
  }
  const over = Math.max(0, Math.floor(between(shift.until_at, went) / MINUTE));
  return {
    state: 'done',
    lateMinutes: late,
    earlyMinutes: until === null ? 0 : begunMinutes(went, until),
    overMinutes: over,
  };
}

/** What of a shift is due beside these absences, the first of which counts as its kind. */
export function dueBeside(
  { from_at, until_at }: { from_at: Instant; until_at: Instant },
  away: readonly (Span & { as: string })[],
): { from: number; until: number; awayMinutes: number; as: string | null } | { awayMinutes: number; as: string } {
  const whole = { from: epochOf(from_at), until: epochOf(until_at) };
  const left = without([whole], away);
  const first = away.find((one) => one.from < whole.until && one.until > whole.from);
  const leftOver = left.reduce((sum, { from, until }) => sum + until - from, 0);
  const awayMinutes = Math.round((whole.until - whole.from - leftOver) / MINUTE);
  if (left.length === 0) return { awayMinutes, as: first!.as };
  return { from: left[0]!.from, until: left.at(-1)!.until, awayMinutes, as: first?.as ?? null };
}

type Own = Stands & { person_id: Id<'person'>; published_at: Instant | null; ended_at: Instant | null };

/** Whether one may say that one has come: to a shift that has been told, in its time, once. */
export function whyNotComeIn(shift: Own, now: Instant): Refusal | null {
  if (shift.in_at !== null) return refusal('attendance.in_already');
  const by = thereBy(shift) ?? shift.from_at;
  if (now < plus(by, -COMES_BEFORE)) return refusal('attendance.too_early');
  return now < shift.until_at ? null : refusal('attendance.shift_over');
}

export function whyNotGoOut(shift: Own, now: Instant): Refusal | null {
  if (shift.in_at === null) return refusal('attendance.not_in');
  if (shift.out_at !== null) return refusal('attendance.out_already');
  return now < plus(shift.until_at, GOES_AFTER) ? null : refusal('attendance.too_late_out');
}

/** The shift that a person's one key speaks of: the one he is in, else the next that he may come to. */
export function shiftOfKey<Shift extends Own>(shifts: readonly Shift[], now: Instant): Shift | null {
  const open = shifts.find((one) => whyNotGoOut(one, now) === null);
  return open ?? shifts.find((one) => whyNotComeIn(one, now) === null) ?? null;
}

export function whyNotDecide(
  leave: { state: LeaveState; person_id: Id<'person'> },
  me: Id<'person'> | null,
): Refusal | null {
  if (leave.state !== 'asked') return refusal('leave.decided');
  return leave.person_id === me ? refusal('leave.own') : null;
}
