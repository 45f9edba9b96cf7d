import type { ImprovementState } from '../improvement/improvement.ts';
import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Period as Stretch } from '../kernel/working-time/period.ts';
import type { Became, ProposalState } from '../proposal/proposal.ts';
import type { SUMMARY_PERIODS } from './periods.ts';
import { reportClock } from './periods.ts';

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

/** A stretch of the calendar of which a summary is owed. */
export type Period = Stretch<(typeof SUMMARY_PERIODS)[number]>;

/** The week's complaints and the month's special situations; the service of the centre in figures, signed; or a report upward that the house declares. */
export const ABOUT = ['matters', 'service', 'upward'] as const;
export type About = (typeof ABOUT)[number];

const OWED_AS: Record<string, string> = {
  'matters week': 'weekly_summary',
  'matters month': 'monthly_report',
  'service week': 'weekly_service_report',
  'service month': 'monthly_service_report',
};

/** What is owed for it, as a commitment. */
export function owedAs(summary: { about: About; period: Period['period']; plan_key: string | null }): string {
  return summary.plan_key === null ? OWED_AS[`${summary.about} ${summary.period}`]! : reportClock(summary.plan_key);
}

/** What a centre's service came to: every figure of the register, and what stands open by department. Keys, ids and numbers only. */
export type Service = {
  figures: ServiceFigure[];
  open: { departmentId: string | null; n: number; before: number }[];
  /** Promises that fell due in the period and were not kept in time. */
  late: number;
};
export type ServiceFigure = Tallied & { key: string; before: Tallied };
export type Tallied = { n: number; of: number; value: number | null };

/** What a report upward holds besides the figures, as its plan says: keys, ids and numbers only. */
export type Upward = {
  promises?: (Tallied & { promise: string; before: Tallied })[];
  staff?: StaffLine[];
  causes?: Pareto;
  control_chart?: ControlChart;
  techniques?: { technique: Technique; used: Used[] }[];
  improvements?: { id: Id<'improvement'>; state: ImprovementState; measures: number; done: number; recurred: number }[];
  proposals?: { id: Id<'ticket'>; state: ProposalState; became: Became | null }[];
  keys?: KeyLine[];
  permits?: PermitLine[];
  materials?: MaterialLine[];
  work?: WorkLine[];
};
export type UpwardFigures = Service & { parts: Upward };

/** One of the staff, or somebody who was: which matters he had, what he owed, and how many days he was away. */
export type StaffLine = {
  personId: Id<'person'>;
  opened: Tallied;
  closed: Tallied;
  kept: Tallied;
  daysAway: number;
};

/** A kind of key: how many were received and handed out for good in a period, and how many were in custody, drawn and overdue at its end. */
export type KeyLine = { kind: string } & Record<
  'received' | 'inCustody' | 'handedOut' | 'drawn' | 'overdue' | 'lost',
  Counted
>;
/** A kind of pass or certificate: how many were issued, renewed, recovered and lost in a period, and how many were valid at its end. */
export type PermitLine = { kind: string } & Record<'issued' | 'renewed' | 'withdrawn' | 'lost' | 'valid', Counted>;

/** What a department planned of a material for the month in which a period ends, and what became of it by that end; and in the period. */
export type MaterialLine = {
  departmentId: string;
  materialId: string;
  neededBy: string | null;
  late: boolean;
} & Record<'planned' | 'requested' | 'received' | 'issued' | 'inStock' | 'short', number> & {
    receivedNow: Counted;
    issuedNow: Counted;
  };

/** What one was to do by the plans of the day and of the department in a period, beside the period before. */
export type WorkLine = { personId: string } & Record<'planned' | 'done' | 'late' | 'sentBack', Counted>;

/** The causes of complaints by a field of choice, the most frequent first. */
export type Pareto = { field: string | null; rows: (PartOfWhole & { before: number })[] };
type PartOfWhole = { key: string | null; n: number; share: number; cumulated: number; vital: boolean };

/** Complaints part by part in time, by the first day of each. */
export type ControlChart = { perDay: number; points: (Limited & { begins: string; from: Instant; until: Instant })[] };
/** How many there were, how many are usual in a part as long, and the limits; `out` lies outside them. */
export type Limited = { n: number; usual: number; lower: number; upper: number; out: boolean };

/** Statistical techniques, and the records that each was used on. */
export const TECHNIQUES = ['sampling', 'pareto', 'control_limit', 'cause_analysis'] as const;
export type Technique = (typeof TECHNIQUES)[number];
export type Used = { type: 'spot_check' | 'summary' | 'improvement' | 'repetition'; id: string; at: Instant };

type Standing = { period: Period['period']; submitted_at: Instant | null; until_at: Instant };
type Completed = { lateBecause: string; signedAs?: string | undefined };
type Owed = { ownerId: Id<'person'> | null; postId: Id<'post'> | null };
type Submitter = { personId: Id<'person'> | null; posts: readonly { id: Id<'post'> }[] };

const NOT_OVER: Record<Period['period'], Refusal> = {
  week: refusal('summary.week_not_over'),
  month: refusal('summary.month_not_over'),
  quarter: refusal('summary.quarter_not_over'),
  year: refusal('summary.year_not_over'),
};

/** It is submitted once, after its period, by whoever owes it or acts in the post that does. */
export function whyNotSubmit(summary: Standing, owed: Owed, actor: Submitter, now: Instant): Refusal | null {
  if (summary.submitted_at !== null) return refusal('summary.submitted');
  if (now < summary.until_at) return NOT_OVER[summary.period];
  const owes = owed.ownerId === actor.personId || actor.posts.some((post) => post.id === owed.postId);
  return owes ? null : refusal('summary.not_yours');
}

/** A service report is signed with one's own name, and says why what was late was late. */
export function whyNotSign(completed: Completed, late: number, name: string): Refusal | null {
  if (late > 0 && completed.lateBecause === '') return refusal('summary.late_unexplained', { late });
  const signed = completed.signedAs?.replaceAll(/\s/g, '');
  return signed === name.replaceAll(/\s/g, '') ? null : refusal('summary.not_your_name');
}

type Brought = { submitted_at: Instant | null; addressee_post_id: Id<'post'> | null };
export type Receipt = { personId: Id<'person'>; receivedAt: Instant | null };

/** Received once by each to whom it was brought, and by whoever is in the post that it went to. */
export function whyNotReceive(summary: Brought, brought: readonly Receipt[], actor: Submitter): Refusal | null {
  if (summary.submitted_at === null) return refusal('summary.not_submitted');
  const own = brought.find(({ personId }) => personId === actor.personId);
  const inPost = actor.posts.some(({ id }) => id === summary.addressee_post_id);
  if (!own && !inPost) return refusal('summary.not_to_you');
  return own?.receivedAt ? refusal('summary.received') : null;
}
