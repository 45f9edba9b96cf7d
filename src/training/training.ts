import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { between, DAY, MINUTE, plus } from '../kernel/time.ts';
import type { Actor } from '../organisation/can.ts';
import { can } from '../organisation/can.ts';
import type { Course, PathRule } from './rules.ts';

export const SESSION_STATES = ['planned', 'held', 'cancelled'] as const;
export type SessionState = (typeof SESSION_STATES)[number];
export const ATTENDANCES = ['came', 'excused', 'missed'] as const;
export type Attendance = (typeof ATTENDANCES)[number];
export const CHANGES = ['moved', 'cancelled', 'corrected'] as const;
export type ChangeSort = (typeof CHANGES)[number];

/** What stood before a change: ids, moments and numbers. */
export type Former = {
  fromAt?: Instant;
  untilAt?: Instant;
  heldFrom?: Instant | null;
  heldUntil?: Instant | null;
  sheet?: Omit<Mark, 'remark'>[];
};

/** What training owes: that a session is held, that one comes, that a path is walked, that a gap leads to a session. */
export const OWED_AS = {
  session: 'hold_training',
  attendance: 'attend_training',
  path: 'training_path',
  gap: 'plan_training',
} as const;

export type Mark = {
  personId: Id<'person'>;
  attendance: Attendance;
  minutes: number;
  score: number | null;
  passed: boolean | null;
  remark: string;
};

type Where = { centre_id: string; department_id: string | null };

/** Who plans the training of a department, or sees it. */
export function whyNotOver(actor: Actor, right: 'training.plan' | 'training.see', where: Where): Refusal | null {
  return can(actor, right, { centreId: where.centre_id, departments: [where.department_id], people: [] });
}

type Session = Where & { state: SessionState; trainer_id: string | null; from_at: Instant };

/** The plan is moved and called off by whoever plans, as long as it was not held. */
export function whyNotReplan(session: Session, actor: Actor): Refusal | null {
  const may = whyNotOver(actor, 'training.plan', session);
  if (may) return may;
  return session.state === 'planned' ? null : refusal(`training.session_${session.state}`);
}

/** Whoever plans or whoever trains writes down who was there; not before it began. */
export function whyNotRecord(session: Session, actor: Actor, now: Instant): Refusal | null {
  const may = whyNotOver(actor, 'training.plan', session);
  if (may && session.trainer_id !== actor.personId) return may;
  if (session.state === 'cancelled') return refusal('training.session_cancelled');
  return session.state === 'planned' && now < session.from_at ? refusal('training.not_begun') : null;
}

/** Once, by whoever plans or trains, when it was held. */
export function whyNotEvaluate(session: Session & { evaluated_at: Instant | null }, actor: Actor): Refusal | null {
  const may = whyNotOver(actor, 'training.plan', session);
  if (may && session.trainer_id !== actor.personId) return may;
  if (session.state !== 'held') return refusal('training.not_held');
  return session.evaluated_at === null ? null : refusal('training.evaluated');
}

/** Everybody invited stands on the sheet once and nobody else; a course with a test has the score of whoever was there. */
export function whyNotSheet(
  course: Pick<Course, 'passes'> | null,
  invited: readonly string[],
  marks: readonly Pick<Mark, 'personId' | 'attendance' | 'score'>[],
): Refusal | null {
  const given = marks.map(({ personId }) => personId as string);
  const strange = given.findIndex((id, at) => !invited.includes(id) || given.indexOf(id) !== at);
  if (strange >= 0) return refusal('training.not_invited', { path: `sheet.${strange}` });
  if (given.length < invited.length) return refusal('training.sheet_incomplete', { path: 'sheet' });
  const untested = marks.findIndex(({ attendance, score }) => attendance === 'came' && score === null);
  return course && course.passes !== null && untested >= 0
    ? refusal('training.score_missing', { path: `sheet.${untested}` })
    : null;
}

type Seen = Pick<Mark, 'personId' | 'attendance' | 'score' | 'remark'> & { minutes?: number | undefined };

/**
 * What is kept of somebody on the sheet: minutes only of whoever came, all of the session unless said otherwise; passed by the test
 * of the course, or by being there where it has none; no result where the session belongs to no course.
 */
export function marked(
  course: Pick<Course, 'passes'> | null,
  seen: Seen,
  held: { from: Instant; until: Instant },
): Mark {
  const came = seen.attendance === 'came';
  const all = Math.round(between(held.from, held.until) / MINUTE);
  const score = came ? seen.score : null;
  return {
    personId: seen.personId,
    attendance: seen.attendance,
    minutes: came ? Math.min(seen.minutes ?? all, all) : 0,
    score,
    passed: came && course ? course.passes === null || score! >= course.passes : null,
    remark: seen.remark,
  };
}

/** How somebody stands with a course that his post needs. */
export const NEEDS = ['valid', 'soon', 'expired', 'missing', 'overdue'] as const;
export type Need = (typeof NEEDS)[number];
/** The same, and a skill that is not mastered. */
export const NEED_STATES = [...NEEDS, 'gap'] as const;

export type Standing = { state: Need; dueAt: Instant | null; validUntil: Instant | null };

/**
 * A result holds for its days from the session on; one that has run out is as none. Without any, the holder has until so long
 * after taking the post (TRNG-04, TRNG-07).
 */
export function needOf(
  course: Pick<Course, 'withinDays' | 'validDays'>,
  facts: { since: Instant; passedAt: Instant | null },
  now: Instant,
  soonDays: number,
): Standing {
  if (facts.passedAt === null) {
    const dueAt = plus(facts.since, course.withinDays * DAY);
    return { state: dueAt < now ? 'overdue' : 'missing', dueAt, validUntil: null };
  }
  if (course.validDays === null) return { state: 'valid', dueAt: null, validUntil: null };
  const validUntil = plus(facts.passedAt, course.validDays * DAY);
  if (validUntil <= now) return { state: 'expired', dueAt: validUntil, validUntil };
  return { state: validUntil <= plus(now, soonDays * DAY) ? 'soon' : 'valid', dueAt: null, validUntil };
}

export type Signature = { step: string; side: 'coach' | 'member' };

type Walk = Where & {
  definition: PathRule;
  coach_id: string | null;
  person_id: string;
  completed_at: Instant | null;
  ended_at: Instant | null;
};

export function isWalking({ completed_at, ended_at }: Pick<Walk, 'completed_at' | 'ended_at'>): boolean {
  return completed_at === null && ended_at === null;
}

export function whyNotGuide(walk: Walk, actor: Actor): Refusal | null {
  const may = whyNotOver(actor, 'training.plan', walk);
  if (may) return may;
  return isWalking(walk) ? null : refusal('training.path_over');
}

/** As whom somebody signs steps of this path, or null. */
export function sideOf({ coach_id, person_id }: Walk, actor: Actor): Signature['side'] | null {
  if (actor.personId === null) return null;
  if (actor.personId === person_id) return 'member';
  return actor.personId === coach_id ? 'coach' : null;
}

/** The coach signs step after step, the member what his coach has signed (TRNG-03). */
export function whyNotSign(walk: Walk, signed: readonly Signature[], step: string, actor: Actor): Refusal | null {
  const at = walk.definition.steps.findIndex(({ key }) => key === step);
  if (at < 0) return refusal('training.step_unknown', { path: 'step' });
  if (!isWalking(walk)) return refusal('training.path_over');
  const side = sideOf(walk, actor);
  if (side === null) return refusal('training.not_your_path');
  const has = (key: string, by: Signature['side']) => signed.some((one) => one.step === key && one.side === by);
  if (has(step, side)) return refusal('training.step_signed');
  if (side === 'member') return has(step, 'coach') ? null : refusal('training.coach_first');
  const before = walk.definition.steps[at - 1];
  return before && !has(before.key, 'coach') ? refusal('training.step_before') : null;
}

export function isComplete({ steps }: PathRule, signed: readonly Signature[]): boolean {
  return signed.length === 2 * steps.length;
}
