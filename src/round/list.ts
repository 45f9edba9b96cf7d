import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Words } from '../kernel/words.ts';
import { can } from '../organisation/can.ts';
import { named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import type { Round } from './facts.ts';
import type { RoundsQuery } from './inputs.ts';
import type { PlanContent } from './plan.ts';
import { stateOf } from './round.ts';
import { postsOf, roundScope } from './scope.ts';
import type { roundLineOut, roundsOut } from './view.ts';

type Line = z.input<typeof roundLineOut>;
export type RoundRow = Round & {
  name: Words;
  every: PlanContent['every'];
  lines: number;
  known: number;
  post_name: Words;
  place_code: string | null;
  place_name: string | null;
  customer_name: string | null;
};

export async function roundRows(
  context: Context,
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  most: number,
): Promise<RoundRow[]> {
  const { rows } = await sql<RoundRow>`
    select r.*, v.content->'name' as name, v.content->>'every' as every, jsonb_array_length(v.content->'lines') as lines,
      (select count(*)::int from round_result x where x.round_id = r.id and x.no = 1) as known, po.name as post_name,
      pl.code as place_code, pl.name as place_name, cu.name as customer_name
    from round r join round_plan_version v on v.plan_id = r.plan_id and v.version = r.version
    join post po on po.id = r.post_id left join place pl on pl.id = r.place_id left join customer cu on cu.id = r.customer_id
    where r.dropped_at is null and ${where} order by ${order} limit ${most}`.execute(context.tx);
  return rows;
}

function conditions(context: Context, query: RoundsQuery): RawBuilder<unknown>[] {
  const now = sql`${context.now}::timestamptz`;
  const states = {
    open: sql`r.done_at is null`,
    kept: sql`r.done_at <= r.due_at`,
    missed: sql`(r.done_at > r.due_at or (r.done_at is null and r.due_at < ${now}))`,
    all: sql`r.from_at <= ${now}`,
  };
  const wanted = [roundScope(context), states[query.state]];
  if (query.mine)
    wanted.push(sql`case when r.keeper_id is null then r.post_id = any(${postsOf(context.actor)}::uuid[])
      else r.keeper_id = ${context.actor.personId} end`);
  if (query.plan) wanted.push(sql`r.plan_id = ${query.plan}`);
  if (query.result) wanted.push(query.result === 'fault' ? sql`r.faults > 0` : sql`r.faults = 0`);
  if (query.person)
    wanted.push(sql`exists (select from round_result x where x.by_id = ${query.person} and x.round_id = r.id)`);
  if (query.place) wanted.push(sql`r.place_id = ${query.place}`);
  if (query.customer) wanted.push(sql`r.customer_id = ${query.customer}`);
  if (query.from) wanted.push(sql`r.due_at >= ${query.from}::timestamptz`);
  if (query.until) wanted.push(sql`r.due_at < ${query.until}::timestamptz`);
  return wanted;
}

/** Open ones by when they are due, the most overdue first; others newest first. */
export async function listRounds(context: Context, query: RoundsQuery): Promise<z.input<typeof roundsOut>> {
  const wanted = conditions(context, query);
  const after = readMomentAndId(query.after);
  const open = query.state === 'open';
  const beyond = open ? sql`>` : sql`<`;
  if (after) wanted.push(sql`(r.due_at, r.id) ${beyond} (${after.at}::timestamptz, ${after.id}::uuid)`);
  const order = open ? sql`r.due_at, r.id` : sql`r.due_at desc, r.id desc`;
  const rows = await roundRows(context, sql.join(wanted, sql` and `), order, query.limit + 1);
  const found = page(
    rows,
    query.limit,
    (row) => row,
    (row) => cursorOf(row.due_at, row.id),
  );
  return { items: await roundLines(context, found.items), next: found.next };
}

export async function roundLines(context: Context, rows: readonly RoundRow[]): Promise<Line[]> {
  const names = await personNames(context);
  return rows.map((row) => ({
    id: row.id,
    plan: { id: row.plan_id, name: row.name },
    every: row.every,
    begins: row.begins,
    dueAt: row.due_at,
    post: { id: row.post_id, name: row.post_name },
    place: row.place_id === null ? null : { id: row.place_id, code: row.place_code!, name: row.place_name! },
    customer: customerOf(context, row),
    keeper: named(names, row.keeper_id),
    state: stateOf(row, context.now),
    doneAt: row.done_at,
    doneBy: named(names, row.done_by_id),
    lines: row.lines,
    known: row.known,
    faults: row.faults,
  }));
}

/** Whose visit it is, by name for whoever may read customers there. */
function customerOf({ actor }: Context, row: RoundRow): Line['customer'] {
  if (row.customer_id === null) return null;
  const may = can(actor, 'customer.see', { centreId: row.centre_id }) === null;
  return { id: row.customer_id, name: may ? (row.customer_name ?? '') : '' };
}
