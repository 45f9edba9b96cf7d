import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Period } from '../kernel/working-time/period.ts';
import type { CHECK_PERIODS, SampleSize, SpotCheckPlan } from './plan.ts';

/** A period of which a check is owed. */
export type CheckPeriod = Period<(typeof CHECK_PERIODS)[number]>;

/** What is owed for it, as a commitment. */
export const OWED_AS = 'spot_check';

export const CHECK_STATES = ['running', 'to_check', 'completed'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

type Standing = { drawn_at: Instant | null; completed_at: Instant | null };

export function stateOf({ drawn_at, completed_at }: Standing): CheckState {
  if (completed_at !== null) return 'completed';
  return drawn_at === null ? 'running' : 'to_check';
}

/** How many of so many are drawn. */
export function sizeOf(size: SampleSize, population: number): number {
  const wanted = 'count' in size ? size.count : Math.max(size.atLeast, Math.ceil((population * size.percent) / 100));
  return Math.min(wanted, population);
}

type Owed = { ownerId: Id<'person'> | null; postId: Id<'post'> | null };
type Checker = { personId: Id<'person'> | null; posts: readonly { id: Id<'post'> }[] };

function whyNotOpen(check: Standing): Refusal | null {
  if (check.drawn_at === null) return refusal('spot_check.not_drawn');
  return check.completed_at === null ? null : refusal('spot_check.completed');
}

/** It is looked at once it was drawn, by whoever owes it or acts in the post that does (PRIN-13). */
export function whyNotCheck(check: Standing, owed: Owed, actor: Checker): Refusal | null {
  const not = whyNotOpen(check);
  if (not) return not;
  const owes =
    (owed.ownerId !== null && owed.ownerId === actor.personId) || actor.posts.some((post) => post.id === owed.postId);
  return owes ? null : refusal('spot_check.not_yours');
}

export type Looking = {
  /** Whose work the record is. */
  didId: Id<'person'> | null;
  /** Whoever looks may see the matter itself. */
  sees: boolean;
  /** Whoever looks stands above the one who owes the check. */
  above: boolean;
};

/**
 * Of the records drawn, nobody checks his own work, nor what he may not see. What the one who owes the check did himself is looked
 * at by another in his post, or by whoever stands above him.
 */
export function whyNotLook(check: Standing, owed: Owed, actor: Checker, looking: Looking): Refusal | null {
  const { didId, sees, above } = looking;
  const ofChecker = didId !== null && didId === owed.ownerId;
  const not = ofChecker && above ? whyNotOpen(check) : whyNotCheck(check, owed, actor);
  if (not) return not;
  if (didId !== null && didId === actor.personId) return refusal('spot_check.own_work');
  return sees ? null : refusal('right.out_of_scope', { right: 'ticket.see' });
}

/** It is completed when every record drawn has its results. */
export function whyNotComplete(check: Standing, owed: Owed, actor: Checker, open: number): Refusal | null {
  const not = whyNotCheck(check, owed, actor);
  if (not) return not;
  return open > 0 ? refusal('spot_check.items_open', { count: open }) : null;
}

type Line = { criterion: string; passed: boolean; finding: string; way?: string | undefined };

/** Every line of the sheet has one result, and a failed one says what was found and what follows. */
export function whyNotResults(plan: Pick<SpotCheckPlan, 'criteria'>, lines: readonly Line[]): Refusal | null {
  const given = lines.map((line) => line.criterion);
  const known = plan.criteria.map((criterion) => criterion.key);
  const strange = given.find((key, at) => !known.includes(key) || given.indexOf(key) !== at);
  if (strange !== undefined) return refusal('spot_check.line_unknown', { path: 'results', line: strange });
  const missing = known.find((key) => !given.includes(key));
  if (missing !== undefined) return refusal('spot_check.line_missing', { path: 'results', line: missing });
  const bare = lines.find((line) => !line.passed && (line.finding === '' || line.way === undefined));
  return bare
    ? refusal('spot_check.finding_missing', { path: `results.${bare.criterion}`, line: bare.criterion })
    : null;
}
