import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Names } from '../organisation/house.ts';
import { named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import type { MeetingItemsQuery } from './inputs.ts';
import type { MeetingItemSort } from './meeting.ts';
import { meetingScope } from './scope.ts';
import type { meetingItemsOut, MeetingItemView } from './view.ts';

type Row = {
  id: Id<'work_item'>;
  sort: MeetingItemSort;
  title: string;
  person_id: Id<'person'>;
  due_at: Instant;
  done_at: Instant | null;
  outcome: string | null;
  meeting_id: Id<'meeting'>;
  meeting_title: string;
  starts_at: Instant;
};

export async function itemRowsOf(context: Context, where: RawBuilder<unknown>, most: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select w.id, i.sort, w.title, w.person_id, w.due_at, w.done_at, w.outcome, m.id as meeting_id, m.title as meeting_title, m.starts_at
    from meeting_item i join meeting m on m.id = i.meeting_id join work_item w on w.id = i.item_id
    where ${where} order by w.due_at desc, w.id desc limit ${most}`.execute(context.tx);
  return rows;
}

export function itemViewOf(row: Row, names: Names, now: Instant): MeetingItemView {
  return {
    id: row.id,
    sort: row.sort,
    title: row.title,
    person: named(names, row.person_id),
    dueAt: row.due_at,
    doneAt: row.done_at,
    late: (row.done_at ?? now) > row.due_at,
    outcome: row.outcome,
    meeting: { id: row.meeting_id, title: row.meeting_title, startsAt: row.starts_at },
  };
}

/** Problems and ideas of all meetings one sees, by when they are due, the newest first (MEET-04). */
export async function listMeetingItems(
  context: Context,
  query: MeetingItemsQuery,
): Promise<z.input<typeof meetingItemsOut>> {
  // whoever sees to one sees it, whichever meeting it was
  const wanted = [sql`(${meetingScope(context)} or w.person_id = ${context.actor.personId}::uuid)`];
  if (query.sort) wanted.push(sql`i.sort = ${query.sort}`);
  if (query.meetingSort) wanted.push(sql`m.sort = ${query.meetingSort}`);
  if (query.person) wanted.push(sql`w.person_id = ${query.person}`);
  if (query.open !== undefined) wanted.push(sql`(w.done_at is null) = ${query.open}`);
  if (query.from) wanted.push(sql`w.due_at >= ${query.from}::timestamptz`);
  if (query.until) wanted.push(sql`w.due_at < ${query.until}::timestamptz`);
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(w.due_at, w.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const rows = await itemRowsOf(context, sql.join(wanted, sql` and `), query.limit + 1);
  const names = await personNames(context);
  return page(
    rows,
    query.limit,
    (row) => itemViewOf(row, names, context.now),
    (row) => cursorOf(row.due_at, row.id),
  );
}
