import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Book } from '../platform/erase-names.ts';
import type { NamedPlace } from './still-named.ts';

/** Texts of matters, in which somebody may be named whose matter it is not. */
export type Elsewhere = Book & {
  /** The column by which a row, or the few rows of one thing, are found again. */
  key: string;
  /** The ticket a row `x` belongs to; null: none. */
  ticket: RawBuilder<unknown>;
  /** The centre it belongs to, where that is not the ticket's. */
  centre?: RawBuilder<unknown>;
};

const NO_TICKET = sql`null::uuid`;
const OF_TICKET = { key: 'id', ticket: sql`x.ticket_id` };
const OF_VISIT = sql`(select v.ticket_id from return_visit v where v.id = x.visit_id)`;
const OF_ORDER = sql`(select w.ticket_id from work_order w where w.id = x.work_order_id)`;
const OF_CONTACT = sql`(select c.centre_id from contact c where c.id = x.contact_id)`;
const OF_MESSAGE = sql`(select c.centre_id from conversation c where c.id = x.conversation_id)`;

/**
 * Every text of a matter, by the name under which it is told. Of his own matters an erased customer is gone already; what these
 * still find stands in another's, where a person decides. The house's own books are NAMED_IN. A test knows every column.
 */
export const ELSEWHERE = {
  ticket: {
    table: 'ticket',
    key: 'id',
    ticket: sql`x.id`,
    texts: ['title', 'need', 'outcome', 'decline_reason', 'caller_name', 'caller_phone'],
    json: ['fields'],
  },
  note: { table: 'note', ...OF_TICKET, texts: ['text'] },
  former_words: { table: 'former_words', ...OF_TICKET, texts: ['words'] },
  urging: { table: 'urging', ...OF_TICKET, texts: ['words'] },
  approval: { table: 'approval', ...OF_TICKET, texts: ['words', 'signed_by'] },
  ruling: {
    table: 'ruling',
    ...OF_TICKET,
    texts: ['question', 'decision', 'customer_interest', 'firm_interest'],
  },
  declined: { table: 'declined_request', ...OF_TICKET, texts: ['reason', 'words'] },
  promise: { table: 'commitment', ...OF_TICKET, texts: ['words'] },
  reminder: { table: 'reminder', ...OF_TICKET, texts: ['words'] },
  work_order: {
    table: 'work_order',
    ...OF_TICKET,
    texts: ['task', 'findings', 'measures', 'ended_reason', 'signed_by'],
  },
  appointment: { table: 'appointment', key: 'id', ticket: OF_ORDER, texts: ['note'] },
  return_visit: {
    table: 'return_visit',
    ...OF_TICKET,
    texts: ['opinion', 'criticism', 'adopted_proposals', 'fault', 'reached_whom', 'result_told_by_head'],
  },
  visit_attempt: { table: 'return_visit_attempt', key: 'visit_id', ticket: OF_VISIT, texts: ['note'] },
  statement: { table: 'dispute_statement', ...OF_TICKET, texts: ['text'] },
  attempt: { table: 'dispute_attempt', ...OF_TICKET, texts: ['others', 'proposed', 'words'] },
  agreement: { table: 'dispute_outcome', ...OF_TICKET, texts: ['terms', 'check_words'] },
  proposal: { table: 'proposal_pass', ...OF_TICKET, texts: ['words', 'answer'] },
  plan: { table: 'proposal_plan', ...OF_TICKET, texts: ['words', 'result'] },
  contact: {
    table: 'contact',
    key: 'id',
    ticket: NO_TICKET,
    centre: sql`x.centre_id`,
    texts: ['caller_name', 'caller_phone', 'need', 'outcome'],
  },
  former_outcome: {
    table: 'former_outcome',
    key: 'id',
    ticket: NO_TICKET,
    centre: OF_CONTACT,
    texts: ['words'],
  },
  conversation: {
    table: 'conversation',
    key: 'id',
    ticket: NO_TICKET,
    centre: sql`x.centre_id`,
    texts: ['correspondent', 'correspondent_name', 'subject'],
  },
  message: {
    table: 'message',
    key: 'id',
    ticket: NO_TICKET,
    centre: OF_MESSAGE,
    texts: ['author_address', 'author_name', 'subject', 'text', 'quoted', 'html', 'fault'],
    json: ['recipients'],
  },
  customer: { table: 'customer', key: 'id', ticket: NO_TICKET, texts: ['note'] },
  phone_label: { table: 'customer_phone', key: 'customer_id', ticket: NO_TICKET, texts: ['label'] },
  email_label: { table: 'customer_email', key: 'customer_id', ticket: NO_TICKET, texts: ['label'] },
  relation: { table: 'customer_member', key: 'group_id', ticket: NO_TICKET, texts: ['relation'] },
} satisfies Record<NamedPlace, Elsewhere>;

export const elsewhere = (place: NamedPlace): Elsewhere => ELSEWHERE[place];
