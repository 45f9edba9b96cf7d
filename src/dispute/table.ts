import type { Generated } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';

export type DisputePartyTable = {
  id: Id<'dispute_party'>;
  ticket_id: Id<'ticket'>;
  customer_id: Id<'customer'> | null;
  /** Of somebody who is not on file. */
  name: Generated<string>;
  place_id: Id<'place'> | null;
  added_by_id: Id<'person'>;
  added_at: Instant;
};

export type DisputeStatementTable = {
  id: Id<'dispute_statement'>;
  ticket_id: Id<'ticket'>;
  party_id: Id<'dispute_party'>;
  text: string;
  /** Not shown to the other side. */
  withheld: boolean;
  taken_by_id: Id<'person'>;
  taken_at: Instant;
  erased_at: Instant | null;
};

export type DisputeAttemptTable = {
  id: Id<'dispute_attempt'>;
  ticket_id: Id<'ticket'>;
  held_at: Instant;
  held_by_id: Id<'person'>;
  /** Which parties came. */
  parties: Id<'dispute_party'>[];
  /** Who else was there. */
  others: string;
  proposed: string;
  result: 'agreed' | 'closer' | 'no_agreement' | 'not_held';
  words: string;
  next_at: Instant | null;
  recorded_at: Instant;
};

export type DisputeOutcomeTable = {
  id: Id<'dispute_outcome'>;
  ticket_id: Id<'ticket'>;
  kind: 'agreement' | 'referral';
  /** Of an agreement its terms, of a referral the papers given along. */
  terms: string;
  referred_to: string | null;
  check_by: Instant | null;
  by_id: Id<'person'>;
  at: Instant;
  checked_at: Instant | null;
  checked_by_id: Id<'person'> | null;
  holds: boolean | null;
  check_words: string | null;
  /** It did not hold, or was taken back: mediation went on. */
  ended_at: Instant | null;
  ended_because: 'not_held' | 'taken_back' | null;
};

export type DisputeConfirmationTable = {
  outcome_id: Id<'dispute_outcome'>;
  party_id: Id<'dispute_party'>;
  way: 'signed' | 'spoken';
  at: Instant;
  by_id: Id<'person'>;
};
