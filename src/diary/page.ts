import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { orForbid } from '../organisation/can.ts';
import { departmentNamed, departments, named, personNames } from '../organisation/house.ts';
import { centreOf } from '../organisation/queries.ts';
import { scopeOf, rowsInReach } from '../organisation/scope.ts';
import { todayIn } from '../organisation/today.ts';
import type { Context } from '../platform/context.ts';
import { actingPerson } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import { peopleUnder } from '../attendance/leaves.ts';
import { refusal } from '../kernel/refusal.ts';
import type { DiaryLine } from './diary.ts';
import { WHATS, whyNotClose } from './diary.ts';
import type { Blank, DiaryDay } from './facts.ts';
import { diaryOf, drawUp, whyNotSee } from './facts.ts';
import type { DiariesQuery, DiaryQuery } from './inputs.ts';
import type { diariesOut, diaryOut } from './view.ts';

type View = z.input<typeof diaryOut>;

/** The diary of somebody's day: drawn up anew until it is closed, then as it was (WFRC-05). */
export async function diaryPage(context: Context, query: DiaryQuery): Promise<View> {
  const me = actingPerson(context);
  const day = query.day ?? (await todayIn(context, await centreOf(context)));
  const diary = await diaryOf(context, query.person ?? me, day);
  orForbid(await whyNotSee(context, diary));
  const lines = diary.lines === null ? await drawUp(context, diary) : (diary.lines as DiaryLine[]);
  const names = await ticketNames(context, lines);
  return {
    ...(await headOf(context))(diary),
    counts: WHATS.map((what) => ({ what, n: lines.filter((line) => line.what === what).length })).filter(
      ({ n }) => n > 0,
    ),
    lines: lines.map(({ what, at, ticketId }) => ({ what, at, ticket: names.get(ticketId ?? '') ?? null })),
    can: { close: diary.person_id === me ? whyNotClose(diary, context.now) : refusal('diary.not_yours') },
  };
}

/** Of matters that the one asking sees. */
async function ticketNames(context: Context, lines: readonly DiaryLine[]) {
  const ids = [...new Set(lines.flatMap(({ ticketId }) => ticketId ?? []))];
  const { rows } = await sql<{ id: Id<'ticket'>; number: number; title: string }>`
    select t.id, t.number::int as number, t.title from ticket t
    where t.id = any(${ids}::uuid[]) and ${scopeOf(context, 'ticket.see')}`.execute(context.tx);
  return new Map<string, (typeof rows)[number]>(rows.map((row) => [row.id, row]));
}

async function headOf(context: Context) {
  const names = await personNames(context);
  const houses = await departments(context);
  return (diary: Blank) => ({
    person: named(names, diary.person_id),
    department: departmentNamed(houses, diary.department_id),
    day: diary.day,
    owed: diary.owed,
    closedAt: diary.closed_at,
    late: diary.owed && (diary.closed_at ?? context.now) > diary.until_at,
    done: diary.done,
    next: diary.next,
  });
}

const MISSING = (context: Context) => sql`s.owed and s.closed_at is null and s.until_at <= ${context.now}::timestamptz`;

/** The diaries of one's own and of those whose work one answers for, the newest first, and who owes some. */
export async function listDiaries(context: Context, query: DiariesQuery): Promise<z.input<typeof diariesOut>> {
  const under = await peopleUnder(context);
  const own = sql`(s.person_id = ${context.actor.personId} or s.person_id = any(${under}::uuid[]))`;
  const scope = rowsInReach(context, 'attendance.see', { rows: 's', own });
  const wanted = [scope];
  if (query.person) wanted.push(sql`s.person_id = ${query.person}`);
  if (query.department) wanted.push(sql`s.department_id = ${query.department}`);
  if (query.from) wanted.push(sql`s.until_at > ${query.from}::timestamptz`);
  if (query.until) wanted.push(sql`s.from_at < ${query.until}::timestamptz`);
  const states = {
    missing: MISSING(context),
    closed: sql`s.closed_at is not null`,
    late: sql`s.owed and s.closed_at > s.until_at`,
    all: sql`true`,
  };
  const where = sql.join([...wanted, states[query.state]], sql` and `);
  const after = readMomentAndId(query.after);
  const further = after ? sql`and (s.from_at, s.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``;
  const { rows } = await sql<DiaryDay>`select s.* from diary_day s where ${where} ${further}
    order by s.from_at desc, s.id desc limit ${query.limit + 1}`.execute(context.tx);
  const head = await headOf(context);
  const found = page(
    rows,
    query.limit,
    (row) => ({ id: row.id, ...head(row) }),
    (row) => cursorOf(row.from_at, row.id),
  );
  return { ...found, missing: await missingOf(context, sql.join([...wanted, MISSING(context)], sql` and `)) };
}

async function missingOf(context: Context, where: ReturnType<typeof sql>) {
  const names = await personNames(context);
  const { rows } = await sql<{ id: Id<'person'>; n: number }>`
    select s.person_id as id, count(*)::int as n from diary_day s where ${where}
    group by s.person_id order by n desc, id limit 100`.execute(context.tx);
  return rows.map(({ id, n }) => ({ person: named(names, id), n }));
}
