import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Language, Words } from '../kernel/words.ts';
import type { Department, Names } from '../organisation/house.ts';
import { departmentNamed, departments, named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import type { SessionRow } from './facts.ts';
import { catalogueOf, sessionsInSight } from './facts.ts';
import type { SessionsQuery } from './inputs.ts';
import { keyNamed, titled } from './named.ts';
import type { NO_RULES } from './rules.ts';
import type { sessionLineOut, sessionsOut } from './view.ts';

export type Row = SessionRow & {
  invited: number;
  came: number;
  passed: number;
  process: Words | null;
  written: Language | null;
};

export function rowsWhere(wanted: readonly RawBuilder<unknown>[], most: number): RawBuilder<Row> {
  return sql<Row>`
    select s.*, n.invited, n.came, n.passed, v.title as process, v.language as written
    from training_session s
    cross join lateral (select count(*)::int as invited, count(*) filter (where attendance = 'came')::int as came,
      count(*) filter (where passed)::int as passed from training_attendance where session_id = s.id) n
    left join article a on a.id = s.article_id
    left join article_version v on v.article_id = a.id and v.version = a.version
    where ${sql.join(wanted, sql` and `)} order by s.from_at desc, s.id desc limit ${most}`;
}

function conditions(context: Context, query: SessionsQuery): RawBuilder<unknown>[] {
  const wanted = [sessionsInSight(context)];
  const { from, until, department, form, course, state, person } = query;
  if (from) wanted.push(sql`s.from_at >= ${from}::timestamptz`);
  if (until) wanted.push(sql`s.from_at < ${until}::timestamptz`);
  if (department) wanted.push(sql`s.department_id = ${department}`);
  if (form) wanted.push(sql`s.form = ${form}`);
  if (course) wanted.push(sql`s.course = ${course}`);
  if (state === 'missed') wanted.push(sql`s.state = 'planned' and s.until_at < ${context.now}::timestamptz`);
  else if (state) wanted.push(sql`s.state = ${state}`);
  if (person)
    wanted.push(sql`(s.trainer_id = ${person} or exists (select from training_attendance a
      where a.session_id = s.id and a.person_id = ${person}))`);
  return wanted;
}

/** The training plan, the latest first: planned against what was held (TRNG-02). */
export async function listSessions(context: Context, query: SessionsQuery): Promise<z.input<typeof sessionsOut>> {
  const wanted = conditions(context, query);
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(s.from_at, s.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const { rows } = await rowsWhere(wanted, query.limit + 1).execute(context.tx);
  const shown = await lines(context);
  return page(rows, query.limit, shown, (row) => cursorOf(row.from_at, row.id));
}

type Known = { names: Names; known: Map<Department['id'], Department>; rules: typeof NO_RULES };

export async function lines(context: Context): Promise<(row: Row) => z.input<typeof sessionLineOut>> {
  const names = await personNames(context);
  const known = new Map(await departments(context));
  const rules = await catalogueOf(context);
  return (row) => lineOf(context, row, { names, known, rules });
}

function lineOf({ now }: Context, row: Row, { names, known, rules }: Known): z.input<typeof sessionLineOut> {
  return {
    id: row.id,
    department: departmentNamed(known, row.department_id)!,
    subject: row.subject,
    form: keyNamed(rules.forms, row.form),
    course: keyNamed(rules.courses, row.course),
    process: row.article_id && row.process ? { id: row.article_id, name: titled(row.process, row.written!) } : null,
    trainer: named(names, row.trainer_id),
    outsideTrainer: row.outside_trainer,
    place: row.place,
    fromAt: row.from_at,
    untilAt: row.until_at,
    firstFromAt: row.first_from_at,
    plannedBy: named(names, row.planned_by_id),
    state: row.state,
    missed: row.state === 'planned' && row.until_at < now,
    heldFrom: row.held_from_at,
    heldUntil: row.held_until_at,
    invited: row.invited,
    came: row.came,
    passed: row.passed,
    grade: row.grade,
  };
}
