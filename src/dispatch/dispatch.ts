import type { Presence } from '../attendance/attendance.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';

/**
 * How somebody stands who might be sent. free: at his place, with nothing in hand; busy: at his place, with something; online: on duty at
 * his screen; not_here: due and has not come; away: leave or absence; off_duty: no shift now, gone, or off duty by his own switch.
 */
export const STANDINGS = ['free', 'busy', 'online', 'not_here', 'away', 'off_duty'] as const;
export type Standing = (typeof STANDINGS)[number];

export const DISPATCH_ACTS = ['taken', 'declined', 'done', 'recalled'] as const;
export type DispatchAct = (typeof DISPATCH_ACTS)[number];

export const DISPATCH_STATES = ['given', ...DISPATCH_ACTS] as const;
export type DispatchState = (typeof DISPATCH_STATES)[number];

/** What is owed: saying that one has the order, and doing it by the moment that was said. */
export const OWED_AS = { take: 'take_dispatch', done: 'carry_out_dispatch' } as const;

type ShiftFacts = {
  presence: Presence;
  due_from: Instant | null;
  due_until: Instant | null;
  in_at: Instant | null;
  out_at: Instant | null;
};
export type HandFacts = {
  /** The published shift that runs now, or in which he still is; null: none. */
  shift: ShiftFacts | null;
  /** His own switch. */
  onDuty: boolean;
  /** Accepted work orders not done, and orders given to him that have not ended. */
  inHand: number;
};

/** Whether he is on duty and free to be sent, by his shift, whether he came, and what he has in hand (SAFE-06). */
export function standingOf({ shift, onDuty, inHand }: HandFacts, now: Instant): Standing {
  if (shift === null || shift.out_at !== null) return 'off_duty';
  if (shift.in_at === null) {
    const due = shift.due_from !== null && shift.due_until !== null && shift.due_from <= now && now < shift.due_until;
    return due ? 'not_here' : 'away';
  }
  if (!onDuty) return 'off_duty';
  if (shift.presence === 'online') return 'online';
  return inHand > 0 ? 'busy' : 'free';
}

/** In an emergency anybody may be sent; whoever sends somebody who is not free says why him. */
export function whyNotSend(standing: Standing, why: string): Refusal | null {
  return standing === 'free' || why !== '' ? null : refusal('dispatch.not_free', { path: 'why', standing });
}

/** It is taken once, and ends once: done after it was taken, declined, or called back. */
export function whyNotAct(state: DispatchState, act: DispatchAct): Refusal | null {
  if (state !== 'given' && state !== 'taken') return refusal('dispatch.ended');
  if (act === 'taken') return state === 'taken' ? refusal('dispatch.taken_already') : null;
  return act === 'done' && state === 'given' ? refusal('dispatch.not_taken') : null;
}

/** Where an order stands by what was done with it, in order. */
export function dispatchStateOf(acts: readonly { act: DispatchAct }[]): DispatchState {
  return acts.at(-1)?.act ?? 'given';
}
