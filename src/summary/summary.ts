import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Period as Stretch } from '../kernel/working-time/period.ts';

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

/** A week or a month, of which a summary is owed. */
export type Period = Stretch<'week' | 'month'>;

/** The week's complaints and the month's special situations; or the service of the centre in figures, signed. */
export const ABOUT = ['matters', 'service'] as const;
export type About = (typeof ABOUT)[number];

/** What is owed for it, as a commitment. */
export const OWED_AS = {
  matters: { week: 'weekly_summary', month: 'monthly_report' },
  service: { week: 'weekly_service_report', month: 'monthly_service_report' },
} as const;

/** What a centre's service came to: every figure of the register, and what stands open by department. Keys, ids and numbers only. */
export type Service = {
  figures: ServiceFigure[];
  open: { departmentId: string | null; n: number; before: number }[];
  /** Promises that fell due in the period and were not kept in time. */
  late: number;
};
export type ServiceFigure = Tallied & { key: string; before: Tallied };
export type Tallied = { n: number; of: number; value: number | null };

type Standing = { period: Period['period']; submitted_at: Instant | null; until_at: Instant };
type Completed = { lateBecause: string; signedAs?: string | undefined };
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

/** A service report is signed with one's own name, and says why what was late was late. */
export function whyNotSign(completed: Completed, late: number, name: string): Refusal | null {
  if (late > 0 && completed.lateBecause === '') return refusal('summary.late_unexplained', { late });
  const signed = completed.signedAs?.replaceAll(/\s/g, '');
  return signed === name.replaceAll(/\s/g, '') ? null : refusal('summary.not_your_name');
}
