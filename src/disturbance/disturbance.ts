import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';

export const DISTURBANCE_SORTS = ['quarrel', 'noise', 'crowd', 'intrusion', 'damage', 'other'] as const;
export type DisturbanceSort = (typeof DISTURBANCE_SORTS)[number];

/** What is owed from the moment of one: order in the centre again. */
export const OWED_AS = 'restore_order';

/** What may be corrected, as it stood before. */
export type Former = Partial<
  Record<'sort' | 'spot' | 'people_involved' | 'happened' | 'measures' | 'told_others', string>
>;

/** Order is restored once, and only with what was done and who was told of it. */
export function whyNotRestore(one: {
  restored_at: Instant | null;
  measures: string;
  told_ids: readonly string[];
  told_others: string;
}): Refusal | null {
  if (one.restored_at !== null) return refusal('disturbance.restored');
  if (one.measures === '') return refusal('disturbance.measures_missing', { path: 'measures' });
  return one.told_ids.length === 0 && one.told_others === ''
    ? refusal('disturbance.nobody_told', { path: 'toldIds' })
    : null;
}
