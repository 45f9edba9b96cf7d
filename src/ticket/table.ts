import type { Generated } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { JsonOrDefault } from '../kernel/json.ts';

export type TicketTable = {
  id: Id<'ticket'>;
  /** Short enough to say on the phone. */
  number: Generated<number>;
  kind: string;
  kind_version: number;
  stage: string;
  stage_class: 'new' | 'active' | 'waiting_customer' | 'waiting_other' | 'resolved' | 'closed' | 'cancelled';
  title: string;
  /** What the customer needs, in his words (CONS-03). */
  need: Generated<string>;
  urgency: Generated<'normal' | 'urgent' | 'emergency'>;
  severity: 'ordinary' | 'major' | 'grave' | null;
  channel: string;
  customer_id: Id<'customer'> | null;
  /** The caller may not be the customer. */
  caller_name: string | null;
  caller_phone: string | null;
  place_id: Id<'place'> | null;
  centre_id: Id<'centre'>;
  department_id: Id<'department'> | null;
  owner_id: Id<'person'>;
  /** A hand-over offered and not yet accepted; the giver stays accountable until then. */
  offered_to_id: Id<'person'> | null;
  /** The superior who gave the task (ASGN-05). */
  given_by_id: Id<'person'> | null;
  opened_by_id: Id<'person'> | null;
  opened_at: Instant;
  promised_for: Instant | null;
  fields: JsonOrDefault<Record<string, unknown>>;
  /** Request judged reasonable, or declined with its reason (RECP-15). */
  judged: 'reasonable' | 'declined' | null;
  decline_reason: string | null;
  answered_at: Instant | null;
  resolved_at: Instant | null;
  outcome: string | null;
  told_at: Instant | null;
  closed_at: Instant | null;
  closed_as: string | null;
  reopened_count: Generated<number>;
  satisfaction: number | null;
  /** The big one that answers for many. */
  incident_id: Id<'ticket'> | null;
  imported_from: string | null;
};

export type NoteTable = {
  id: Id<'note'>;
  ticket_id: Id<'ticket'>;
  /** Internal: never seen by the customer; answer: what he was told; apology, explanation, statement. */
  kind: 'internal' | 'answer' | 'apology' | 'explanation' | 'situation' | 'result';
  text: string;
  by_id: Id<'person'>;
  at: Instant;
  /** A reply that only sends the customer elsewhere does not stop the clock (ESCL-08). */
  sends_elsewhere: Generated<boolean>;
  /** COMP-14: on the ground of which rule, and whether it was accepted. */
  rule: string | null;
  accepted: boolean | null;
  erased_at: Instant | null;
};

/** What a text of a ticket said before it was changed; erased with the rest of what a person said. */
export type FormerWordsTable = {
  id: Id<'former_words'>;
  ticket_id: Id<'ticket'>;
  /** One act of changing, named by its event. */
  change_id: Id<'change'>;
  /** A column of the ticket, or `fields.` and the key of one of its kind's own. */
  field: string;
  words: string;
};

export type HandoverTable = {
  id: Id<'handover'>;
  ticket_id: Id<'ticket'>;
  from_id: Id<'person'>;
  to_id: Id<'person'>;
  /** Over: to a colleague; up: to the superior, and the giver keeps sight; leave: moved in one act on absence or leaving. */
  way: 'over' | 'up' | 'leave' | 'given';
  reason: string;
  offered_at: Instant;
  answer: 'accepted' | 'refused' | 'withdrawn' | null;
  answer_reason: string | null;
  answered_at: Instant | null;
};

export type TicketSightTable = {
  ticket_id: Id<'ticket'>;
  person_id: Id<'person'>;
  why: 'first_receiver' | 'handed_up' | 'superior' | 'watching' | 'to_approve' | 'to_know';
  since: Instant;
  /** Hears what becomes of it. */
  told: Generated<boolean>;
};

/** Up to when somebody has seen it, by when the newest fact was recorded that he had before him. */
export type TicketSeenTable = {
  person_id: Id<'person'>;
  ticket_id: Id<'ticket'>;
  until_at: Instant;
};

/** How two matters hang together, seen from the first. */
export type LinkedAs =
  | 'same_matter'
  | 'from_visit'
  | 'part_of'
  | 'related'
  | 'split_from'
  | 'caused_by'
  | 'follows'
  | 'same_cause';

export type TicketLinkTable = {
  from_id: Id<'ticket'>;
  to_id: Id<'ticket'>;
  why: LinkedAs;
};

export type RulingTable = {
  id: Id<'ruling'>;
  ticket_id: Id<'ticket'>;
  commitment_id: Id<'commitment'> | null;
  asked_by_id: Id<'person'> | null;
  asked_at: Instant;
  asked_of: string;
  question: string;
  customer_interest: string | null;
  firm_interest: string | null;
  decision: string | null;
  decided_by_id: Id<'person'> | null;
  decided_at: Instant | null;
  /** Asked in error: the promise turned out kept, or its clock stood at the time. */
  withdrawn_at: Instant | null;
  withdrawn_because: string | null;
};

export type ApprovalTable = {
  id: Id<'approval'>;
  ticket_id: Id<'ticket'>;
  /** Which approval of the kind; the last verdict counts. */
  key: string;
  verdict: 'approved' | 'refused';
  /** In which role it was decided. */
  role: string;
  /** In which post; null of those decided before approvals named posts. */
  post_id: Id<'post'> | null;
  words: string;
  by_id: Id<'person'>;
  at: Instant;
  /** Who signed as the customer; null: nobody was asked to, or he was erased. */
  signed_by: string | null;
  /** What he drew; goes with the other files of the ticket. */
  signature_id: Id<'file'> | null;
  /** The ticket was opened again since, and it is to be given anew; null: it counts. */
  lapsed_at: Generated<Instant | null>;
};

export type UrgingTable = {
  id: Id<'urging'>;
  ticket_id: Id<'ticket'>;
  work_order_id: Id<'work_order'> | null;
  by_id: Id<'person'>;
  to_id: Id<'person'>;
  words: Generated<string>;
  /** The customer urged, or one of us. */
  on_behalf_of: 'customer' | 'centre';
  at: Instant;
  acknowledged_at: Instant | null;
};

/** Each time it is declined as a request, with what the supervisor says of that (RECP-15). */
export type DeclinedRequestTable = {
  id: Id<'declined_request'>;
  ticket_id: Id<'ticket'>;
  reason: string;
  by_id: Id<'person'> | null;
  at: Instant;
  /** Whose it is to review; null: nobody stands above. */
  reviewer_id: Id<'person'> | null;
  verdict: Generated<'confirmed' | 'sent_back' | null>;
  words: Generated<string | null>;
  reviewed_by_id: Generated<Id<'person'> | null>;
  reviewed_at: Generated<Instant | null>;
  /** Opened again otherwise before it was reviewed. */
  lapsed_at: Generated<Instant | null>;
};
