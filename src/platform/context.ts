import type { Actor } from '../organisation/can.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { earlier } from '../kernel/time.ts';
import type { Tx } from './tx.ts';

export type Organisation = {
  id: Id<'organisation'>;
  slug: string;
  schema: string;
  name: string;
  pack: string;
};

export type SubjectType =
  | 'ticket'
  | 'work_order'
  | 'contact'
  | 'return_visit'
  | 'rectification'
  | 'finding'
  | 'commitment'
  | 'customer'
  | 'place'
  | 'person'
  | 'post'
  | 'department'
  | 'calendar'
  | 'kind'
  | 'notification'
  | 'import'
  | 'summary'
  | 'daily_record'
  | 'budget'
  | 'expense'
  | 'material'
  | 'material_plan'
  | 'material_request'
  | 'accounts'
  | 'account_line'
  | 'spot_check'
  | 'round'
  | 'shift_note'
  | 'handover_day'
  | 'reminder'
  | 'macro'
  | 'saved_view'
  | 'improvement'
  | 'feedback'
  | 'work_plan'
  | 'work_item'
  | 'duty_confirmation'
  | 'arrival'
  | 'disturbance'
  | 'custody_item'
  | 'custody_count'
  | 'offering'
  | 'list_taken_out'
  | 'webhook'
  | 'channel'
  | 'conversation'
  | 'outreach'
  | 'survey_round'
  | 'survey_issue'
  | 'survey_cause'
  | 'outreach_contact'
  | 'custodian_distribution'
  | 'custodian_contact'
  | 'customer_archive'
  | 'notice_receipt'
  | 'message'
  | 'phone_call'
  | 'telephone_system'
  | 'charge'
  | 'charge_run'
  | 'charge_receipt'
  | 'charge_delivery'
  | 'dunning'
  | 'rota_hours'
  | 'rota_gap'
  | 'shift'
  | 'leave_request'
  | 'attendance_month'
  | 'diary_day'
  | 'wage_table'
  | 'wage_base'
  | 'token_review'
  | 'article'
  | 'training_session'
  | 'training_path'
  | 'skill_mastery'
  | 'meeting'
  | 'meeting_due'
  | 'document'
  | 'liaison_body'
  | 'liaison_matter'
  | 'contractor'
  | 'contractor_due'
  | 'contractor_fault'
  | 'dispatch_order'
  | 'quality_review'
  | 'logged_error'
  | 'article_acceptance'
  | 'article_reading'
  | 'article_amendment'
  | 'staff_assessment'
  | 'staff_finding'
  | 'staff_breach'
  | 'staff_move'
  | 'staff_file'
  | 'organisation';

/**
 * What concerns somebody who works here, and nobody else: no screen hears live that it changed, no figure counts what is owed about
 * it. Whom it concerns hears by a notification of his own.
 */
export const CONFIDENTIAL: ReadonlySet<SubjectType> = new Set([
  'staff_assessment',
  'staff_finding',
  'staff_breach',
  'staff_move',
  'staff_file',
]);

/** A change as it stands in the journal. `data` holds ids and facts; never a name, phone or text. */
export type Event = {
  subject: { type: SubjectType; id: string };
  type: string;
  ticketId: string | null;
  happenedAt: Instant;
  data: Record<string, unknown>;
};

/** What others must hear once the transaction has committed; nothing is said of one that did not. */
export type Signals = {
  changed: Map<string, SubjectType>;
  /** People whose notifications changed. */
  notified: Set<string>;
  /** The earliest moment at which a clock set here fires: wakes a sleeping timer. */
  fireAt: Instant | null;
  /** Something waits in the outbox from this moment on. */
  outboxAt: Instant | null;
};

export type Reaction = (context: Context, event: Event) => Promise<void>;

/** What every command receives. It never opens another transaction and never reads another clock. */
export type Context = {
  tx: Tx;
  now: Instant;
  actor: Actor;
  organisation: Organisation;
  signals: Signals;
  /** What follows from an event in the same transaction (src/reactions). */
  react: Reaction;
  /**
   * The past is being replayed (an import): nobody is told, what was promised then may lie before its opening, and the
   * journal says when it was really recorded. `stillOpen`: it goes on from here, so that its clocks say what is still to come.
   */
  replaying?: { recordedAt: Instant; stillOpen?: true };
  /** The customer did it himself, on his page: the journal names nobody who works here. */
  onBehalfOf?: 'customer';
  /** How deep reactions have followed reactions; bounded, so that no two can chase each other. */
  depth: number;
};

export function noSignals(): Signals {
  return { changed: new Map(), notified: new Set(), fireAt: null, outboxAt: null };
}

/** The person acting; a fault where only a person may act and none does. */
export function actingPerson(context: Context): Id<'person'> {
  if (context.actor.personId === null) throw new Error('only a person does this');
  return context.actor.personId;
}

export function soonest(one: Instant | null, other: Instant | null): Instant | null {
  if (one === null || other === null) return one ?? other;
  return earlier(one, other);
}
