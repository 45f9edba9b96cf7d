import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Thing } from '../organisation/can.ts';
import { can } from '../organisation/can.ts';
import type { Right } from '../organisation/rights.ts';
import type { Kind } from '../pack/format.ts';
import type { Context } from '../platform/context.ts';
import type { ClosingFacts } from './guards.ts';
import { whyNotCancel, whyNotClose, whyNotResolve } from './guards.ts';
import type { Ticket } from './ticket.ts';
import { isWaiting, whyNotChange, whyNotEndAsDoer, whyNotReopen, whyNotWithdrawOffer } from './ticket.ts';

type Answers = Record<string, Refusal | null>;
type May = (right: Right) => Refusal | null;

/** Who is accountable, and who may be asked to be. */
function ownerCan(context: Context, ticket: Ticket, may: May): Answers {
  const open = whyNotChange(ticket);
  const offered = ticket.offered_to_id !== null;
  const offerable = open ?? (offered ? { code: 'handover.already_offered' } : null);
  return {
    offer: may('ticket.handle') ?? offerable,
    assign: may('ticket.assign') ?? offerable,
    accept: ticket.offered_to_id === context.actor.personId ? null : { code: 'handover.not_yours' },
    withdraw_offer: whyNotWithdrawOffer(ticket, context.actor.personId, may('ticket.assign')),
  };
}

/** Settling and ending; what comes with the act itself (an outcome, fields) does not grey its button. */
function endingCan(ticket: Ticket, kind: Kind, facts: ClosingFacts, may: May): Answers {
  const handle = may('ticket.handle');
  const close = may('ticket.close');
  const given = { ...facts, fields: { ...facts.fields, real_cause: facts.fields.real_cause ?? '-' } };
  const settled = { ...ticket, outcome: ticket.outcome ?? '-' };
  const resolved = ticket.stage_class === 'resolved' ? null : (whyNotChange(ticket) ?? { code: 'ticket.not_resolved' });
  return {
    resolve: handle ?? whyNotResolve(settled, { ...kind, fields: [] }, given),
    tell: handle ?? resolved,
    close: close ?? whyNotClose({ ...ticket, satisfaction: ticket.satisfaction ?? 1 }, kind, facts),
    cancel: close ?? whyNotCancel(ticket, facts),
    reopen: handle ?? whyNotReopen(ticket),
  };
}

/** What the one asking may do with this ticket, by action; each answered by the same rule that guards the command. */
export function ticketCan(context: Context, ticket: Ticket, kind: Kind, thing: Thing, facts: ClosingFacts): Answers {
  const may: May = (right) => can(context.actor, right, thing);
  const notAsDoer: May = (right) => (right === 'ticket.close' ? whyNotEndAsDoer(ticket, context.actor.personId) : null);
  const handle = may('ticket.handle');
  const open = whyNotChange(ticket);
  const change = handle ?? open;
  return {
    ...ownerCan(context, ticket, may),
    ...endingCan(ticket, kind, facts, (right) => may(right) ?? notAsDoer(right)),
    change,
    note: may('ticket.see'),
    watch: may('ticket.see'),
    snooze: open,
    remind: null,
    answer: change,
    promise: change,
    reclassify: may('ticket.reclassify') ?? open,
    wait: change ?? (isWaiting(ticket) ? { code: 'ticket.already_waiting' } : null),
    go_on: handle ?? (isWaiting(ticket) ? null : { code: 'ticket.not_waiting' }),
    urge: may('ticket.see') ?? open,
    ask_ruling: change,
    issue_work_order: may('work_order.issue') ?? open,
    issue_parts: kind.parts ? (may('work_order.issue') ?? open) : refusal('ticket.has_no_parts'),
    answer_incident: handle,
    merge: change,
    unmerge: handle,
    split: may('ticket.open') ?? change,
    unlink: handle,
  };
}
