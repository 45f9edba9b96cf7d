import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Words } from '../kernel/words.ts';
import { departmentNamed, departments, named, personNames } from '../organisation/house.ts';
import { rowsInReach } from '../organisation/scope.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import type { PathRow } from './facts.ts';
import { catalogueOf, sidesOf, signaturesOf } from './facts.ts';
import type { PathsQuery } from './inputs.ts';
import { keyNamed } from './named.ts';
import { OWED_AS, whyNotGuide, whyNotSign } from './training.ts';
import type { pathLineOut, pathOut, pathsOut } from './view-people.ts';

type Row = PathRow & { post: Words; due_at: Instant | null; signed: number };
type Line = z.input<typeof pathLineOut>;

/** Paths that one's right reaches, one's own, and those one coaches. */
function inSight(context: Context): RawBuilder<unknown> {
  const me = context.actor.personId;
  return rowsInReach(context, 'training.see', { rows: 'w', own: sql`(w.person_id = ${me} or w.coach_id = ${me})` });
}

function rowsWhere(wanted: readonly RawBuilder<unknown>[], most: number): RawBuilder<Row> {
  return sql<Row>`
    select w.*, o.name as post, c.due_at, (select count(*)::int from (select from training_signature
      where path_id = w.id group by step having count(*) = 2) both_sides) as signed
    from training_path w join post o on o.id = w.post_id
    left join commitment c on c.subject_id = w.id and c.kind = ${OWED_AS.path}
    where ${sql.join(wanted, sql` and `)} order by w.begun_at desc, w.id desc limit ${most}`;
}

const late = (now: Instant) => sql`c.due_at < coalesce(w.completed_at, ${now}::timestamptz) and w.ended_at is null`;

function conditions(context: Context, query: PathsQuery): RawBuilder<unknown>[] {
  const wanted = [inSight(context)];
  const walking = sql`w.completed_at is null and w.ended_at is null`;
  if (query.department) wanted.push(sql`w.department_id = ${query.department}`);
  if (query.person) wanted.push(sql`w.person_id = ${query.person}`);
  if (query.coach) wanted.push(sql`w.coach_id = ${query.coach}`);
  if (query.state === 'walking') wanted.push(walking);
  if (query.state === 'late') wanted.push(sql`(${late(context.now)})`);
  if (query.state === 'complete') wanted.push(sql`w.completed_at is not null`);
  if (query.state === 'ended') wanted.push(sql`w.ended_at is not null`);
  if (query.from) wanted.push(sql`w.begun_at >= ${query.from}::timestamptz`);
  if (query.until) wanted.push(sql`w.begun_at < ${query.until}::timestamptz`);
  return wanted;
}

/** Pre-job paths of new members, the newest first (TRNG-03). */
export async function listPaths(context: Context, query: PathsQuery): Promise<z.input<typeof pathsOut>> {
  const wanted = conditions(context, query);
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(w.begun_at, w.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const { rows } = await rowsWhere(wanted, query.limit + 1).execute(context.tx);
  const lineOf = await lines(context);
  return page(rows, query.limit, lineOf, (row) => cursorOf(row.begun_at, row.id));
}

async function lines(context: Context): Promise<(row: Row) => Line> {
  const names = await personNames(context);
  const known = await departments(context);
  return (row) => ({
    id: row.id,
    person: named(names, row.person_id),
    department: departmentNamed(known, row.department_id),
    post: row.post,
    path: row.definition.name,
    coach: named(names, row.coach_id),
    begunAt: row.begun_at,
    dueAt: row.due_at,
    late: row.ended_at === null && row.due_at !== null && row.due_at < (row.completed_at ?? context.now),
    completedAt: row.completed_at,
    endedAt: row.ended_at,
    steps: row.definition.steps.length,
    signed: row.signed,
  });
}

/** One path, step by step: who signed what when, and what is his to sign now. */
export async function readPath(context: Context, id: Id<'training_path'>): Promise<z.input<typeof pathOut>> {
  const { rows } = await rowsWhere([inSight(context), sql`w.id = ${id}`], 1).execute(context.tx);
  const [row] = rows;
  if (!row) throw new NotFound('training.path_unknown');
  const names = await personNames(context);
  const { courses } = await catalogueOf(context);
  const signatures = await signaturesOf(context.tx, [id]);
  const sides = sidesOf(signatures);
  const signatureOf = (step: string, side: 'coach' | 'member') => {
    const found = signatures.find((one) => one.step === step && one.side === side);
    return found ? { by: named(names, found.by_id), at: found.at } : null;
  };
  const guide = whyNotGuide(row, context.actor);
  return {
    ...(await lines(context))(row),
    endedBecause: row.ended_because,
    list: row.definition.steps.map(({ key, name, course }) => ({
      key,
      name,
      course: course === undefined ? null : keyNamed(courses, course).name,
      coach: signatureOf(key, 'coach'),
      member: signatureOf(key, 'member'),
      can: { sign: whyNotSign(row, sides, key, context.actor) },
    })),
    can: { nameCoach: guide, end: guide },
  };
}
