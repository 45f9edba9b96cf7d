import { sql } from 'kysely';
import type { z } from 'zod';
import { departmentNamed, departments, named, personNames } from '../organisation/house.ts';
import { readDirectory } from '../organisation/read-directory.ts';
import { rowsInReach } from '../organisation/scope.ts';
import { standsAbove } from '../organisation/stands-above.ts';
import type { Id } from '../kernel/id.ts';
import type { Context } from '../platform/context.ts';
import { actingPerson } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import { whyNotAnswer, whyNotWithdraw } from './may-answer.ts';
import type { Leave } from './leave-facts.ts';
import type { LeavesQuery } from './inputs.ts';
import { kindNames } from './shift-views.ts';
import type { leavesOut } from './view.ts';

/** Leave that was asked for, the latest first: one's own, of those one stands above, and what one sees by right. */
export async function listLeaves(context: Context, query: LeavesQuery): Promise<z.input<typeof leavesOut>> {
  const under = await peopleUnder(context);
  const own = sql`(s.person_id = ${context.actor.personId} or s.person_id = any(${under}::uuid[]))`;
  const wanted = [rowsInReach(context, 'attendance.see', { rows: 's', own })];
  if (query.person) wanted.push(sql`s.person_id = ${query.person}`);
  if (query.state) wanted.push(sql`s.state = ${query.state}`);
  if (query.kind) wanted.push(sql`s.kind = ${query.kind}`);
  if (query.from) wanted.push(sql`s.until_at > ${query.from}::timestamptz`);
  if (query.until) wanted.push(sql`s.from_at < ${query.until}::timestamptz`);
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(s.from_at, s.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const { rows } = await sql<Leave>`select s.* from leave_request s where ${sql.join(wanted, sql` and `)}
    order by s.from_at desc, s.id desc limit ${query.limit + 1}`.execute(context.tx);
  const found = page(
    rows,
    query.limit,
    (row) => row,
    (row) => cursorOf(row.from_at, row.id),
  );
  return { items: await leaveViews(context, found.items), next: found.next };
}

/** Everybody under a post of the one asking, however far. */
export async function peopleUnder(context: Context): Promise<Id<'person'>[]> {
  const directory = await readDirectory(context);
  const me = actingPerson(context);
  return [...directory.people.keys()].filter((id) => id !== me && standsAbove(directory, me, id));
}

async function leaveViews(context: Context, rows: readonly Leave[]): Promise<z.input<typeof leavesOut>['items']> {
  const names = await personNames(context);
  const houses = await departments(context);
  const nameOf = await kindNames(context);
  const views = [];
  for (const row of rows)
    views.push({
      id: row.id,
      person: named(names, row.person_id),
      department: departmentNamed(houses, row.department_id),
      kind: row.kind,
      name: nameOf(row.kind),
      from: row.from_at,
      until: row.until_at,
      reason: row.reason,
      askedAt: row.asked_at,
      state: row.state,
      decidedAt: row.decided_at,
      decidedBy: named(names, row.decided_by_id),
      remark: row.remark,
      can: { decide: await whyNotAnswer(context, row), withdraw: whyNotWithdraw(context, row) },
    });
  return views;
}
