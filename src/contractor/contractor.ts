import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';

export const CHECK_INTERVALS = ['week', 'month', 'quarter'] as const;
export type CheckInterval = (typeof CHECK_INTERVALS)[number];

export const POINT_VERDICTS = ['pass', 'fail'] as const;
export type PointVerdict = (typeof POINT_VERDICTS)[number];

export const FOLLOW_UP_VERDICTS = ['mended', 'not_mended'] as const;
export type FollowUpVerdict = (typeof FOLLOW_UP_VERDICTS)[number];

/** open: not due yet; late: due and not mended; mended late: after the day that was set first, whatever days came after. */
export const FAULT_STATES = ['open', 'late', 'mended', 'mended_late'] as const;
export type FaultState = (typeof FAULT_STATES)[number];

export const CHECK_STATES = ['to_come', 'open', 'kept', 'kept_late', 'missed'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

/** What is owed: a check in its period, and looking again by the day an improvement is due. */
export const OWED_AS = { check: 'check_contractor', improvement: 'contractor_improvement' } as const;

export type PointFound = {
  key: string;
  verdict: PointVerdict;
  notConform: string;
  improvement: string;
  dueAt?: Instant | undefined;
};

/**
 * Every point has its verdict, once; what fails says what is not conform, what improvement is asked and by when, for somebody has to
 * look again. A point that is in order asks for nothing.
 */
export function whyNotCheck(
  points: readonly { key: string }[],
  found: readonly PointFound[],
  now: Instant,
): Refusal | null {
  const known = new Set(points.map(({ key }) => key));
  const said = new Set<string>();
  for (const [at, one] of found.entries()) {
    const path = `points.${at}`;
    if (!known.has(one.key) || said.has(one.key)) return refusal('contractor.point_unknown', { path: `${path}.key` });
    said.add(one.key);
    const wrong = whyNotFound(one, path, now);
    if (wrong) return wrong;
  }
  const missing = points.filter(({ key }) => !said.has(key)).length;
  return missing > 0 ? refusal('contractor.points_missing', { path: 'points', missing }) : null;
}

function whyNotFound(one: PointFound, path: string, now: Instant): Refusal | null {
  if (one.verdict === 'pass')
    return one.notConform === '' && one.improvement === '' && one.dueAt === undefined
      ? null
      : refusal('contractor.nothing_to_improve', { path: `${path}.verdict` });
  if (one.notConform === '') return refusal('contractor.not_conform_missing', { path: `${path}.notConform` });
  if (one.improvement === '') return refusal('contractor.improvement_missing', { path: `${path}.improvement` });
  if (one.dueAt === undefined) return refusal('contractor.due_missing', { path: `${path}.dueAt` });
  return one.dueAt <= now ? refusal('promise.in_past', { path: `${path}.dueAt` }) : null;
}

/** A check passes with all its points. */
export function verdictOf(found: readonly Pick<PointFound, 'verdict'>[]): PointVerdict {
  return found.every(({ verdict }) => verdict === 'pass') ? 'pass' : 'fail';
}

/** What was mended is not judged again. */
export function whyNotFollowUp(fault: { mended_at: Instant | null }): Refusal | null {
  return fault.mended_at === null ? null : refusal('contractor.mended_already');
}

/** What is not mended gets another day, so that it is followed to its end; what is mended gets none. */
export function whyNotNextDue(verdict: FollowUpVerdict, dueAt: Instant | undefined, now: Instant): Refusal | null {
  if (verdict === 'mended') return dueAt === undefined ? null : refusal('contractor.no_due', { path: 'dueAt' });
  if (dueAt === undefined) return refusal('contractor.due_missing', { path: 'dueAt' });
  return dueAt <= now ? refusal('promise.in_past', { path: 'dueAt' }) : null;
}

export function faultStateOf(
  fault: { first_due_at: Instant; due_at: Instant; mended_at: Instant | null },
  now: Instant,
): FaultState {
  if (fault.mended_at !== null) return fault.mended_at <= fault.first_due_at ? 'mended' : 'mended_late';
  return fault.due_at < now ? 'late' : 'open';
}

/** Whether a period saw its check: kept late where a later check made up for it. */
export function checkStateOf(
  due: { from_at: Instant; until_at: Instant; checked_at: Instant | null },
  now: Instant,
): CheckState {
  if (due.checked_at !== null) return due.checked_at < due.until_at ? 'kept' : 'kept_late';
  if (due.until_at <= now) return 'missed';
  return due.from_at <= now ? 'open' : 'to_come';
}
