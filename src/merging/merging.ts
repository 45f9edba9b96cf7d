import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Kind } from '../pack/format.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { isEnded, isWaiting } from '../ticket/ticket.ts';

/** What a merged ticket was, and what went along with it: all that is needed to take it back. */
export type Stood = {
  stage: string;
  stageClass: Ticket['stage_class'];
  ownerId: Id<'person'>;
  answeredAt: Instant | null;
  toldAt: Instant | null;
  clocks: {
    /** Went along, and who owed each. */
    came: { id: Id<'commitment'>; ownerId: Id<'person'> | null; ownSubject: boolean }[];
    /** Gave way to an earlier promise of the same kind, on either ticket. */
    gaveWay: Id<'commitment'>[];
  };
  orders: { id: Id<'work_order'>; no: number }[];
  contacts: Id<'contact'>[];
  watchers: Id<'person'>[];
  drafts: { subject: string; personId: Id<'person'> }[];
};

type Merged = Pick<Ticket, 'id' | 'number' | 'stage_class' | 'customer_id'>;
type Typed = { ticket: Merged; type: Kind['type'] };

/** What stands in the way beside the tickets themselves. */
export type MergeFacts = { openRulings: number; reports: number };

/** Whoever complained is answered and visited himself (COMP-01, VISIT-08): he stays a report of one incident instead. */
function whyNotComplaint(into: Typed, from: Typed): Refusal | null {
  if (from.type !== 'complaint') return null;
  const { number } = from.ticket;
  if (into.type !== 'complaint') return refusal('merge.complaint_into_other', { number });
  const same = from.ticket.customer_id !== null && from.ticket.customer_id === into.ticket.customer_id;
  return same ? null : refusal('merge.other_complainant', { number });
}

/** Why one ticket cannot become part of another now. What was settled, or waits for an answer, has words of its own. */
export function whyNotMerge(into: Typed, from: Typed, facts: MergeFacts): Refusal | null {
  const { number } = from.ticket;
  if (from.ticket.id === into.ticket.id) return refusal('merge.itself');
  if (isEnded(into.ticket)) return refusal('ticket.ended', { number: into.ticket.number });
  if (into.ticket.stage_class === 'resolved') return refusal('merge.resolved', { number: into.ticket.number });
  if (isEnded(from.ticket)) return refusal('ticket.ended', { number });
  if (from.ticket.stage_class === 'resolved') return refusal('merge.resolved', { number });
  if (isWaiting(from.ticket)) return refusal('merge.waiting', { number });
  if (facts.openRulings > 0) return refusal('merge.ruling_open', { number });
  if (facts.reports > 0) return refusal('merge.has_reports', { number });
  return whyNotComplaint(into, from);
}

/** Taken back while what followed does not forbid it: the matter goes on, and no promise that came along was settled. */
export function whyNotUnmerge(into: Merged, facts: { settledClocks: number }): Refusal | null {
  if (isEnded(into)) return refusal('ticket.ended', { number: into.number });
  if (into.stage_class === 'resolved') return refusal('merge.settled_since', { number: into.number });
  return facts.settledClocks > 0 ? refusal('merge.clock_settled', { count: facts.settledClocks }) : null;
}

export type MergingClock = { id: Id<'commitment'>; kind: string; due_at: Instant };

/** Promises to somebody: each of them stands by itself. */
const EACH = new Set(['promise']);
/** About the ticket that ends: nobody has to answer them any more. */
const OVER = new Set(['accept_handover', 'answer_urging']);

export type Chosen<Clock extends MergingClock> = { comes: Clock[]; givesWay: Clock[] };

/**
 * Whose clocks go on: of each kind the one that falls due first, wherever it ran; promised replies all of them. A kind that
 * the staying ticket does not owe is owed no more, as when a matter becomes another kind.
 */
export function chooseClocks<Clock extends MergingClock>(
  own: readonly Clock[],
  others: readonly Clock[],
  owed: ReadonlySet<string>,
): Chosen<Clock> {
  const standing = new Map(own.map((clock) => [clock.kind, clock]));
  const comes = new Set<Clock>();
  const givesWay: Clock[] = [];
  const leave = (clock: Clock): void => {
    comes.delete(clock);
    givesWay.push(clock);
  };
  for (const clock of others) {
    const rival = standing.get(clock.kind);
    if (EACH.has(clock.kind)) comes.add(clock);
    else if (OVER.has(clock.kind) || (rival === undefined && !owed.has(clock.kind))) leave(clock);
    else if (rival !== undefined && rival.due_at <= clock.due_at) leave(clock);
    else {
      if (rival) leave(rival);
      comes.add(clock);
      standing.set(clock.kind, clock);
    }
  }
  return { comes: [...comes], givesWay };
}
