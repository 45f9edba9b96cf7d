import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import { anywhere } from '../kernel/text/like.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readNameAndId } from '../platform/http/cursor.ts';
import { id, pageQuery } from '../platform/http/shapes.ts';
import type { peopleOut, PersonRow, PersonView } from './people-view.ts';
import { personView } from './people-view.ts';
import { STILL_OPEN } from '../work-order/still-open.ts';

export const peopleQuery = z.object({
  ...pageQuery,
  state: z
    .enum(['here', 'on_duty', 'away', 'left', 'all'])
    .default('here')
    .describe('Who: all who work here, those on duty, away or gone, or everybody'),
  department: id('department').optional(),
  post: id('post').optional(),
  q: z.string().trim().min(1).max(60).optional().describe('Part of a name, user name or telephone'),
});
type PeopleQuery = z.output<typeof peopleQuery>;

/** Tables of people are small (hundreds); each line costs five look-ups by index. */
function select(context: Context, where: RawBuilder<unknown>, limit: number): RawBuilder<PersonRow> {
  const now = sql`${context.now}::timestamptz`;
  return sql<PersonRow>`
    select p.id, p.name, p.username, p.phone, p.email, p.language, p.skills, p.on_duty, p.duty_changed_at, p.joined_at, p.left_at,
      (select coalesce(json_agg(json_build_object('id', po.id, 'key', po.key, 'name', po.name, 'role', po.role, 'rights', po.rights,
          'departmentId', po.department_id, 'centreId', po.centre_id, 'deputyRank', pp.deputy_rank)
          order by pp.deputy_rank nulls first, po.id), '[]')
        from person_post pp join post po on po.id = pp.post_id where pp.person_id = p.id) as posts,
      (select json_build_object('id', a.id, 'from', a.from_at, 'until', a.until_at, 'begun', a.from_at <= ${now}, 'reason', a.reason,
          'successorId', a.successor_id, 'successorName', s.name)
        from absence a left join person s on s.id = a.successor_id
        where a.person_id = p.id and a.ended_at is null and (a.until_at is null or a.until_at > ${now})
        order by a.from_at limit 1) as absence,
      (select count(*)::int from ticket t where t.owner_id = p.id and t.closed_at is null) as open_tickets,
      (select count(*)::int from work_order w where w.person_id = p.id and w.stage ${STILL_OPEN}) as open_work_orders,
      (select coalesce(max(e.seq), 0) from event e where e.subject_id = p.id) as version
    from person p where ${where} order by p.name, p.id limit ${limit}`;
}

/** Whom this actor may see, as `can` answers for one. Whoever has no post yet is everybody's to see. */
function inReach({ actor }: Context): RawBuilder<unknown> {
  const posts = actor.posts.filter((post) => post.rights['people.see'] !== undefined);
  if (actor.personId === null || posts.some((post) => post.rights['people.see'] === 'organisation')) return sql`true`;
  const of = (scope: string) => posts.filter((post) => post.rights['people.see'] === scope);
  const centres = of('centre').map((post) => post.centreId);
  const departments = of('department').flatMap((post) => post.departmentId ?? []);
  return sql`(p.id = ${actor.personId}
    or exists (select from person_post pp join post po on po.id = pp.post_id where pp.person_id = p.id
      and (po.centre_id = any(${centres}::uuid[]) or po.department_id = any(${departments}::uuid[])))
    or (${centres.length > 0} and not exists (select from person_post pp where pp.person_id = p.id)))`;
}

function conditions(context: Context, query: PeopleQuery): RawBuilder<unknown> {
  const now = sql`${context.now}::timestamptz`;
  const state = {
    here: sql`p.left_at is null`,
    on_duty: sql`p.left_at is null and p.on_duty`,
    away: sql`p.left_at is null and exists (select from absence a where a.person_id = p.id and a.ended_at is null
      and a.from_at <= ${now} and (a.until_at is null or a.until_at > ${now}))`,
    left: sql`p.left_at is not null`,
    all: sql`true`,
  };
  const wanted = [inReach(context), state[query.state]];
  if (query.department)
    wanted.push(sql`exists (select from person_post pp join post po on po.id = pp.post_id
      where pp.person_id = p.id and po.department_id = ${query.department})`);
  if (query.post)
    wanted.push(sql`exists (select from person_post pp where pp.person_id = p.id and pp.post_id = ${query.post})`);
  if (query.q) {
    const like = anywhere(query.q);
    wanted.push(sql`(p.name ilike ${like} or p.username ilike ${like} or p.phone like ${like})`);
  }
  const after = readNameAndId(query.after);
  if (after) wanted.push(sql`(p.name, p.id) > (${after.name}, ${after.id}::uuid)`);
  return sql.join(wanted, sql` and `);
}

/** People in reach, by name, each with posts, duty and open load (ASGN-03). */
export async function listPeople(context: Context, query: PeopleQuery): Promise<z.input<typeof peopleOut>> {
  const { rows } = await select(context, conditions(context, query), query.limit + 1).execute(context.tx);
  return page(
    rows,
    query.limit,
    (row) => personView(context, row),
    (row) => cursorOf(row.name, row.id),
  );
}

export async function readPerson(context: Context, personId: Id<'person'>): Promise<PersonView> {
  const where = sql`p.id = ${personId} and ${inReach(context)}`;
  const { rows } = await select(context, where, 1).execute(context.tx);
  if (!rows[0]) throw new NotFound('person.unknown');
  return personView(context, rows[0]);
}
