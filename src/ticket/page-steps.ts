import type { Instant } from '../kernel/time.ts';
import type { Kind } from '../pack/format.ts';
import type { Tx } from '../platform/tx.ts';
import type { Ticket } from './ticket.ts';

type DoneBy = Kind['steps'][number]['doneBy'];

/** Which journal entry says that a moment came. What has a column of its own is read from there. */
const EVENTS: Partial<Record<DoneBy, readonly string[]>> = {
  apologised: ['ticket.apology'],
  investigated: ['ticket.investigated'],
  dispatched: ['work_order.issued'],
  arranged: ['work_order.accepted'],
  visited: ['return_visit.made'],
  major: ['ticket.severity_raised'],
  grave: ['ticket.severity_raised'],
  // taken on by whoever it was given to; settled at once, it was taken on all the same
  accepted: ['ticket.accepted', 'ticket.moved_stage', 'ticket.resolved'],
};

/** The kind's visible steps (COMP-13) with when each was first done; null where it is still to come. */
export async function stepsOf(
  tx: Tx,
  ticket: Ticket,
  kind: Kind,
): Promise<{ key: string; name: Kind['name']; doneAt: Instant | null }[]> {
  if (kind.steps.length === 0) return [];
  const types = [...new Set(kind.steps.flatMap((step) => EVENTS[step.doneBy] ?? []))];
  const events =
    types.length === 0
      ? []
      : await tx
          .selectFrom('event')
          .select((e) => ['type', e.fn.min<Instant>('happened_at').as('at')])
          .where('ticket_id', '=', ticket.id)
          .where('type', 'in', types)
          .groupBy('type')
          .execute();
  const first = new Map(events.map((event) => [event.type, event.at]));
  const firstOf = (some: readonly string[]): Instant | null =>
    some.flatMap((type) => first.get(type) ?? []).toSorted()[0] ?? null;
  const columns: Partial<Record<DoneBy, Instant | null>> = {
    opened: ticket.opened_at,
    answered: ticket.answered_at,
    resolved: ticket.resolved_at,
    told: ticket.told_at,
    closed: ticket.closed_at,
  };
  return kind.steps.map((step) => ({
    key: step.key,
    name: step.name,
    doneAt: columns[step.doneBy] ?? firstOf(EVENTS[step.doneBy] ?? []),
  }));
}
