import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { Forbidden, NotFound } from '../kernel/refusal.ts';
import { anywhere } from '../kernel/text/like.ts';
import { can, holds } from '../organisation/can.ts';
import { departmentNamed, departments, posts } from '../organisation/house.ts';
import { readStaff } from '../organisation/staff.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readNameAndId } from '../platform/http/cursor.ts';
import { scoreOf } from './assessment.ts';
import { assessmentsWhere } from './assessment-rows.ts';
import type { MembersQuery } from './inputs.ts';
import { RECORDS_BY } from './may.ts';
import { inReach, postsHeldBy, reachOfFiles, STAFF_RIGHTS, whyNotReach } from './reach.ts';
import type { fileOut, memberLineOut, membersOut } from './view.ts';

type Line = z.input<typeof memberLineOut>;
type Row = { id: Id<'person'>; name: string };

/** Everybody whose file is in reach, by name; never oneself, whose file is another's to keep. */
export async function listMembers(context: Context, query: MembersQuery): Promise<z.input<typeof membersOut>> {
  const { actor } = context;
  const { people } = await reachOfFiles(context);
  const wanted: RawBuilder<unknown>[] = [sql`p.id = any(${people}::uuid[])`];
  if (query.q) wanted.push(sql`p.name ilike ${anywhere(query.q)}`);
  const at = (where: RawBuilder<unknown>) => sql`exists (select from person_post pp join post po on po.id = pp.post_id
    where pp.person_id = p.id and pp.deputy_rank is null and ${where})`;
  if (query.department) wanted.push(at(sql`po.department_id = ${query.department}`));
  if (query.post) wanted.push(at(sql`po.id = ${query.post}`));
  const after = readNameAndId(query.after);
  if (after) wanted.push(sql`(p.name, p.id) > (${after.name}, ${after.id}::uuid)`);
  const { rows } = await sql<Row>`select p.id, p.name from person p where ${sql.join(wanted, sql` and `)}
    order by p.name, p.id limit ${query.limit + 1}`.execute(context.tx);
  const found = page(
    rows,
    query.limit,
    (row) => row,
    (row) => cursorOf(row.name, row.id),
  );
  const files = STAFF_RIGHTS.some((right) => holds(actor, right));
  return {
    items: await linesOf(context, found.items),
    next: found.next,
    can: {
      files: files ? null : { code: 'right.missing', params: { right: 'staff.see' } },
      propose: can(actor, 'staff.propose', {}),
      appoint: can(actor, 'staff.decide', {}),
      rules: can(actor, 'limit.edit', {}),
    },
  };
}

async function linesOf(context: Context, people: readonly Row[]): Promise<Line[]> {
  const ids = people.map(({ id }) => id);
  const last = await lastOf(context, ids);
  const next = await nextOf(context, ids);
  const lines = [];
  for (const { id, name } of people)
    lines.push({
      person: { id, name },
      ...(await standingOf(context, id)),
      last: last.get(id) ?? null,
      next: next.get(id) ?? null,
    });
  return lines;
}

async function standingOf(context: Context, id: Id<'person'>): Promise<Pick<Line, 'posts' | 'departments'>> {
  const held = postsHeldBy(await readStaff(context), id);
  const names = await posts(context);
  const known = await departments(context);
  const there = [...new Set(held.flatMap(({ departmentId }) => departmentId ?? []))];
  return {
    posts: held.map((post) => ({ id: post.id, name: names.get(post.id)!.name })),
    departments: there.flatMap((one) => departmentNamed(known, one) ?? []),
  };
}

async function lastOf(context: Context, ids: readonly Id<'person'>[]) {
  const newest = sql`a.id in (select distinct on (x.person_id) x.id from staff_assessment x
    where x.person_id = any(${[...ids]}::uuid[]) and x.dropped_at is null and x.submitted_at is not null
    order by x.person_id, x.until_at desc, x.id desc)`;
  const { rows } = await assessmentsWhere([newest], ids.length).execute(context.tx);
  return new Map(
    rows.map(({ id, person_id, begins, definition, marks }) => [
      person_id,
      { id, period: definition.period, begins, score: scoreOf(definition, marks) },
    ]),
  );
}

type Next = NonNullable<Line['next']> & { person_id: Id<'person'> };

/** What is owed about each by the first day; one small look by the index of each. */
async function nextOf(context: Context, ids: readonly Id<'person'>[]) {
  const { rows } = await sql<Next>`
    select distinct on (a.person_id) a.person_id, a.id, a.period, a.begins, c.due_at as "dueAt"
    from staff_assessment a join commitment c on c.subject_id = a.id and c.settled_at is null
    where a.person_id = any(${[...ids]}::uuid[]) and a.dropped_at is null and a.submitted_at is null
    order by a.person_id, c.due_at`.execute(context.tx);
  return new Map(rows.map(({ person_id, ...next }) => [person_id, next]));
}

/** Somebody's file: where he stands, and what who asks may do. What stands in it is its records. */
export async function readFile(context: Context, id: Id<'person'>): Promise<z.input<typeof fileOut>> {
  const { actor, tx } = context;
  const own = id === actor.personId;
  const staff = await readStaff(context);
  const person = await tx
    .selectFrom('person')
    .select(['id', 'name', 'joined_at', 'left_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!person) throw new NotFound('person.unknown');
  if (!own && !(await isInReach(context, id))) throw new Forbidden('right.out_of_scope', { right: 'staff.see' });
  return {
    person: { id, name: person.name },
    own,
    joinedAt: person.joined_at,
    leftAt: person.left_at,
    ...(await standingOf(context, id)),
    next: (await nextOf(context, [id])).get(id) ?? null,
    can: {
      record: whyNotReach(staff, actor, RECORDS_BY, id),
      propose: whyNotReach(staff, actor, ['staff.propose'], id),
      appoint: whyNotReach(staff, actor, ['staff.decide'], id),
      looks: own ? null : whyNotReach(staff, actor, ['staff.see'], id),
    },
  };
}

/** Of somebody who has left there must be something that was recorded where one's right reaches. */
async function isInReach(context: Context, id: Id<'person'>): Promise<boolean> {
  const reach = await reachOfFiles(context);
  if (reach.people.includes(id)) return true;
  const of = (table: string) => sql`select from ${sql.table(table)} r
    where r.person_id = ${id} and ${inReach(context, reach, sql`r.person_id`, sql`r.centre_id`)}`;
  const tables = ['staff_assessment', 'staff_finding', 'staff_breach', 'staff_move'].map(of);
  const { rows } = await sql<{ there: boolean }>`
    select exists (${sql.join(tables, sql` union all `)}) as there`.execute(context.tx);
  return rows[0]!.there;
}
