import type { Selectable } from 'kysely';
import type { Refusal } from '../kernel/refusal.ts';
import { Invalid, refusal } from '../kernel/refusal.ts';
import type { Kind, Stage, StageClass } from '../pack/format.ts';
import type { TicketTable } from './table.ts';

export type Ticket = Selectable<TicketTable>;

/** Who may be asked to decide, from below to above (ESCL-01). */
export const RULING_ROLES = ['department_head', 'centre_manager', 'deputy_general_manager', 'company_leader'] as const;
export type RulingRole = (typeof RULING_ROLES)[number];

const ENDED = new Set<StageClass>(['closed', 'cancelled']);

export function isEnded(ticket: Pick<Ticket, 'stage_class'>): boolean {
  return ENDED.has(ticket.stage_class);
}

export function isWaiting(ticket: Pick<Ticket, 'stage_class'>): boolean {
  return ticket.stage_class === 'waiting_customer' || ticket.stage_class === 'waiting_other';
}

/** The kind's first stage of a class: where an act of the core (resolving, closing, waiting) leads. */
export function stageOf(kind: Kind, ...classes: StageClass[]): Stage {
  for (const wanted of classes) {
    const found = kind.stages.find((stage) => stage.class === wanted);
    if (found) return found;
  }
  throw new Error(`kind ${kind.key} has no stage of class ${classes.join(' or ')}`);
}

export function stageNamed(kind: Kind, key: string): Stage {
  const found = kind.stages.find((stage) => stage.key === key);
  if (!found) throw new Invalid('ticket.stage_unknown', { path: 'stage', stage: key });
  return found;
}

/** An ended ticket is changed no more; reopen it first. */
export function whyNotChange(ticket: Ticket): Refusal | null {
  return isEnded(ticket) ? refusal('ticket.ended', { number: ticket.number }) : null;
}

/** Resolving, closing and cancelling have acts of their own; a plain move goes between open stages as the pack allows. */
export function whyNotMove(ticket: Ticket, kind: Kind, to: Stage): Refusal | null {
  if (isEnded(ticket)) return refusal('ticket.ended', { number: ticket.number });
  const here = kind.stages.find((stage) => stage.key === ticket.stage);
  if (ticket.stage === to.key) return refusal('ticket.already_there', { stage: to.key });
  if (here && !here.next.includes(to.key)) return refusal('ticket.stage_not_next', { from: ticket.stage, to: to.key });
  const acts: Partial<Record<StageClass, string>> = {
    resolved: 'ticket.resolve_instead',
    closed: 'ticket.close_instead',
    cancelled: 'ticket.cancel_instead',
  };
  const act = to.pause === undefined ? acts[to.class] : 'ticket.wait_instead';
  return act ? refusal(act) : null;
}

/** One accountable person at every moment: an open offer is answered before another is made. */
export function whyNotOffer(ticket: Ticket, toId: string): Refusal | null {
  if (isEnded(ticket)) return refusal('ticket.ended', { number: ticket.number });
  if (ticket.offered_to_id !== null) return refusal('handover.already_offered');
  return ticket.owner_id === toId ? refusal('handover.already_owner') : null;
}

export function whyNotReopen(ticket: Ticket): Refusal | null {
  if (ticket.stage_class === 'resolved' || isEnded(ticket)) return null;
  return refusal('ticket.still_open', { number: ticket.number });
}
