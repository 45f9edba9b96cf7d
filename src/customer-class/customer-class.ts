import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { CustomerClass } from './standard.ts';

/** So many customers are classified at once. */
export const MOST_CLASSIFIED = 200;

/** A class that the house has, or none. */
export function whyNotClass(classes: readonly CustomerClass[], key: string | null): Refusal | null {
  return key === null || classes.some((one) => one.key === key)
    ? null
    : refusal('customer_class.unknown', { path: 'class' });
}
