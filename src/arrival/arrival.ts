import type { Limit } from '../commitment/rule.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';

/** How a visit ended: settled at once, became or concerned a matter, sent on to somebody else, or he went before anybody saw to him. */
export const LEFT = ['settled', 'matter', 'sent_on', 'unserved'] as const;
export type Left = (typeof LEFT)[number];

/** What is owed from the moment somebody stands at the counter. */
export const OWED_AS = 'receive_visitor';

/** Ten minutes of reception hours: of a house whose settings are older than the queue. */
export const RECEIVE: Limit = {
  allowance: { text: 'PT10M', basis: 'working' },
  calendar: 'reception',
  ladder: [
    { at: { share: 0.8 }, do: 'warn', to: 'owner' },
    { at: { share: 1 }, do: 'warn', to: 'supervisor' },
    { at: { after: 'PT20M', basis: 'working' }, do: 'warn', to: 'centre_manager' },
  ],
};

type Standing = { taken_at: Instant | null; left_at: Instant | null };

/** Nobody is called who has left; and nobody whom a colleague sees to already. */
export function whyNotTake(one: Standing): Refusal | null {
  if (one.left_at !== null) return refusal('arrival.left');
  return one.taken_at === null ? null : refusal('arrival.taken');
}

/** He leaves once, and nobody was left unserved whom somebody saw to. */
export function whyNotLeave(one: Standing, outcome: Left): Refusal | null {
  if (one.left_at !== null) return refusal('arrival.left');
  return outcome === 'unserved' && one.taken_at !== null ? refusal('arrival.was_served') : null;
}

/** Where to he was sent on is said, and a matter is named. */
export function whyNotSaid(said: { outcome: Left; words: string; ticketId?: string | undefined }): Refusal | null {
  if (said.outcome === 'sent_on' && said.words === '') return refusal('arrival.where_to', { path: 'words' });
  return said.outcome === 'matter' && said.ticketId === undefined
    ? refusal('arrival.which_matter', { path: 'ticketId' })
    : null;
}
