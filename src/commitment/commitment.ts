import type { Selectable } from 'kysely';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { CommitmentPauseTable, CommitmentTable } from './table.ts';

/**
 * Who owes what to whom by when, and who is told on the way. Running or paused until it is settled: kept, late or cancelled.
 * Being late while it runs is no state of its own, but the clock read against the deadline.
 */
export type Commitment = Selectable<CommitmentTable>;
export type Pause = Selectable<CommitmentPauseTable>;
export type Verdict = 'kept' | 'late';

/** Kept is what happened at the deadline or before it, whenever it was reported (WORK-04). */
export function verdict(dueAt: Instant, happenedAt: Instant): Verdict {
  return happenedAt <= dueAt ? 'kept' : 'late';
}

/** What somebody says of himself: that he read and understood; and that he comes himself to be trained. It goes to no successor. */
export const OWN_WORD = ['confirm_duties', 'confirm_reading', 'attend_training'];

type Standing = Pick<Commitment, 'state' | 'due_at'>;

export function isOpen({ state }: Pick<Commitment, 'state'>): boolean {
  return state === 'running' || state === 'paused';
}

/** Late by `now`: settled so, or its deadline has passed on a running clock. */
export function isLate({ state, due_at }: Standing, now: Instant): boolean {
  return state === 'late' || (state === 'running' && now > due_at);
}

/**
 * Why a clock may not be stopped at `happenedAt`: it has ended or stands already; it was past its deadline by then, and what is
 * late stays late; or a moment was promised by name, which only a new promise moves.
 */
export function whyNotPause(commitment: Standing & Pick<Commitment, 'allowance'>, happenedAt: Instant): Refusal | null {
  if (!isOpen(commitment)) return refusal('commitment.ended');
  if (commitment.state === 'paused') return refusal('commitment.already_paused');
  if (commitment.allowance === null) return refusal('commitment.moment_promised');
  if (happenedAt >= commitment.due_at) return refusal('commitment.already_late');
  return null;
}

export function whyNotResume(commitment: Pick<Commitment, 'state'>): Refusal | null {
  if (!isOpen(commitment)) return refusal('commitment.ended');
  return commitment.state === 'paused' ? null : refusal('commitment.not_paused');
}

/** A verdict is corrected where there is one, to the other one. */
export function whyNotCorrect(commitment: Pick<Commitment, 'state'>, to: Verdict): Refusal | null {
  if (commitment.state !== 'kept' && commitment.state !== 'late') return refusal('commitment.no_verdict');
  return commitment.state === to ? refusal('commitment.verdict_stands', { verdict: to }) : null;
}

export function whyNotAcknowledge(commitment: Pick<Commitment, 'state' | 'climbed'>): Refusal | null {
  if (!isOpen(commitment)) return refusal('commitment.ended');
  return commitment.climbed > 0 ? null : refusal('commitment.nothing_to_acknowledge');
}
