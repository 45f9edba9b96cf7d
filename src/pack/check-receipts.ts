import type { Refusal } from '../kernel/refusal.ts';
import { whyNotLimit } from './check-ladder.ts';
import type { Known } from './check-names.ts';
import { whyNotAgainst } from './check-names.ts';
import type { Kind } from './format.ts';

/** What is made known to households names fields, approvals and a post that there are. */
export function whyNotReceipts({ receipts, fields, approvals = [] }: Kind, known: Known): Refusal[] {
  if (!receipts) return [];
  const ofKind = new Set(fields.map(({ key }) => key));
  const acts = new Set(approvals.map(({ key }) => key));
  return [
    ...(['text', 'knowBy'] as const).flatMap((name) => whyNotAgainst(ofKind, receipts[name], `receipts.${name}`)),
    ...(['after', 'before'] as const).flatMap((name) => whyNotAgainst(acts, receipts[name], `receipts.${name}`)),
    ...whyNotAgainst(known.approvers, receipts.by.post, 'receipts.by'),
    ...whyNotLimit(receipts.limit, 'receipts'),
  ];
}
