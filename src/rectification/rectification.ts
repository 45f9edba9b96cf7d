import type { Selectable } from 'kysely';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { RectificationTable } from './table.ts';

/** A rectification notice (整改通知): what a department did not keep or did wrong, and by when it puts that right. */
export type Notice = Selectable<RectificationTable>;
export type NoticeState = 'withdrawn' | 'verified' | 'rejected' | 'replied' | 'received' | 'issued';

type Standing = {
  withdrawn_at: unknown;
  verdict: string | null;
  replied_at: unknown;
  received_at: unknown;
};

/** Where a notice stands; said once, here, for every list that shows one. */
export function stateOf(notice: Standing): NoticeState {
  if (notice.withdrawn_at !== null) return 'withdrawn';
  if (notice.verdict === 'accepted') return 'verified';
  if (notice.replied_at !== null) return 'replied';
  if (notice.verdict === 'rejected') return 'rejected';
  return notice.received_at === null ? 'issued' : 'received';
}

function whyNotOpen(notice: Notice): Refusal | null {
  const state = stateOf(notice);
  if (state === 'withdrawn') return refusal('notice.withdrawn', { number: notice.number });
  return state === 'verified' ? refusal('notice.verified', { number: notice.number }) : null;
}

/** It is signed for once. */
export function whyNotReceive(notice: Notice): Refusal | null {
  return whyNotOpen(notice) ?? (notice.received_at === null ? null : refusal('notice.already_received'));
}

/** One reply at a time: after it, the word is with whoever verifies. */
export function whyNotReply(notice: Notice): Refusal | null {
  return whyNotOpen(notice) ?? (notice.replied_at === null ? null : refusal('notice.already_replied'));
}

/** Nobody verifies his own rectification: neither who answered for it, nor who was to mend it. */
export function whyNotVerify(notice: Notice, verifierId: string | null): Refusal | null {
  const closed = whyNotOpen(notice);
  if (closed) return closed;
  if (notice.replied_at === null) return refusal('notice.not_replied');
  if (notice.replied_by_id === verifierId) return refusal('notice.own_reply');
  return isHis(notice, verifierId) ? refusal('notice.addressed_to_you') : null;
}

/** A verified one has had its effect; any other may turn out to have been sent in error, which its addressee does not decide. */
export function whyNotWithdraw(notice: Notice, byId: string | null): Refusal | null {
  const closed = whyNotOpen(notice);
  if (closed) return closed;
  return isHis(notice, byId) && notice.issued_by_id !== byId ? refusal('notice.addressed_to_you') : null;
}

function isHis({ addressee_id }: Notice, personId: string | null): boolean {
  return personId !== null && addressee_id === personId;
}
