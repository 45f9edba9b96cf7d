import { moneyText, shareOf } from '../kernel/money.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import { dateOf, dayNumber } from '../kernel/working-time/date.ts';
import type { ChargeItem } from './items.ts';

/** As what things are owed. */
export const OWED = {
  due: 'charge_due',
  tell: 'charge_tell',
  step: 'dunning_step',
  deliver: 'charge_delivery',
  confirm: 'confirm_delivery',
} as const;

/** So many customers are written to in a minute. */
export const BATCH = 60;

/** How an amount came about; areas in hundredths of a square metre. */
export type Reckoning = { rate?: number; area?: number; months?: number; quantity?: number };

/** How many months a period has. */
export const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** What is known of a unit for one period of one item. `given`: what was read or said for it this time. */
export type UnitFacts = {
  area: number | null;
  agreed: number | null;
  given: number | null;
  payer: unknown;
  billed: boolean;
};
export type Missing = 'area' | 'amount' | 'payer';
export type BillLine =
  | { amount: number; reckoning: Reckoning }
  | { missing: Missing }
  | { none: 'billed' | 'no_payer' | 'not_agreed' };

type Billed = Pick<ChargeItem, 'basis' | 'rate' | 'period'> & { payers: readonly string[] };

/** What a unit is billed for a period, or what is missing for it. Nothing where it was billed before, or the item is none of its business. */
export function billLine(item: Billed, unit: UnitFacts): BillLine {
  if (unit.billed) return { none: 'billed' };
  if (unit.payer === null) return item.payers.includes('owner') ? { missing: 'payer' } : { none: 'no_payer' };
  const months = item.period === null ? 1 : MONTHS[item.period];
  if (item.basis === 'agreed')
    return unit.agreed === null ? { none: 'not_agreed' } : { amount: unit.agreed, reckoning: {} };
  if (item.basis === 'given')
    return unit.given === null ? { missing: 'amount' } : { amount: unit.given, reckoning: {} };
  const rate = item.rate ?? 0;
  if (item.basis === 'fixed') return { amount: rate * months, reckoning: { rate, months } };
  if (unit.area === null) return { missing: 'area' };
  return { amount: shareOf(rate, unit.area * months, 100), reckoning: { rate, area: unit.area, months } };
}

type Of = Pick<ChargeItem, 'on' | 'period' | 'standard'>;

/** A period is billed by a standard that holds on its first day, and its bills go out in time to pay (FEE-01). */
export function whyNotBill(
  item: Of,
  period: { begins: string },
  { dueDay, today, noticeDays }: { dueDay: string; today: string; noticeDays: number },
): Refusal | null {
  if (!item.on) return refusal('charge.item_off');
  if (item.period === null) return refusal('charge.item_has_no_period');
  const { standard } = item;
  if (standard && (standard.from > period.begins || (standard.until !== null && standard.until < period.begins)))
    return refusal('charge.standard_not_valid', {
      number: standard.number,
      from: standard.from,
      until: standard.until ?? '',
    });
  const earliest = dayAfter(today, noticeDays);
  return dueDay < earliest ? refusal('charge.due_too_soon', { days: noticeDays, day: earliest }) : null;
}

/** The day so many days later. */
export function dayAfter(day: string, days: number): string {
  return dateOf((dayNumber(day) ?? 0) + days);
}

export function whyNotRevoke(run: { revoked_at: unknown }, settled: number): Refusal | null {
  if (run.revoked_at !== null) return refusal('charge.run_revoked');
  return settled > 0 ? refusal('charge.run_paid', { n: settled }) : null;
}

export type Owing = { id: string; open: number };
export type Share = { chargeId: string; amount: number };

/** Money taken, laid on what is owed in this order, each in full before the next. What is owed nowhere is not taken. */
export function allocate(owing: readonly Owing[], amount: number): { shares: Share[] } | { refused: Refusal } {
  let left = amount;
  const shares: Share[] = [];
  for (const { id, open } of owing) {
    const share = Math.min(open, left);
    if (share > 0) shares.push({ chargeId: id, amount: share });
    left -= share;
  }
  const owed = owing.reduce((sum, { open }) => sum + open, 0);
  return left > 0 ? { refused: refusal('charge.more_than_owed', { owed: moneyText(owed) }) } : { shares };
}

/** Something is still open of it. */
export function whyNotSettle(charge: { open: number }): Refusal | null {
  return charge.open > 0 ? null : refusal('charge.settled');
}

/** Reversed is what nobody paid: what was paid is taken back first, by reversing its receipt. */
export function whyNotReverse(charge: { open: number; amount: number; paid: number }): Refusal | null {
  return charge.paid > 0 ? refusal('charge.paid_already') : whyNotSettle(charge);
}

/** By days since the due day; the last has no end. */
export const AGES = [
  { key: 'not_due', from: null, to: 0 },
  { key: 'to_30', from: 1, to: 30 },
  { key: 'to_90', from: 31, to: 90 },
  { key: 'to_365', from: 91, to: 365 },
  { key: 'older', from: 366, to: null },
] as const;
export type Age = (typeof AGES)[number]['key'];

type DeliveryFacts = { delivered_at: unknown; received_at: unknown; until_at: string };

/** Once, after its week. */
export function whyNotDeliver(delivery: DeliveryFacts, now: string): Refusal | null {
  if (delivery.delivered_at !== null) return refusal('charge.delivered_already');
  return now < delivery.until_at ? refusal('charge.week_not_over') : null;
}

export function whyNotConfirm(delivery: DeliveryFacts): Refusal | null {
  if (delivery.delivered_at === null) return refusal('charge.not_delivered');
  return delivery.received_at === null ? null : refusal('charge.confirmed_already');
}

/** A step that waits for payment (FINC-03): money was taken for the matter, and nothing of it is owed any more. */
export function whyNotPaid(money: { paid: number; open: number }): Refusal | null {
  if (money.open > 0) return refusal('charge.matter_owes');
  return money.paid > 0 ? null : refusal('charge.matter_without_receipt');
}
