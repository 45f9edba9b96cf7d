import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import { posts } from '../../organisation/house.ts';
import { holdersOf, whoIsTold } from '../../organisation/queries.ts';
import { approvalClock } from '../../pack/approval-shape.ts';
import { postOf } from '../../pack/approver.ts';
import type { Approval } from '../../pack/format.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Ticket } from '../ticket.ts';
import { keepInSight } from './keep-in-sight.ts';
import { oweOn } from './owe-on-ticket.ts';

/**
 * The first approval that was not given is owed from now on by whoever holds its role or post, else who stands in, else who
 * stands above; he hears of it. Whoever holds the post may look at the matter, whatever else his post shows him.
 */
export async function askApproval(
  context: Context,
  ticket: Ticket,
  approval: Approval | null | undefined,
  startedAt: Instant,
): Promise<void> {
  if (!approval || context.replaying) return;
  const { person, postId } = await whoDecides(context, ticket, approval);
  const owed = { kind: approvalClock(approval.key), ownerId: person, postId, limit: approval.limit, startedAt };
  await oweOn(context, ticket, owed);
  if (postId) await keepInSight(context, ticket, [...(await holdersOf(context, { postId })), person], 'to_approve');
  const subject = { type: 'ticket' as const, id: ticket.id };
  await record(context, { subject, type: 'ticket.approval_asked', data: { approval: approval.key, person } });
}

type Decides = { person: Id<'person'> | null; postId: Id<'post'> | null };

async function whoDecides(context: Context, ticket: Ticket, { by }: Approval): Promise<Decides> {
  const first = by[0]!;
  const where = { centreId: ticket.centre_id, departmentId: ticket.department_id };
  const key = postOf(first);
  const post = key === null ? undefined : [...(await posts(context)).values()].find((one) => one.key === key);
  // without an owner, the owner is whoever answers for the post
  const to = typeof first === 'string' ? first : 'owner';
  const [person = null] = await whoIsTold(context, { ...where, to, postId: post?.id ?? null });
  return { person, postId: post?.id ?? null };
}
