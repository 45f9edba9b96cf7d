import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { named, personNames } from '../organisation/house.ts';
import { reachOf } from '../organisation/reach.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import { OWED_AS } from './daily-record.ts';
import type { DailyRecord } from './facts.ts';
import type { DailyRecordsQuery } from './inputs.ts';
import type { dailyRecordsOut } from './view.ts';

type View = z.input<typeof dailyRecordsOut>;
export type RecordRow = DailyRecord & {
  owner_id: Id<'person'> | null;
  due_at: Instant | null;
  late: boolean;
  parts: number;
  acknowledged: number;
};

/** Departments whose part the one asking sees, where he does not see the whole centre's. */
export function ownDepartments({ actor }: Context): Id<'department'>[] {
  return actor.posts
    .filter((post) => post.rights['commitment.see'] === 'department')
    .flatMap((post) => post.departmentId ?? []);
}

export function seesWhole({ actor }: Context, centreId: Id<'centre'>): boolean {
  const reach = reachOf(actor, 'commitment.see');
  return reach !== null && (reach.all || reach.centres.includes(centreId));
}

function scope(context: Context): RawBuilder<unknown> {
  const reach = reachOf(context.actor, 'commitment.see');
  if (reach?.all) return sql`true`;
  return sql`(r.centre_id = any(${reach?.centres ?? []}::uuid[]) or exists (select from daily_handover h
    where h.record_id = r.id and h.department_id = any(${ownDepartments(context)}::uuid[])))`;
}

const late = (now: Instant) =>
  sql`coalesce(c.outcome = 'late' or (c.settled_at is null and c.due_at < ${now}::timestamptz), false)`;

/** Beside each record what is owed on it, and how far the departments are; one record a day, so a year is some 250 rows. */
const joined = sql`daily_record r left join lateral (select owner_id, due_at, outcome, settled_at from commitment
    where subject_id = r.id and kind = ${OWED_AS.record} limit 1) c on true
  left join lateral (select count(*)::int as parts, count(acknowledged_at)::int as acknowledged
    from daily_handover where record_id = r.id) h on true`;

export async function recordRows(context: Context, where: RawBuilder<unknown>, most: number): Promise<RecordRow[]> {
  const { rows } = await sql<RecordRow>`
    select r.*, c.owner_id, c.due_at, ${late(context.now)} as late, h.parts, h.acknowledged from ${joined}
    where ${where} and ${scope(context)} order by r.from_at desc, r.id desc limit ${most}`.execute(context.tx);
  return rows;
}

function wantedDays(query: DailyRecordsQuery): RawBuilder<unknown>[] {
  const wanted = [sql`true`];
  if (query.from) wanted.push(sql`r.until_at > ${query.from}::timestamptz`);
  if (query.until) wanted.push(sql`r.from_at < ${query.until}::timestamptz`);
  if (query.department)
    wanted.push(
      sql`exists (select from daily_handover o where o.record_id = r.id and o.department_id = ${query.department})`,
    );
  return wanted;
}

/** The records of the days, the newest first (COMP-20), and how many of them were handed over in time. */
export async function listDailyRecords(context: Context, query: DailyRecordsQuery): Promise<View> {
  const days = wantedDays(query);
  const states = {
    open: sql`r.handed_at is null`,
    handed_over: sql`r.handed_at is not null`,
    unacknowledged: sql`h.acknowledged < h.parts`,
    late: late(context.now),
    all: sql`true`,
  };
  const wanted = [...days, states[query.state]];
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(r.from_at, r.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const rows = await recordRows(context, sql.join(wanted, sql` and `), query.limit + 1);
  const names = await personNames(context);
  const found = page(
    rows,
    query.limit,
    (row) => recordLine(row, names),
    (row) => cursorOf(row.from_at, row.id),
  );
  return { ...found, kept: await keptOf(context, days) };
}

async function keptOf(context: Context, days: readonly RawBuilder<unknown>[]): Promise<View['kept']> {
  const { rows } = await sql<View['kept']>`
    select count(*) filter (where c.outcome = 'kept')::int as n,
      count(*) filter (where c.outcome is not null or c.due_at < ${context.now}::timestamptz)::int as of
    from ${joined} where ${sql.join([...days, scope(context)], sql` and `)}`.execute(context.tx);
  return rows[0]!;
}

export function recordLine(row: RecordRow, names: ReadonlyMap<string, string>): View['items'][number] {
  return {
    id: row.id,
    begins: row.begins,
    from: row.from_at,
    until: row.until_at,
    owner: named(names, row.owner_id),
    dueAt: row.due_at,
    late: row.late,
    handedAt: row.handed_at,
    handedBy: named(names, row.handed_by_id),
    parts: row.parts,
    acknowledged: row.acknowledged,
  };
}
