import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';

export const DECIDE_MOVE = 'decide_staff_move';

export const SORTS = ['promotion', 'demotion', 'appointment', 'removal'] as const;
export type Sort = (typeof SORTS)[number];

/** From which post and to which: an appointment leaves none, a removal leads to none. */
const NEEDS: Record<Sort, { from: boolean; to: boolean }> = {
  promotion: { from: true, to: true },
  demotion: { from: true, to: true },
  appointment: { from: false, to: true },
  removal: { from: true, to: false },
};

type Posts = { sort: Sort; fromPostId: Id<'post'> | null; toPostId: Id<'post'> | null };
/** The posts he holds, not those he deputises; `open`: the posts there are. */
type House = { held: readonly Id<'post'>[]; open: { has(id: Id<'post'>): boolean } };

/** Posts as the sort of it needs them, the one held and the other not. */
export function whyNotPosts({ sort, fromPostId, toPostId }: Posts, { held, open }: House): Refusal | null {
  const { from, to } = NEEDS[sort];
  if (from !== (fromPostId !== null)) return refusal('staff_move.from_post', { path: 'fromPostId' });
  if (to !== (toPostId !== null)) return refusal('staff_move.to_post', { path: 'toPostId' });
  if (fromPostId && !held.includes(fromPostId)) return refusal('staff_move.from_not_held', { path: 'fromPostId' });
  if (toPostId && held.includes(toPostId)) return refusal('staff_move.to_held', { path: 'toPostId' });
  return toPostId && !open.has(toPostId) ? refusal('staff_move.to_not_open', { path: 'toPostId' }) : null;
}

type Course = {
  verdict: 'approved' | 'refused' | null;
  withdrawn_at: Instant | null;
  done_at: Instant | null;
  effective_at: Instant;
};

export type MoveState = 'proposed' | 'withdrawn' | 'refused' | 'ahead' | 'stuck' | 'in_effect';

export function stateOf(move: Course, now: Instant): MoveState {
  if (move.withdrawn_at !== null) return 'withdrawn';
  if (move.verdict === null) return 'proposed';
  if (move.verdict === 'refused') return 'refused';
  if (move.done_at !== null) return 'in_effect';
  return now < move.effective_at ? 'ahead' : 'stuck';
}

/** Decided and withdrawn alike: once, while it is only proposed. */
export function whyNotOpen(move: Course): Refusal | null {
  if (move.withdrawn_at !== null) return refusal('staff_move.withdrawn');
  return move.verdict === null ? null : refusal('staff_move.decided');
}
