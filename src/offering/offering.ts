import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';

/** What is known of a service or product (CONS-02), each a field of its own. */
export const OFFERING_TEXTS = [
  'features',
  'price',
  'discount',
  'steps',
  'method',
  'usualTime',
  'unit',
  'hours',
] as const;

export function whyNotOpenService(offering: { kind: string | null; closed_at: unknown }): Refusal | null {
  if (offering.closed_at !== null) return refusal('offering.closed');
  return offering.kind === null ? refusal('offering.no_service') : null;
}
