import { CHANNEL_KINDS } from '../channel/kinds.ts';
import type { Selectable } from 'kysely';
import { normalisePhone } from '../kernel/text/mask.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { Invalid, refusal } from '../kernel/refusal.ts';
import type { CustomerTable } from './table.ts';

export type Customer = Selectable<CustomerTable>;

/** By what he wants to hear from us: any channel in writing, one sort of it, a call, or nothing. */
export const UPDATES = ['any', ...CHANNEL_KINDS, 'phone', 'none'] as const;

export const CUSTOMER_KINDS = ['person', 'household', 'company'] as const;
export const RELATIONS = ['owner', 'resident', 'tenant', 'user'] as const;

export function whyNotChangeCustomer(customer: Pick<Customer, 'erased_at'>): Refusal | null {
  return customer.erased_at === null ? null : refusal('customer.erased');
}

/** While something is owed to somebody, who he is must be known. */
export function whyNotErase(
  customer: Pick<Customer, 'erased_at'>,
  facts: { openTickets: number; held: boolean },
): Refusal | null {
  if (customer.erased_at !== null) return refusal('customer.erased');
  if (facts.held) return refusal('customer.held');
  return facts.openTickets > 0 ? refusal('customer.open_tickets', { n: facts.openTickets }) : null;
}

export function whyNotMembers(kind: Customer['kind'], members: readonly unknown[]): Refusal | null {
  return kind === 'person' && members.length > 0 ? refusal('customer.person_has_no_members') : null;
}

export type Phone = { number: string; label: string };
export type StoredPhone = { digits: string; label: string; first: boolean };

/** The first one given is the one to call first; a number given twice stands once. Refuses what holds no number. */
export function storedPhones(phones: readonly Phone[]): StoredPhone[] {
  const stored = new Map<string, StoredPhone>();
  phones.forEach(({ number, label }, at) => {
    const digits = normalisePhone(number);
    if (digits.length < 3) throw new Invalid('customer.phone_malformed', { path: `phones.${at}.number` });
    if (!stored.has(digits)) stored.set(digits, { digits, label, first: stored.size === 0 });
  });
  return [...stored.values()];
}
