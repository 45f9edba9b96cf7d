import type { Ladder } from '../commitment/rule.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';

/** What of a person's work stands in the house, by the event that says it. */
export const DID = {
  'contact.recorded': 'contact',
  'ticket.opened': 'opened',
  'ticket.noted': 'noted',
  'ticket.customer_told': 'told',
  'ticket.resolved': 'resolved',
  'ticket.closed': 'closed',
  'work_order.issued': 'sent',
  'work_order.done': 'work_done',
  'return_visit.made': 'visited',
  'conversation.answer_written': 'answered',
  'round.completed': 'round',
  'work_item.done': 'item',
  'shift_note.handed_over': 'handed_over',
  'call.written_up': 'call',
} as const satisfies Record<string, string>;
export const WHATS = [
  'contact',
  'call',
  'answered',
  'opened',
  'noted',
  'told',
  'sent',
  'work_done',
  'visited',
  'resolved',
  'closed',
  'round',
  'item',
  'handed_over',
] as const;
export type What = (typeof WHATS)[number];

/** One thing that somebody did: ids and moments only; what it is called is read where it stands. */
export type DiaryLine = { what: What; at: Instant; ticketId: string | null };

/** What is owed of a day: told him as the day ends, and whoever stands over him the next morning. */
export const OWED_AS = 'work_diary';
export const LADDER: Ladder = [
  { at: { share: 1 }, do: 'warn', to: 'owner' },
  { at: { after: 'PT9H', basis: 'clock' }, do: 'warn', to: 'supervisor' },
];

/** It is closed once; then nothing is added. A day that has not begun has no diary. */
export function whyNotClose(diary: { from_at: Instant; closed_at: Instant | null }, now: Instant): Refusal | null {
  if (diary.closed_at !== null) return refusal('diary.closed');
  return now < diary.from_at ? refusal('diary.not_begun') : null;
}
