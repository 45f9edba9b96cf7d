import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Language, Words } from '../kernel/words.ts';
import type { Approval, Kind } from '../pack/format.ts';

/** chosen: not approved yet; waiting: its turn to be written to has not come; not_reached: called on in vain. */
export const RECEIPT_STATES = ['chosen', 'waiting', 'to_deliver', 'delivered', 'known', 'not_reached'] as const;
export type ReceiptState = (typeof RECEIPT_STATES)[number];

/** How a household was given it. `message`: written to by itself. */
export const DELIVERED_BY = ['message', 'hand', 'letter_box', 'phone'] as const;
/** How it said that it knows. `page`: on the customer's page, by itself. */
export const KNOWN_BY = ['page', 'phone', 'signature'] as const;

export const OWED_DELIVERY = 'notice_delivery';
export const OWED_CALL = 'notice_call';

/** So many are written to in a minute, so that telephones and mailboxes take what comes back. */
export const BATCH = 60;

export type ReceiptCounts = Record<ReceiptState, number>;
/** Days as YYYY-MM-DD, where the centre stands; `knowBy` null: not said yet. */
export type ReceiptFacts = { counts: ReceiptCounts; knowBy: string | null; today: string };

/** The day that a notice names in its fields; null: not said yet, or it is no notice. */
export function knowByOf({ receipts }: Kind, fields: Readonly<Record<string, unknown>>): string | null {
  const day = receipts && fields[receipts.knowBy];
  return day ? String(day) : null;
}

/** Nobody answers for it any more: each household knows, or was called on. */
const OPEN: readonly ReceiptState[] = ['chosen', 'waiting', 'to_deliver', 'delivered'];

/** Nothing is approved that reaches nobody, and nothing verified while a household has neither said that it knows nor been called on. */
export function whyNotByReceipts({ receipts }: Kind, approval: Approval, facts: ReceiptFacts | null): Refusal | null {
  if (!receipts || !facts) return null;
  const { counts, knowBy, today } = facts;
  if (approval.key === receipts.after && knowBy !== null && knowBy < today) return refusal('receipt.day_past');
  if (Object.values(counts).every((n) => n === 0)) return refusal('receipt.nobody_chosen');
  const open = OPEN.reduce((sum, state) => sum + counts[state], 0);
  return approval.key === receipts.before && open > 0 ? refusal('receipt.still_open', { n: open }) : null;
}

/** Whom it reaches is chosen until it is approved. */
export function whyNotChoose({ receipts }: Kind, verdicts: Readonly<Record<string, string>>): Refusal | null {
  if (!receipts) return refusal('receipt.not_of_this_kind');
  return verdicts[receipts.after] === 'approved' ? refusal('receipt.approved_already') : null;
}

export function whyNotDeliver({ state }: { state: ReceiptState }): Refusal | null {
  return state === 'to_deliver' ? null : refusal('receipt.not_to_deliver');
}

export function whyNotKnow({ state }: { state: ReceiptState }): Refusal | null {
  if (state === 'known') return refusal('receipt.known_already');
  return state === 'chosen' || state === 'waiting' ? refusal('receipt.not_out_yet') : null;
}

export function whyNotMiss(receipt: { state: ReceiptState }): Refusal | null {
  return receipt.state === 'not_reached' ? refusal('receipt.missed_already') : whyNotKnow(receipt);
}

const ASKS: Words = {
  en: 'Please confirm by {day} that you know, under “My matters” on our page, by telephone or at the counter.',
  'zh-hans': '请于 {day} 前确认知晓：可在客户页面“我的事项”中确认，也可致电或到前台确认。',
  'zh-hant': '請於 {day} 前確認知曉：可在客戶頁面「我的事項」中確認，也可致電或到櫃檯確認。',
};

/** What a household is written: the notice, and how to say that it is known. */
export function letterOf(text: string, day: string, language: Language): string {
  return `${text}\n\n${ASKS[language].replace('{day}', day)}`;
}
