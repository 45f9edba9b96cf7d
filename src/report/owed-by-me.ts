import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Words } from '../kernel/words.ts';
import { readDirectory } from '../organisation/read-directory.ts';
import type { Context } from '../platform/context.ts';
import { actingPerson } from '../platform/context.ts';

/** What an open promise of mine is about, where it stands for itself and not under a ticket of mine. */
export type Owed = {
  id: Id<'commitment'>;
  subject_type: string;
  subject_id: string;
  ticket_id: Id<'ticket'> | null;
  due_at: Instant;
  /** As somebody wrote it; else the house's own word: of a plan, a department, a post. */
  title: string | null;
  name: Words | null;
  /** First day of its period, YYYY-MM-DD. */
  begins: string | null;
  number: number | null;
};

/**
 * The open promises (`c`) that are mine: those that name me, and those of a post I hold that name nobody, or one of its holders
 * who is not here now. A duty is confirmed by each himself, whoever holds the same post.
 */
export async function owedByMe(
  context: Context,
): Promise<(further: RawBuilder<unknown>, columns: RawBuilder<unknown>) => RawBuilder<unknown>> {
  const me = actingPerson(context);
  const posts = context.actor.posts.map(({ id }) => id);
  const { people, posts: all } = await readDirectory(context);
  const away = posts
    .flatMap((id) => all.get(id)?.holders ?? [])
    .filter((id) => id !== me && !(people.get(id)?.onDuty && !people.get(id)?.absent));
  return (further, columns) => sql`
    select ${columns} from commitment c where c.owner_id = ${me} and c.settled_at is null and ${further}
    union select ${columns} from commitment c
    where c.post_id = any(${posts}::uuid[]) and c.post_id is not null and c.settled_at is null
      and (c.owner_id is null or c.owner_id = any(${away}::uuid[])) and c.subject_type <> 'duty_confirmation' and ${further}`;
}

/**
 * By type, what a line says of the thing: its title, the house's name for it, the first day of its period, its number. Each is one
 * row found by its key; the types that are not meant are not run.
 */
const SAID = sql`
  select null::text as title, v.content->'name' as name, r.begins::text as begins, null::bigint as number
    from round r join round_plan_version v on v.plan_id = r.plan_id and v.version = r.version
    where o.subject_type = 'round' and r.id = o.subject_id
  union all select null, p.definition->'name', s.begins::text, null
    from spot_check s join spot_check_plan p on p.key = s.plan_key and p.version = s.plan_version
    where o.subject_type = 'spot_check' and s.id = o.subject_id
  union all select null, d.name, s.begins::text, null from summary s join department d on d.id = s.department_id
    where o.subject_type = 'summary' and s.id = o.subject_id
  union all select null, d.name, r.begins::text, null from daily_record r join department d on d.id = r.department_id
    where o.subject_type = 'daily_record' and r.id = o.subject_id
  union all select null, null, r.begins::text, null from token_review r
    where o.subject_type = 'token_review' and r.id = o.subject_id
  union all select null, p.name, null, null from shift_note n join post p on p.id = n.post_id
    where o.subject_type = 'shift_note' and n.id = o.subject_id
  union all select null, p.name, null, null from duty_confirmation n join post p on p.id = n.post_id
    where o.subject_type = 'duty_confirmation' and n.id = o.subject_id
  union all select null, d.name, null, null from feedback f join department d on d.id = f.department_id
    where o.subject_type = 'feedback' and f.id = o.subject_id
  union all select i.title, null, null, i.number from improvement i
    where o.subject_type = 'improvement' and i.id = o.subject_id
  union all select w.title, null, null, null from work_item w where o.subject_type = 'work_item' and w.id = o.subject_id
  union all select w.title, null, null, null from work_plan w where o.subject_type = 'work_plan' and w.id = o.subject_id
  union all select left(coalesce(nullif(x.spot, ''), x.happened), 120), null, null, null from disturbance x
    where o.subject_type = 'disturbance' and x.id = o.subject_id
  union all select coalesce(t.title, nullif(left(n.findings, 120), '')), d.name, null, n.number
    from rectification n join department d on d.id = n.department_id left join ticket t on t.id = n.ticket_id
    where o.subject_type = 'rectification' and n.id = o.subject_id
  union all select t.title, null, null, t.number from ticket t
    where o.subject_type = 'return_visit' and t.id = o.ticket_id`;

/**
 * The first so many of my promises that are about something of its own: whatever is no ticket and no order, and no visit to a
 * ticket that stands in my list itself; from when it can be done: tomorrow's checklist is not yet today's work. Nobody accepts the
 * shift he handed over himself, and what I want to be reminded of stands apart.
 */
export async function thingsOwed(context: Context, most: number): Promise<Owed[]> {
  const me = actingPerson(context);
  const owed = await owedByMe(context);
  const apart = sql`c.subject_type not in ('ticket', 'work_order', 'reminder')
    and c.started_at <= ${context.now}::timestamptz and not (c.subject_type = 'return_visit' and exists (
    select from ticket t where t.id = c.ticket_id and t.owner_id = ${me} and t.closed_at is null))
    and not (c.subject_type = 'shift_note' and exists (select from shift_note n where n.id = c.subject_id and n.by_id = ${me}))`;
  const { rows } = await sql<Owed>`
    select o.*, s.title, s.name, s.begins, s.number::int as number
    from (select * from (${owed(apart, sql`c.id, c.subject_type, c.subject_id, c.ticket_id, c.due_at`)}) every_one
      order by due_at, id limit ${most}) o
    left join lateral (${SAID}) s on true
    order by o.due_at, o.id`.execute(context.tx);
  return rows;
}
