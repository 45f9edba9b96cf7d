import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { epochOf, instantOf } from '../kernel/time.ts';
import { dateOf, dayNumber, weekdayOf } from '../kernel/working-time/date.ts';
import { localDay, midnight, zoneClock } from '../kernel/working-time/zone.ts';

/** Something counted in the week, beside the same of the week before. */
export type Counted = { n: number; before: number };

/** What the complaints of a week came to (COMP-12). Keys, ids and numbers only; words come from the kinds. */
export type Statistics = {
  opened: Counted;
  closed: Counted;
  /** Opened in the week and not closed when this was counted. */
  stillOpen: number;
  bySeverity: (Counted & { severity: string })[];
  byDepartment: (Counted & { departmentId: string })[];
  /** By every field of the complaints that has choices: what they were about. */
  byChoice: { field: string; counts: (Counted & { choice: string })[] }[];
  /** Of the promises about complaints that fell due in the week, how many were kept in time. */
  kept: { n: number; of: number; before: { n: number; of: number } };
  /** 1 to 5, of the complaints closed in the week. */
  satisfaction: { average: number | null; answers: number; before: number | null };
};

/** The special customer situations of a month (REPT-06). A matter may count under several. */
export type Special = Record<SpecialSort, Counted>;
export const SPECIAL_SORTS = ['situation', 'major', 'grave', 'declined', 'vip'] as const;
export type SpecialSort = (typeof SPECIAL_SORTS)[number];

/** A week or a month where the centre stands: from the first moment of its first day to that of the next one's. */
export type Period = { period: 'week' | 'month'; begins: string; from: Instant; until: Instant };

function weekOfDay(zone: string, day: number): Period {
  const monday = day - (weekdayOf(day) - 1);
  const year = Number(dateOf(monday).slice(0, 4));
  const wall = zoneClock(zone, year, year + 1);
  return {
    period: 'week',
    begins: dateOf(monday),
    from: instantOf(midnight(wall, monday)),
    until: instantOf(midnight(wall, monday + 7)),
  };
}

function monthOfDay(zone: string, day: number): Period {
  const first = dayNumber(`${dateOf(day).slice(0, 7)}-01`)!;
  const next = dayNumber(`${dateOf(first + 31).slice(0, 7)}-01`)!;
  const wall = zoneClock(zone, Number(dateOf(first).slice(0, 4)), Number(dateOf(next).slice(0, 4)));
  return {
    period: 'month',
    begins: dateOf(first),
    from: instantOf(midnight(wall, first)),
    until: instantOf(midnight(wall, next)),
  };
}

const OF_DAY = { week: weekOfDay, month: monthOfDay };

export function periodOf(period: Period['period'], zone: string, moment: Instant): Period {
  const year = Number(moment.slice(0, 4));
  return OF_DAY[period](zone, localDay(zoneClock(zone, year, year), epochOf(moment)));
}

export function periodAfter({ period, begins }: Pick<Period, 'period' | 'begins'>, zone: string): Period {
  return OF_DAY[period](zone, dayNumber(begins)! + (period === 'week' ? 7 : 31));
}

export function periodBefore({ period, begins }: Pick<Period, 'period' | 'begins'>, zone: string): Period {
  return OF_DAY[period](zone, dayNumber(begins)! - 1);
}

/** What is owed for it, as a commitment. */
export const OWED_AS = { week: 'weekly_summary', month: 'monthly_report' } as const;

type Standing = { period: Period['period']; submitted_at: Instant | null; until_at: Instant };
type Owed = { ownerId: Id<'person'> | null; postId: Id<'post'> | null };
type Submitter = { personId: Id<'person'> | null; posts: readonly { id: Id<'post'> }[] };

/** It is submitted once, after its period, by whoever owes it or acts in the post that does. */
export function whyNotSubmit(summary: Standing, owed: Owed, actor: Submitter, now: Instant): Refusal | null {
  if (summary.submitted_at !== null) return refusal('summary.submitted');
  if (now < summary.until_at)
    return refusal(summary.period === 'week' ? 'summary.week_not_over' : 'summary.month_not_over');
  const owes = owed.ownerId === actor.personId || actor.posts.some((post) => post.id === owed.postId);
  return owes ? null : refusal('summary.not_yours');
}
