import { worksAt } from '../attendance/facts.ts';
import type { Id } from '../kernel/id.ts';
import { refusal } from '../kernel/refusal.ts';
import { can } from '../organisation/can.ts';
import { departmentNamed, departments, posts } from '../organisation/house.ts';
import { readStaff } from '../organisation/staff.ts';
import type { Context } from '../platform/context.ts';
import type { Standing } from './dispatch.ts';
import { STANDINGS } from './dispatch.ts';
import { handsOf, whyNotDispatch } from './facts.ts';
import type { HandsQuery } from './inputs.ts';
import type { Hand, Hands } from './view.ts';

type Seen = { id: Id<'person'>; name: string; postId: Id<'post'>; at: Awaited<ReturnType<typeof worksAt>> };

/** Who is on duty now and who of them is free to be sent, of those whose work the one asking sees (SAFE-06). */
export async function readHands(context: Context, query: HandsQuery): Promise<Hands> {
  const seen = await peopleSeen(context, query);
  const hands = await handsOf(
    context,
    seen.map(({ id }) => id),
  );
  const houses = await departments(context);
  const named = await posts(context);
  const items = seen.flatMap(({ id, name, postId, at }): Hand[] => {
    const { shift, workOrders, orders, standing } = hands.get(id)!;
    if (shift === null || (query.standing && query.standing !== standing)) return [];
    return [
      {
        person: { id, name },
        department: departmentNamed(houses, at.department_id),
        post: named.get(postId)!.name,
        standing,
        shift: { from: shift.from_at, until: shift.until_at, presence: shift.presence, inAt: shift.in_at },
        workOrders: workOrders.map(({ person: _, ...one }) => one),
        orders: orders.map(({ person: _, ...one }) => one),
        can: { send: whyNotDispatch(context.actor, at) },
      },
    ];
  });
  const give = seen.some(({ at }) => whyNotDispatch(context.actor, at) === null);
  return {
    now: context.now,
    items: items.toSorted((one, other) => rank(one.standing) - rank(other.standing)),
    free: items.filter(({ standing }) => standing === 'free').length,
    can: { give: give ? null : refusal('right.missing', { right: 'ticket.assign' }) },
  };
}

const rank = (standing: Standing): number => STANDINGS.indexOf(standing);

async function peopleSeen(context: Context, { department }: HandsQuery): Promise<Seen[]> {
  const staff = await readStaff(context);
  const seen: Seen[] = [];
  for (const { id, name } of staff.people.values()) {
    const given = staff.given.find(({ personId, postId }) => personId === id && staff.posts.has(postId));
    if (!given) continue;
    const at = await worksAt(context, id);
    if (department && at.department_id !== department) continue;
    const thing = { people: [id], departments: [at.department_id], centreId: at.centre_id };
    if (can(context.actor, 'work_order.see', thing) === null) seen.push({ id, name, postId: given.postId, at });
  }
  return seen.toSorted((one, other) => one.name.localeCompare(other.name, 'zh'));
}
