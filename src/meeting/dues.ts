import type { RawBuilder, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Instant } from '../kernel/time.ts';
import { departmentNamed, departments, posts } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import type { DuesQuery } from './inputs.ts';
import type { DueState } from './meeting.ts';
import { dueStateOf } from './meeting.ts';
import { dueScope } from './scope.ts';
import type { MeetingDueTable } from './table.ts';
import type { duesOut } from './view.ts';

type Row = Selectable<MeetingDueTable> & { title: string | null; held_at: Instant | null };

const FROM = sql`meeting_due d left join meeting m on m.id = d.meeting_id`;

function inState(state: DueState, now: Instant): RawBuilder<unknown> {
  const at = sql`${now}::timestamptz`;
  return {
    to_come: sql`(m.id is null and d.from_at > ${at})`,
    open: sql`(m.id is null and d.from_at <= ${at} and d.until_at > ${at})`,
    held: sql`m.held_at < d.until_at`,
    held_late: sql`m.held_at >= d.until_at`,
    missed: sql`(m.id is null and d.until_at <= ${at})`,
  }[state];
}

function conditions(context: Context, query: DuesQuery): RawBuilder<unknown>[] {
  const wanted = [dueScope(context), sql`d.dropped_at is null`];
  if (query.sort) wanted.push(sql`d.sort = ${query.sort}`);
  if (query.from) wanted.push(sql`d.until_at >= ${query.from}::timestamptz`);
  if (query.until) wanted.push(sql`d.until_at < ${query.until}::timestamptz`);
  return wanted;
}

/** The regular meetings owed period by period, the latest first: held, held late, missed or to come (MEET-01). */
export async function listMeetingDues(context: Context, query: DuesQuery): Promise<z.input<typeof duesOut>> {
  const { tx, now } = context;
  const asked = conditions(context, query);
  const wanted = [...asked];
  if (query.state) wanted.push(inState(query.state, now));
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(d.until_at, d.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const { rows } = await sql<Row>`
    select d.*, m.title, m.held_at from ${FROM}
    where ${sql.join(wanted, sql` and `)} order by d.until_at desc, d.id desc limit ${query.limit + 1}`.execute(tx);
  const counted = await sql<{ kept: number; of: number }>`
    select count(*)::int as of, count(*) filter (where m.held_at < d.until_at)::int as kept from ${FROM}
    where ${sql.join([...asked, sql`d.until_at <= ${now}::timestamptz`], sql` and `)}`.execute(tx);
  const [known, named] = [await departments(context), await posts(context)];
  const shown = page(
    rows,
    query.limit,
    (row) => ({
      id: row.id,
      sort: { key: row.sort, name: row.sort_name },
      department: departmentNamed(known, row.department_id),
      post: { id: row.post_id, name: named.get(row.post_id)!.name },
      every: row.every,
      begins: row.begins,
      from: row.from_at,
      until: row.until_at,
      state: dueStateOf(row, now),
      meeting: row.meeting_id === null ? null : { id: row.meeting_id, title: row.title!, heldAt: row.held_at! },
    }),
    (row) => cursorOf(row.until_at, row.id),
  );
  return { ...shown, ...counted.rows[0]! };
}
