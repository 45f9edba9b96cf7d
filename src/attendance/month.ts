import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { between, MINUTE } from '../kernel/time.ts';
import type { Reckoned } from './attendance.ts';

/** A person's month against the rota: numbers and keys only, so that it may be kept (WFRC-01, WFRC-02). */
export type MonthLine = {
  personId: Id<'person'>;
  departmentId: Id<'department'> | null;
  /** Shifts that were due by now, leave and all. */
  shifts: number;
  dueMinutes: number;
  attended: number;
  late: number;
  lateMinutes: number;
  early: number;
  earlyMinutes: number;
  /** Never there, without leave. */
  missing: number;
  /** There, and no going recorded. */
  noOut: number;
  overtimeMinutes: number;
  /** By kind of leave, in hundredths of a shift. */
  away: Record<string, number>;
};

export type Counted = {
  personId: Id<'person'>;
  departmentId: Id<'department'> | null;
  from: Instant;
  until: Instant;
  awayMinutes: number;
  awayAs: string | null;
  reckoned: Reckoned;
};

/** One line a person. Overtime counts from so many minutes on, shift by shift. */
export function monthLines(shifts: readonly Counted[], overtimeFrom: number): MonthLine[] {
  return [...Map.groupBy(shifts, ({ personId }) => personId).values()].map((some) => lineOf(some, overtimeFrom));
}

function lineOf(all: readonly Counted[], overtimeFrom: number): MonthLine {
  const shifts = all.filter(({ reckoned }) => reckoned.state !== 'ahead');
  const sum = (of: (one: Counted) => number) => shifts.reduce((total, one) => total + of(one), 0);
  const count = (fits: (one: Reckoned) => boolean) => shifts.filter(({ reckoned }) => fits(reckoned)).length;
  const minutes = ({ from, until }: Counted) => Math.round(between(from, until) / MINUTE);
  const away: Record<string, number> = {};
  for (const one of shifts)
    if (one.awayAs !== null && one.awayMinutes > 0)
      away[one.awayAs] = (away[one.awayAs] ?? 0) + Math.round((one.awayMinutes * 100) / minutes(one));
  return {
    personId: all[0]!.personId,
    departmentId: all[0]!.departmentId,
    shifts: shifts.length,
    dueMinutes: sum((one) => minutes(one) - one.awayMinutes),
    attended: count(({ state }) => state === 'here' || state === 'done' || state === 'no_out'),
    late: count(({ lateMinutes }) => lateMinutes > 0),
    lateMinutes: sum(({ reckoned }) => reckoned.lateMinutes),
    early: count(({ earlyMinutes }) => earlyMinutes > 0),
    earlyMinutes: sum(({ reckoned }) => reckoned.earlyMinutes),
    missing: count(({ state }) => state === 'missing'),
    noOut: count(({ state }) => state === 'no_out'),
    overtimeMinutes: sum(({ reckoned: { overMinutes } }) => (overMinutes >= overtimeFrom ? overMinutes : 0)),
    away,
  };
}

type Month = { ends: string; reviewed_at: Instant | null };

/** Reviewed once, when it is over. */
export function whyNotReview(month: Month, today: string): Refusal | null {
  if (month.reviewed_at !== null) return refusal('attendance.reviewed');
  return today >= month.ends ? null : refusal('attendance.month_not_over');
}

export function whyNotReopen(month: Month): Refusal | null {
  return month.reviewed_at === null ? refusal('attendance.not_reviewed') : null;
}
