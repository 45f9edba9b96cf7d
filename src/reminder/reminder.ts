import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';

/** A reminder is its owner's; whoever set it for him may take it back. */
export function whyNotReminder(
  one: { owner_id: string | null; set_by_id: string; settled_at: unknown },
  me: string | null,
): Refusal | null {
  if (one.owner_id !== me && one.set_by_id !== me) return refusal('reminder.not_yours');
  return one.settled_at === null ? null : refusal('reminder.done');
}

export type Snoozed = 'sleeping' | 'back' | 'broken';

/** How a snooze stands: it sleeps until its moment or the answer; a clock that is late breaks it, whatever was wished. */
export function snoozeState(
  one: { until_at: string | null; woken_at: string | null },
  now: string,
  worstDueAt: string | null,
): Snoozed {
  if (one.woken_at !== null || (one.until_at !== null && one.until_at <= now)) return 'back';
  return worstDueAt !== null && worstDueAt < now ? 'broken' : 'sleeping';
}
