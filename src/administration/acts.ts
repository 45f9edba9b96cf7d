import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Words } from '../kernel/words.ts';
import { can, orForbid } from '../organisation/can.ts';
import { named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentIdAndSeq } from '../platform/http/cursor.ts';
import type { ActRow } from './act-changes.ts';
import { changesOf } from './act-changes.ts';
import type { actsOut, ActsQuery, Sort } from './acts-shapes.ts';
import { SORTS } from './acts-shapes.ts';

type Row = ActRow & { seq: number; actor_id: Id<'person'> | null; recorded_at: Instant; what: string | Words | null };

const sortOf = (type: string): Sort =>
  (Object.keys(SORTS) as Sort[]).find((sort) => (SORTS[sort] as readonly string[]).includes(type))!;

function conditions({ sort, person, from, until, after }: ActsQuery): RawBuilder<unknown>[] {
  const types = sort ? SORTS[sort] : Object.values(SORTS).flat();
  const last = readMomentIdAndSeq(after);
  return [
    // the words of the partial index `event_of_administration`
    sql`e.ticket_id is null and e.subject_type in ('organisation', 'calendar', 'post', 'department', 'person', 'kind')`,
    sql`e.type = any(${types}::text[])`,
    ...(person ? [sql`e.actor_id = ${person}`] : []),
    ...(from ? [sql`e.recorded_at >= ${from}::timestamptz`] : []),
    ...(until ? [sql`e.recorded_at < ${until}::timestamptz`] : []),
    ...(last
      ? [sql`(e.recorded_at, e.subject_id, e.seq) < (${last.at}::timestamptz, ${last.id}::uuid, ${last.seq})`]
      : []),
  ];
}

/** What a checklist, or a plan of spot checks, is called now. */
const planName = sql`case e.type
  when 'round_plan.changed' then (
    select v.content -> 'name' from round_plan r join round_plan_version v on v.plan_id = r.id and v.version = r.version
    where r.key = e.data ->> 'plan' limit 1)
  when 'spot_check_plan.changed' then (
    select s.definition -> 'name' from spot_check_plan s
    where s.key = e.data ->> 'plan' order by s.version desc limit 1)
  end`;

/**
 * The journal of administrative acts, the latest first: who changed which rule, post or person, when, why, and what stood there
 * before. Read by an index of its own, whatever stands in the journal about tickets.
 */
export async function listActs(context: Context, query: ActsQuery): Promise<z.input<typeof actsOut>> {
  orForbid(can(context.actor, 'audit.see', {}));
  const { rows } = await sql<Row>`
    select e.subject_type, e.subject_id, e.seq, e.type, e.actor_id, e.recorded_at, e.data,
      coalesce(to_jsonb(p.name), po.name, d.name, c.name, ${planName}) as what
    from event e
      left join person p on e.subject_type = 'person' and p.id = e.subject_id
      left join post po on e.subject_type = 'post' and po.id = e.subject_id
      left join department d on e.subject_type = 'department' and d.id = e.subject_id
      left join calendar c on e.subject_type = 'calendar' and c.id = e.subject_id
    where ${sql.join(conditions(query), sql` and `)}
    order by e.recorded_at desc, e.subject_id desc, e.seq desc limit ${query.limit + 1}`.execute(context.tx);
  const names = await personNames(context);
  const found = page(
    rows,
    query.limit,
    (row) => row,
    (row) => cursorOf(row.recorded_at, row.subject_id, row.seq),
  );
  const items = [];
  for (const row of found.items) {
    items.push({
      key: `${row.subject_id} ${row.seq}`,
      at: row.recorded_at,
      by: named(names, row.actor_id),
      sort: sortOf(row.type),
      type: row.type,
      what: row.what ?? String(row.data['kind'] ?? row.data['plan'] ?? row.data['key'] ?? ''),
      ...(await changesOf(context, row)),
    });
  }
  return { items, next: found.next };
}
