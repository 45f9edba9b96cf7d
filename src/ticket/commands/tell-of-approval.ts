import type { Id } from '../../kernel/id.ts';
import { departments, posts } from '../../organisation/house.ts';
import { holdersOf, whoIsTold } from '../../organisation/queries.ts';
import type { Approval } from '../../pack/format.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Ticket } from '../ticket.ts';
import { keepInSight } from './keep-in-sight.ts';

/** An approval was given: those whom the kind names hear of it, and may look at the matter (RENO-07, RENO-08). */
export async function tellOfApproval(context: Context, ticket: Ticket, approval: Approval): Promise<void> {
  if (!approval.tells || context.replaying) return;
  const people: Id<'person'>[] = [];
  for (const whom of approval.tells) people.push(...(await answeringFor(context, ticket, whom)));
  await keepInSight(context, ticket, people, 'to_know');
  const subject = { type: 'ticket' as const, id: ticket.id };
  const told = [...new Set(people)].map((person) => ({ approval: approval.key, person }));
  await record(context, ...told.map((data) => ({ subject, type: 'ticket.approval_told', data })));
}

/** Everybody who holds the post, or whoever heads the department; else who stands in or above. */
async function answeringFor(
  context: Context,
  { centre_id: centreId }: Ticket,
  whom: NonNullable<Approval['tells']>[number],
): Promise<Id<'person'>[]> {
  if ('department' in whom) {
    const all = await departments(context);
    const departmentId = [...all.values()].find(({ key }) => key === whom.department)!.id;
    return whoIsTold(context, { to: 'department_head', departmentId, centreId });
  }
  const postId = [...(await posts(context)).values()].find(({ key }) => key === whom.post)!.id;
  const holders = await holdersOf(context, { postId });
  return holders.length > 0 ? holders : whoIsTold(context, { to: 'owner', postId, centreId });
}
