import { sql } from 'kysely';
import type { z } from 'zod';
import type { Words } from '../kernel/words.ts';
import type { Context } from '../platform/context.ts';
import type { SharesQuery } from './inputs.ts';
import { roundScope } from './scope.ts';
import type { sharesOut } from './view.ts';

type Row = { plan_id: string; name: Words; due: number; kept: number; late: number; lines: number; faults: number };

/** How many rounds that fell due in a period were done in time, by checklist, and how many of their lines were not in order. */
export async function roundShares(context: Context, query: SharesQuery): Promise<z.input<typeof sharesOut>> {
  const { from, until = context.now } = query;
  const { rows } = await sql<Row>`
    select r.plan_id, v.content->'name' as name, count(*)::int as due,
      count(*) filter (where r.done_at <= r.due_at)::int as kept,
      count(*) filter (where r.done_at > r.due_at)::int as late,
      coalesce(sum((select count(*) from round_result x where x.round_id = r.id and x.no = 1)), 0)::int as lines,
      sum(r.faults)::int as faults
    from round r join round_plan p on p.id = r.plan_id
    join round_plan_version v on v.plan_id = p.id and v.version = p.version
    where r.dropped_at is null and ${roundScope(context)}
      and r.due_at >= ${from}::timestamptz and r.due_at < least(${until}::timestamptz, ${context.now}::timestamptz)
    group by r.plan_id, v.content->'name' order by r.plan_id`.execute(context.tx);
  const items = rows.map(({ plan_id: id, name, ...counted }) => ({
    plan: { id, name },
    ...counted,
    notDone: counted.due - counted.kept - counted.late,
  }));
  return { from, until, items };
}
