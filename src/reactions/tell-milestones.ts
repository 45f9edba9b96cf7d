import type { CommitmentClimb } from '../commitment/fire.ts';
import type { Id } from '../kernel/id.ts';
import { isToldOf, reachMilestone } from '../milestone/commands/tell-milestone.ts';
import { kindOf } from '../pack/kinds.ts';
import type { MilestoneKey } from '../pack/milestones.ts';
import type { Context, Event, Reaction } from '../platform/context.ts';
import { ticketById } from '../ticket/facts.ts';
import { sentBy } from './tell-work-orders.ts';

const reached =
  (milestone: MilestoneKey, personOf: (event: Event) => Id<'person'> | null = () => null): Reaction =>
  async (context, event) => {
    const ticketId = (event.subject.type === 'ticket' ? event.subject.id : event.ticketId) as Id<'ticket'> | null;
    if (ticketId === null) return;
    await reachMilestone(context, { milestone, ticketId, ofId: event.subject.id, personId: personOf(event) });
  };

export const tellTakenIn = reached('taken_in');
/** A work order names somebody, as it is issued or later: of each who is sent it is told once. */
export const tellSomebodyComes: Reaction = async (context, event) => {
  const comes = sentBy(event);
  if (comes === null || event.ticketId === null) return;
  const ticketId = event.ticketId as Id<'ticket'>;
  await reachMilestone(context, { milestone: 'assigned', ticketId, ofId: comes, personId: comes });
};
export const tellDone = reached('done');
export const tellClosed = reached('closed');

/** Somebody is on his way: the one who was sent. */
export const tellOnTheWay: Reaction = async (context, event) => {
  if (!(await isToldOf(context, 'on_the_way'))) return;
  const order = await context.tx
    .selectFrom('work_order')
    .select('person_id')
    .where('id', '=', event.subject.id as Id<'work_order'>)
    .executeTakeFirstOrThrow();
  await reached('on_the_way', () => order.person_id)(context, event);
};

/** What the kind promises its customer is late: he hears it once, of whatever promise. */
export async function tellDelays(context: Context, climbs: readonly CommitmentClimb[]): Promise<void> {
  const late = climbs.filter(({ commitment }) => commitment.ticket_id !== null && commitment.due_at <= context.now);
  if (late.length === 0 || !(await isToldOf(context, 'delayed'))) return;
  const kinds = new Map<Id<'ticket'>, Set<string>>();
  for (const { commitment } of late)
    kinds.set(commitment.ticket_id!, (kinds.get(commitment.ticket_id!) ?? new Set()).add(commitment.kind));
  for (const [ticketId, broken] of kinds) {
    const ticket = await ticketById(context.tx, ticketId);
    const kind = await kindOf(context, ticket.kind, ticket.kind_version);
    if (kind.commitments.some(({ kind: promised }) => broken.has(promised)))
      await reachMilestone(context, { milestone: 'delayed', ticketId, ofId: ticketId, personId: null });
  }
}
