import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { AssessmentScheme } from './plan.ts';

export const OWED_AS = 'assess_member';

export type Mark = { indicator: string; mark: number; remark: string };

/**
 * The weighted score in tenths of a per cent, 0 to 1000: each mark as a share of the best, times its weight; halves round up. In
 * whole numbers throughout, so that no two machines differ. Null where an indicator has no mark.
 */
export function scoreOf(
  { best, indicators }: Pick<AssessmentScheme, 'best' | 'indicators'>,
  marks: readonly Pick<Mark, 'indicator' | 'mark'>[],
): number | null {
  let sum = 0;
  for (const { key, weight } of indicators) {
    const given = marks.find(({ indicator }) => indicator === key);
    if (!given) return null;
    sum += weight * given.mark;
  }
  return Math.floor((2 * 10 * sum + best) / (2 * best));
}

/** One mark on the scale for each indicator, and words where it has the worst. */
export function whyNotMarks(
  { best, indicators }: Pick<AssessmentScheme, 'best' | 'indicators'>,
  marks: readonly Mark[],
): Refusal | null {
  const known = indicators.map(({ key }) => key);
  const given = marks.map(({ indicator }) => indicator);
  const strange = given.find((one, at) => !known.includes(one) || given.indexOf(one) !== at);
  if (strange !== undefined) return refusal('assessment.indicator_unknown', { path: 'marks', indicator: strange });
  const missing = known.find((one) => !given.includes(one));
  if (missing !== undefined) return refusal('assessment.indicator_missing', { path: `marks.${missing}` });
  const above = marks.find(({ mark }) => mark > best);
  if (above) return refusal('assessment.off_scale', { path: `marks.${above.indicator}`, best });
  const bare = marks.find(({ mark, remark }) => mark === 0 && remark === '');
  return bare ? refusal('assessment.remark_missing', { path: `marks.${bare.indicator}` }) : null;
}

type Standing = { until_at: Instant; submitted_at: Instant | null; confirmed_at: Instant | null };

/** Once, after its period is over; what was submitted is never changed. */
export function whyNotSubmit({ until_at, submitted_at }: Standing, now: Instant): Refusal | null {
  if (submitted_at !== null) return refusal('assessment.submitted');
  return now < until_at ? refusal('assessment.period_not_over') : null;
}

/** By the member alone, once, when there is something to confirm. */
export function whyNotConfirm({ submitted_at, confirmed_at }: Standing, own: boolean): Refusal | null {
  if (!own) return refusal('assessment.not_yours');
  if (submitted_at === null) return refusal('assessment.not_submitted');
  return confirmed_at === null ? null : refusal('assessment.confirmed');
}

/** How an assessment that fell due stands: kept or late by when it was submitted, missed while it is owed. */
export type Regularity = 'ahead' | 'kept' | 'late' | 'missed' | 'open';

export function regularityOf(
  { until_at, submitted_at }: Pick<Standing, 'until_at' | 'submitted_at'>,
  dueAt: Instant,
  now: Instant,
): Regularity {
  if (submitted_at !== null) return submitted_at <= dueAt ? 'kept' : 'late';
  if (now < until_at) return 'ahead';
  return now < dueAt ? 'open' : 'missed';
}
