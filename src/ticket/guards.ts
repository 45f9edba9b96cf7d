import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import { missingFields } from '../pack/asked.ts';
import type { Passing } from '../pack/asked.ts';
import type { Kind } from '../pack/format.ts';
import type { Guard } from '../pack/guard-names.ts';
import type { Verdicts } from './approvals.ts';
import { whyNotInOrder, whyNotApproved } from './approvals.ts';
import { whyNotEstablished, whyNotWeigh } from './established.ts';
import type { Ticket } from './ticket.ts';
import { isEnded, stageOf } from './ticket.ts';

/** What resolving and closing look at, beside the ticket itself. */
export type ClosingFacts = {
  openWorkOrders: number;
  /** Visits still due: neither made, nor declined, nor tried as often as their rule says. */
  dueVisits: { rule: string; attempts: number; most: number; mayDecline: boolean }[];
  openPromises: number;
  apologies: number;
  explanations: number;
  answers: number;
  openRulings: number;
  /** Passed to a department and answered, or still with it; null: it was passed to none. */
  passed: 'open' | 'answered' | null;
  /** What was adopted is planned, or done; null: no plan stands. */
  plan: 'planned' | 'realised' | null;
  verdicts: Verdicts;
  complimentPassedOn: boolean;
  passIssued: boolean;
  /** Work orders under it in all, and how many that a department refused were given out to nobody since. */
  parts: { all: number; refused: number };
  /** The agreement or referral that stands, and how many parties have not confirmed it; null: none does. */
  dispute: { kind: 'agreement' | 'referral'; unconfirmed: number; holds: boolean | null } | null;
  /** Visits in which the customer would not say, or could not be reached as often as the rule asks; or he was not drawn to be asked. */
  viewsNotGiven: number;
  /** Photos and papers of the matter and of the work under it. */
  evidenceFiles: number;
  fields: Record<string, unknown>;
};

type Question = (ticket: Ticket, facts: ClosingFacts, kind: Kind) => Refusal | null;

/** What another system told its customers is not known here, so an imported matter is not asked. */
const told = (ticket: Ticket): Refusal | null =>
  ticket.told_at === null && ticket.imported_from === null ? refusal('ticket.customer_not_told') : null;

/** One question a guard; the same answer guards the command, explains the error and greys the button. */
const QUESTIONS: Record<Guard, Question> = {
  no_open_work_order: (_, facts) =>
    facts.openWorkOrders > 0 ? refusal('ticket.work_order_open', { count: facts.openWorkOrders }) : null,
  customer_told: told,
  visits_ended: (_, facts) => {
    const due = facts.dueVisits[0];
    return due ? refusal('ticket.visit_due', { rule: due.rule, attempts: due.attempts, most: due.most }) : null;
  },
  outcome_given: (ticket) => (ticket.outcome ? null : refusal('ticket.outcome_missing')),
  apology_made: (_, facts) => (facts.apologies > 0 ? null : refusal('ticket.apology_missing')),
  explanation_given: (_, facts) => (facts.explanations > 0 ? null : refusal('ticket.explanation_missing')),
  answer_given: (ticket) => (ticket.answered_at === null ? refusal('ticket.answer_missing') : null),
  facts_established: (_, { fields, evidenceFiles }, kind) => whyNotEstablished(kind, fields, evidenceFiles),
  real_cause_known: (_, facts) => (facts.fields.real_cause ? null : refusal('ticket.real_cause_missing')),
  customer_view_known: (ticket, facts) =>
    ticket.satisfaction === null && facts.viewsNotGiven === 0 ? refusal('ticket.customer_view_missing') : null,
  dispute_ended: (_, { dispute }) => {
    if (dispute === null) return refusal('dispute.no_outcome');
    return dispute.kind === 'agreement' && dispute.unconfirmed > 0
      ? refusal('dispute.unconfirmed', { count: dispute.unconfirmed })
      : null;
  },
  agreement_checked: (_, { dispute }) =>
    dispute?.kind === 'agreement' && dispute.holds === null ? refusal('dispute.unchecked') : null,
  department_answered: (_, { passed }) =>
    passed === 'answered' ? null : refusal(passed === null ? 'proposal.not_passed' : 'proposal.not_answered'),
  plan_realised: (_, { plan, fields }) => {
    const adopted = fields.became === 'adopted' || fields.became === 'partly';
    return adopted && plan !== 'realised' ? refusal('proposal.not_realised') : null;
  },
  compliment_passed_on: (_, facts) => (facts.complimentPassedOn ? null : refusal('compliment.not_passed_on')),
  pass_issued: (_, facts) => (facts.passIssued ? null : refusal('custody.none_issued')),
  parts_closed: (_, { parts, openWorkOrders: open }) => {
    if (parts.all === 0) return refusal('ticket.no_parts');
    const left = open + parts.refused;
    return left > 0 ? refusal('ticket.parts_open', { count: left }) : null;
  },
  ruling_given: (_, facts) => (facts.openRulings > 0 ? refusal('ticket.ruling_open') : null),
};

function firstRefusal(when: 'resolve' | 'close', ticket: Ticket, kind: Kind, facts: ClosingFacts): Refusal | null {
  for (const guard of kind.guards[when]) {
    const answer = QUESTIONS[guard](ticket, facts, kind);
    if (answer) return answer;
  }
  return null;
}

/** The first field that stands in the way of an act, or of going from one stage to another. */
export function whyNotPass(kind: Kind, fields: Record<string, unknown>, passing: Passing): Refusal | null {
  const [missing] = missingFields(kind.fields, fields, passing);
  return missing ? refusal('ticket.field_missing', { field: missing.key }) : null;
}

/** Why the matter is not settled yet: work still under way, a question still with the superior, a step left out. */
export function whyNotResolve(ticket: Ticket, kind: Kind, facts: ClosingFacts): Refusal | null {
  if (isEnded(ticket)) return refusal('ticket.ended', { number: ticket.number });
  if (ticket.stage_class === 'resolved') return refusal('ticket.already_resolved');
  if (facts.openWorkOrders > 0) return refusal('ticket.work_order_open', { count: facts.openWorkOrders });
  return (
    whyNotApproved(kind, facts.verdicts) ??
    whyNotInOrder(kind, facts.fields) ??
    firstRefusal('resolve', ticket, kind, facts) ??
    whyNotPass(kind, facts.fields, { by: 'resolve', from: ticket.stage, to: stageOf(kind, 'resolved').key })
  );
}

/**
 * Why it may not be closed: nothing closes while a work order is open, a promise stands, the customer was not told,
 * or a visit is due (PRIN-01, PRIN-04). The answer names which.
 */
export function whyNotClose(ticket: Ticket, kind: Kind, facts: ClosingFacts): Refusal | null {
  if (isEnded(ticket)) return refusal('ticket.ended', { number: ticket.number });
  if (facts.openWorkOrders > 0) return refusal('ticket.work_order_open', { count: facts.openWorkOrders });
  if (ticket.stage_class !== 'resolved') return refusal('ticket.not_resolved');
  if (facts.openPromises > 0) return refusal('ticket.promise_open', { count: facts.openPromises });
  return (
    told(ticket) ??
    firstRefusal('close', ticket, kind, facts) ??
    whyNotPass(kind, facts.fields, { by: 'close', from: ticket.stage, to: stageOf(kind, 'closed').key })
  );
}

/**
 * Cancelling ends a matter without settling it, so it says why, leaves nobody on his way, and takes no visit away from which
 * there is no exception (VISIT-08).
 */
export function whyNotCancel(ticket: Ticket, facts: ClosingFacts): Refusal | null {
  if (isEnded(ticket)) return refusal('ticket.ended', { number: ticket.number });
  if (facts.openWorkOrders > 0) return refusal('ticket.work_order_open', { count: facts.openWorkOrders });
  const due = facts.dueVisits.find((visit) => !visit.mayDecline);
  return due ? refusal('ticket.visit_due', { rule: due.rule, attempts: due.attempts, most: due.most }) : null;
}

/**
 * Whoever complained is given an answer and visited back (COMP-01, VISIT-08): what can be declined is a request (RECP-15). And
 * whoever was promised a reply has it first, unless he takes the matter back himself (PRIN-03).
 */
export function whyNotEndAs(
  kind: Kind,
  facts: ClosingFacts,
  as: 'declined' | 'withdrawn' | 'duplicate',
): Refusal | null {
  if (as === 'declined' && kind.type === 'complaint') return refusal('ticket.complaint_not_declined');
  const weighed = as === 'declined' ? whyNotWeigh(kind, facts.fields, facts.evidenceFiles) : null;
  if (weighed) return weighed;
  return as !== 'withdrawn' && facts.openPromises > 0
    ? refusal('ticket.promise_open', { count: facts.openPromises })
    : null;
}
