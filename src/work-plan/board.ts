import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { dateOf, dayNumber } from '../kernel/working-time/date.ts';
import { periodAfter } from '../kernel/working-time/period.ts';
import { centres, named, personNames } from '../organisation/house.ts';
import { centreOf } from '../organisation/queries.ts';
import { readStaff } from '../organisation/staff.ts';
import { reachOf } from '../organisation/reach.ts';
import { todayIn } from '../organisation/today.ts';
import { Invalid } from '../kernel/refusal.ts';
import type { Context } from '../platform/context.ts';
import { itemRows, itemScope, itemsOf } from './items.ts';
import type { boardOut, ItemView } from './view.ts';
import { whyNotDistribute } from './work-plan.ts';

type Board = z.input<typeof boardOut>;
const MOST = 1_000;

/** Per assistant and day: planned, done, checked with which remark (ASGN-07). Whoever sees no figures sees his own day. */
export async function dayBoard(context: Context, wanted: string | undefined): Promise<Board> {
  const centreId = await centreOf(context);
  const today = await todayIn(context, centreId);
  const day = wanted ?? today;
  const number = dayNumber(day);
  if (number === null) throw new Invalid('work_item.no_such_day', { path: 'day' });
  const { zone } = (await centres(context)).get(centreId)!;
  const { from, until } = periodAfter({ period: 'day', begins: dateOf(number - 1) }, zone);
  const overdue = day === today ? sql`or (i.done_at is null and i.due_at < ${from}::timestamptz)` : sql``;
  const of = sql`${itemScope(context)} and i.centre_id = ${centreId} and (
    (i.due_at >= ${from}::timestamptz and i.due_at < ${until}::timestamptz)
    or (i.done_at >= ${from}::timestamptz and i.done_at < ${until}::timestamptz) ${overdue})`;
  const items = await itemsOf(context, await itemRows(context, of, sql`i.due_at, i.id`, MOST));
  const byPerson = Map.groupBy(items, (item) => item.person.id);
  const people = await assistantsOf(context, centreId, [...byPerson.keys()]);
  const load = await ticketsOf(context, people);
  const names = await personNames(context);
  return {
    day,
    people: people.map((id) => columnOf(named(names, id)!, byPerson.get(id) ?? [], load.get(id) ?? 0)),
    can: { give: whyNotDistribute(context.actor, { centre_id: centreId, department_id: null }) },
  };
}

/** Everybody at an assistant or front desk post of the centre, where the one asking sees more than himself; and whoever has an item. */
async function assistantsOf(
  context: Context,
  centreId: Id<'centre'>,
  having: readonly string[],
): Promise<Id<'person'>[]> {
  const people = new Set(having as readonly Id<'person'>[]);
  if (reachOf(context.actor, 'report.see')) {
    const staff = await readStaff(context);
    for (const { personId, postId, rank } of staff.given) {
      const post = staff.posts.get(postId);
      if (rank === null && post?.centreId === centreId && (post.role === 'agent' || post.role === 'front_desk'))
        people.add(personId);
    }
  } else if (context.actor.personId) people.add(context.actor.personId);
  return [...people].toSorted();
}

async function ticketsOf({ tx }: Context, people: readonly Id<'person'>[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ owner_id: string; n: number }>`
    select owner_id, count(*)::int as n from ticket
    where owner_id = any(${people}::uuid[]) and closed_at is null group by owner_id`.execute(tx);
  return new Map(rows.map((row) => [row.owner_id, row.n]));
}

function columnOf(person: Board['people'][number]['person'], items: ItemView[], openTickets: number) {
  const done = items.filter((item) => item.doneAt !== null);
  return {
    person,
    planned: items.length,
    done: done.length,
    checked: done.filter((item) => item.checkedAt !== null).length,
    late: items.filter((item) => item.late).length,
    openTickets,
    items,
  };
}
