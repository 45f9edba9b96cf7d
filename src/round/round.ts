import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Actor } from '../organisation/can.ts';
import { can } from '../organisation/can.ts';
import type { PlanContent, PlanLine, Way } from './plan.ts';

/** What is owed for a round, as a commitment. */
export const OWED_AS = 'round';

export type Standing = {
  from_at: Instant;
  due_at: Instant;
  done_at: Instant | null;
  dropped_at: Instant | null;
};
export type Whose = {
  post_id: Id<'post'>;
  keeper_id: Id<'person'> | null;
  department_id: Id<'department'> | null;
  centre_id: Id<'centre'>;
};
type Finding = { result: 'ok' | 'fault'; count?: number | undefined; note: string; photoIds: readonly string[] };

/** Who answers for it by name does it, else those at its post; and whoever distributes work there. */
export function whyNotYours(actor: Actor, round: Whose): Refusal | null {
  if (actor.personId === null || actor.personId === round.keeper_id) return null;
  if (round.keeper_id === null && actor.posts.some((post) => post.id === round.post_id)) return null;
  const thing = { departments: [round.department_id], centreId: round.centre_id };
  return can(actor, 'ticket.assign', thing) ? refusal('round.not_yours') : null;
}

/** Who answers for a checklist is named by whoever distributes work there. */
export function whyNotNameKeeper(
  actor: Actor,
  { centreId, departmentId }: { centreId: Id<'centre'>; departmentId: Id<'department'> | null },
): Refusal | null {
  return can(actor, 'ticket.assign', { departments: [departmentId], centreId });
}

/** Walked from its own day on, and no more once it is completed. */
export function whyNotWalk(round: Standing, at: Instant): Refusal | null {
  if (round.dropped_at !== null) return refusal('round.dropped');
  if (round.done_at !== null) return refusal('round.completed');
  return at < round.from_at ? refusal('round.not_yet') : null;
}

/** What a line asks for beyond ok or not; a fault says what is wrong, for somebody has to mend it. */
export function whyNotResult(line: PlanLine, { result, count, note, photoIds }: Finding): Refusal | null {
  const counts = line.record === 'count' || line.record === 'letters';
  if (counts && count === undefined) return refusal('round.count_missing', { path: 'count' });
  if (!counts && count !== undefined) return refusal('round.nothing_to_count', { path: 'count' });
  if (result === 'fault' && note === '') return refusal('round.fault_unsaid', { path: 'note' });
  if (line.record === 'text' && note === '') return refusal('round.text_missing', { path: 'note' });
  return photoIds.length > 0 && !line.photo ? refusal('round.no_photo', { path: 'photoIds' }) : null;
}

type Done = {
  result: 'ok' | 'fault';
  way?: Way | undefined;
  measures: string;
  reportedToId?: string | undefined;
  answerBy?: Instant | undefined;
};

/**
 * What was done about a fault: one of the ways its line allows, with what was done or is suggested, or to whom it was reported
 * (PTRL-01, PTRL-03). Nothing of it where nothing is wrong, or where the line asks for none.
 */
export function whyNotWay({ ways }: PlanLine, done: Done): Refusal | null {
  if (done.result === 'ok' || ways === undefined)
    return saysNothing(done) ? null : refusal('round.no_way', { path: 'way' });
  const { way } = done;
  if (way === undefined || !ways.includes(way)) return refusal('round.way_missing', { path: 'way' });
  if (way !== 'suggested' && done.answerBy !== undefined) return refusal('round.not_suggested', { path: 'answerBy' });
  return way === 'reported' ? whyNotReported(done) : whyNotDone(done);
}

function saysNothing({ way, measures, reportedToId, answerBy }: Done): boolean {
  return measures === '' && [way, reportedToId, answerBy].every((one) => one === undefined);
}

function whyNotReported({ reportedToId }: Done): Refusal | null {
  return reportedToId === undefined ? refusal('round.reported_to_missing', { path: 'reportedToId' }) : null;
}

/** Handled or suggested. */
function whyNotDone({ measures, reportedToId }: Done): Refusal | null {
  if (measures === '') return refusal('round.measures_missing', { path: 'measures' });
  return reportedToId === undefined ? null : refusal('round.not_reported', { path: 'reportedToId' });
}

/** An unplanned patrol is begun by whoever holds one of its posts; null: none of his. */
export function patrolPostOf(
  actor: Actor,
  plan: { post_id: Id<'post'>; centre_id: Id<'centre'>; content: Pick<PlanContent, 'alsoBy'> },
): Id<'post'> | null {
  const own = actor.posts.find(({ id }) => id === plan.post_id);
  const also = actor.posts.find(
    ({ key, centreId }) => centreId === plan.centre_id && plan.content.alsoBy?.includes(key),
  );
  return (own ?? also)?.id ?? null;
}

export function whyNotBegin(actor: Actor, plan: Parameters<typeof patrolPostOf>[1]): Refusal | null {
  return patrolPostOf(actor, plan) === null ? refusal('round.not_your_patrol') : null;
}

const WHOLE_DAY = 24 * 60;

/** Walked at changing times it is not walked at the hour of the last time, so that nobody can count on it (PTRL-05). Minutes of the day. */
export function whyNotNow({ varies }: Pick<PlanContent, 'varies'>, last: number | null, now: number): Refusal | null {
  if (varies === undefined || last === null) return null;
  const apart = Math.abs(now - last);
  return Math.min(apart, WHOLE_DAY - apart) < varies ? refusal('round.same_time', { minutes: varies }) : null;
}

/** Letters that were in the boxes, and how many of them are a case or need none. */
export type Letters = { found: number; dealtWith: number };

/** Completed only with a result for every line, and with every letter turned into a case or said to need none (CHAN-10). */
export function whyNotComplete(content: PlanContent, known: ReadonlySet<string>, letters: Letters): Refusal | null {
  const missing = content.lines.filter((line) => !known.has(line.key)).length;
  if (missing > 0) return refusal('round.lines_missing', { missing });
  const left = letters.found - letters.dealtWith;
  return left > 0 ? refusal('round.letters_left', { left }) : null;
}

export type RoundState = 'ahead' | 'open' | 'late' | 'kept' | 'missed';

/** Kept or missed by when it was done on the spot; late while it is owed. */
export function stateOf({ from_at, due_at, done_at }: Standing, now: Instant): RoundState {
  if (done_at !== null) return done_at <= due_at ? 'kept' : 'missed';
  if (due_at < now) return 'late';
  return from_at <= now ? 'open' : 'ahead';
}
