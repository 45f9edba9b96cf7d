import type { Selectable } from 'kysely';
import type { Refusal } from '../kernel/refusal.ts';
import { Invalid, refusal } from '../kernel/refusal.ts';
import type { Kind, Stage } from '../pack/format.ts';
import type { StageClass } from '../pack/kind-shape.ts';
import type { TicketTable } from './table.ts';

export type Ticket = Selectable<TicketTable>;

/** Promises that only begin or move: folded away on the timeline at first, and no news to anybody. */
export const QUIET: readonly string[] = [
  'commitment.started',
  'commitment.retried',
  'commitment.cancelled',
  'commitment.moved',
  'commitment.rebased',
  'commitment.recalculated',
  'commitment.carried',
];

/** Who may be asked to decide, from below to above (ESCL-01). */
export const RULING_ROLES = ['department_head', 'centre_manager', 'deputy_general_manager', 'company_leader'] as const;
export type RulingRole = (typeof RULING_ROLES)[number];

/** Whoever stands above the one asked may answer too. */
const ABOVE: Record<string, readonly string[]> = {
  department_head: ['centre_manager', 'office_head', 'deputy_general_manager', 'company_leader'],
  centre_manager: ['office_head', 'deputy_general_manager', 'company_leader'],
  deputy_general_manager: ['company_leader'],
  company_leader: [],
};

/** An answer of this or less means that the matter is not settled, whatever we thought: it is opened again (WORK-07). */
export const DISSATISFIED = 2;

export function isDissatisfied(satisfaction: number | null | undefined): boolean {
  return typeof satisfaction === 'number' && satisfaction <= DISSATISFIED;
}

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

/** A question is answered once, and not after it was withdrawn. */
export function whyNotRule(ruling: { decided_at: unknown; withdrawn_at: unknown }): Refusal | null {
  if (ruling.decided_at !== null) return refusal('ruling.already_given');
  return ruling.withdrawn_at === null ? null : refusal('ruling.withdrawn');
}

/** It is answered by whoever was asked, or stands above. */
export function whyNotAsked(of: string, roles: readonly string[]): Refusal | null {
  return roles.some((role) => role === of || ABOVE[of]?.includes(role))
    ? null
    : refusal('ruling.not_asked_of_you', { of });
}

/** Taken back by whoever is accountable, or whoever distributes the work; the one it was offered to refuses with a reason. */
export function whyNotWithdrawOffer(ticket: Ticket, by: string | null, assign: Refusal | null): Refusal | null {
  if (ticket.offered_to_id === null) return refusal('handover.none_open');
  if (ticket.owner_id === by) return null;
  return ticket.offered_to_id === by ? refusal('handover.refuse_instead') : assign;
}

/** Whether a task was done, and how well, says whoever gave it, or somebody above: not the one who did it (ASGN-05). */
export function whyNotEndAsDoer(ticket: Pick<Ticket, 'given_by_id' | 'owner_id'>, by: string | null): Refusal | null {
  const given = ticket.given_by_id !== null && ticket.given_by_id !== ticket.owner_id;
  return given && ticket.owner_id === by ? refusal('ticket.giver_ends_it') : null;
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
