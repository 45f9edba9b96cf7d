import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';

type Breach = { stated_at: Instant | null; decided_at: Instant | null };

/** Heard once: what was stated stays as it was said. */
export function whyNotState({ stated_at }: Breach): Refusal | null {
  return stated_at === null ? null : refusal('staff_breach.stated');
}

/** Nothing is decided before the person was heard. */
export function whyNotDecide({ stated_at, decided_at }: Breach): Refusal | null {
  if (decided_at !== null) return refusal('staff_breach.decided');
  return stated_at === null ? refusal('staff_breach.not_heard') : null;
}
