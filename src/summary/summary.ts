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

/** A week where the centre stands: Monday's first moment to the next Monday's. */
export type Week = { week: string; from: Instant; until: Instant };

function weekOfDay(zone: string, day: number): Week {
  const monday = day - (weekdayOf(day) - 1);
  const year = Number(dateOf(monday).slice(0, 4));
  const wall = zoneClock(zone, year, year + 1);
  return {
    week: dateOf(monday),
    from: instantOf(midnight(wall, monday)),
    until: instantOf(midnight(wall, monday + 7)),
  };
}

export function weekOf(zone: string, moment: Instant): Week {
  const year = Number(moment.slice(0, 4));
  return weekOfDay(zone, localDay(zoneClock(zone, year, year), epochOf(moment)));
}

export function weekAfter(zone: string, week: string): Week {
  return weekOfDay(zone, dayNumber(week)! + 7);
}

type Standing = { submitted_at: Instant | null; until_at: Instant };
type Owed = { ownerId: Id<'person'> | null; postId: Id<'post'> | null };
type Submitter = { personId: Id<'person'> | null; posts: readonly { id: Id<'post'> }[] };

/** It is submitted once, after the week, by whoever owes it or acts in the post that does. */
export function whyNotSubmit(summary: Standing, owed: Owed, actor: Submitter, now: Instant): Refusal | null {
  if (summary.submitted_at !== null) return refusal('summary.submitted');
  if (now < summary.until_at) return refusal('summary.week_not_over');
  const owes = owed.ownerId === actor.personId || actor.posts.some((post) => post.id === owed.postId);
  return owes ? null : refusal('summary.not_yours');
}
