import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Instant } from '../kernel/time.ts';
import type { Department, Names } from '../organisation/house.ts';
import { departmentNamed, departments, named, personNames } from '../organisation/house.ts';
import { can } from '../organisation/can.ts';
import type { Id } from '../kernel/id.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import type { MeetingRow } from './facts.ts';
import { meetingSorts, postCalling } from './facts.ts';
import type { MeetingsQuery } from './inputs.ts';
import { whyNotCall } from './meeting.ts';
import { meetingScope } from './scope.ts';
import type { MeetingLine, meetingSortsOut, meetingsOut } from './view.ts';

export type MeetingListRow = MeetingRow & { invited: number; came: number; items: number; open_items: number };

export async function meetingRows(
  context: Context,
  wanted: readonly RawBuilder<unknown>[],
  most: number,
): Promise<MeetingListRow[]> {
  const { rows } = await sql<MeetingListRow>`
    select m.*, x.invited, x.came, i.items, i.open_items from meeting m
    cross join lateral (select count(*)::int as invited, count(*) filter (where came)::int as came
      from meeting_member where meeting_id = m.id) x
    cross join lateral (select count(*)::int as items, count(*) filter (where w.done_at is null)::int as open_items
      from meeting_item n join work_item w on w.id = n.item_id where n.meeting_id = m.id) i
    where ${sql.join([meetingScope(context), ...wanted], sql` and `)}
    order by m.starts_at desc, m.id desc limit ${most}`.execute(context.tx);
  return rows;
}

type House = { names: Names; known: ReadonlyMap<Id<'department'>, Department>; now: Instant };

export function meetingLineOf(row: MeetingListRow, { names, known, now }: House): MeetingLine {
  return {
    id: row.id,
    sort: { key: row.sort, name: row.sort_name },
    regular: row.regular,
    department: departmentNamed(known, row.department_id),
    title: row.title,
    startsAt: row.starts_at,
    room: row.room,
    state: row.state,
    notHeld: row.state === 'called' && row.starts_at < now,
    chair: named(names, row.chair_id),
    invited: row.invited,
    came: row.came,
    items: row.items,
    openItems: row.open_items,
  };
}

export async function houseOf(context: Context): Promise<House> {
  return { names: await personNames(context), known: await departments(context), now: context.now };
}

/** Meetings by when they begin, the newest first. */
export async function listMeetings(context: Context, query: MeetingsQuery): Promise<z.input<typeof meetingsOut>> {
  const wanted: RawBuilder<unknown>[] = [];
  if (query.sort) wanted.push(sql`m.sort = ${query.sort}`);
  if (query.state) wanted.push(sql`m.state = ${query.state}`);
  if (query.chair) wanted.push(sql`m.chair_id = ${query.chair}`);
  if (query.member)
    wanted.push(
      sql`exists (select from meeting_member y where y.meeting_id = m.id and y.person_id = ${query.member}::uuid)`,
    );
  if (query.from) wanted.push(sql`m.starts_at >= ${query.from}::timestamptz`);
  if (query.until) wanted.push(sql`m.starts_at < ${query.until}::timestamptz`);
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(m.starts_at, m.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const rows = await meetingRows(context, wanted, query.limit + 1);
  const house = await houseOf(context);
  return {
    ...page(
      rows,
      query.limit,
      (row) => meetingLineOf(row, house),
      (row) => cursorOf(row.starts_at, row.id),
    ),
    can: { call: can(context.actor, 'meeting.call', {}) },
  };
}

/** Every sort of meeting of the house, and whether one may call it. */
export async function readMeetingSorts(context: Context): Promise<z.input<typeof meetingSortsOut>> {
  const { actor } = context;
  const own = actor.posts.find((one) => one.rights['meeting.call'] !== undefined);
  const items = [];
  for (const sort of await meetingSorts(context)) {
    const post = await postCalling(context, sort);
    const departmentId = sort.of === 'department' ? (own?.departmentId ?? post?.departmentId ?? null) : null;
    const centreId = own?.centreId ?? post?.centreId;
    const call = centreId
      ? whyNotCall(actor, { centre_id: centreId, department_id: departmentId })
      : can(actor, 'meeting.call', {});
    items.push({ key: sort.key, name: sort.name, every: sort.every, outsiders: sort.outsiders, can: { call } });
  }
  return { items };
}
