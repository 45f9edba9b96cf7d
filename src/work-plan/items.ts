import type { RawBuilder, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { can } from '../organisation/can.ts';
import { named, personNames } from '../organisation/house.ts';
import { reachOf } from '../organisation/reach.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import type { Tables } from '../tables.ts';
import type { ItemRow } from './facts.ts';
import type { ItemsQuery } from './inputs.ts';
import type { ItemView, itemsOut } from './view.ts';
import { stateOf, whyNotCheck, whyNotMove, whyNotStep } from './work-plan.ts';

type Row = ItemRow & { plan_title: string | null };
type Names = ReadonlyMap<string, string>;

/** One's own items, and those of the centres whose figures one sees. */
export function itemScope({ actor }: Context): RawBuilder<unknown> {
  const reach = reachOf(actor, 'report.see');
  if (reach?.all) return sql`true`;
  return sql`(i.person_id = ${actor.personId} or i.by_id = ${actor.personId}
    or i.centre_id = any(${reach?.centres ?? []}::uuid[]) or i.department_id = any(${reach?.departments ?? []}::uuid[]))`;
}

export async function itemRows(
  context: Context,
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  most: number,
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select i.*, p.title as plan_title from work_item i left join work_plan p on p.id = i.plan_id
    where ${where} order by ${order} limit ${most}`.execute(context.tx);
  return rows;
}

const STATES = {
  given: sql`i.read_at is null and i.done_at is null`,
  read: sql`i.read_at is not null and i.begun_at is null and i.done_at is null and i.passed is null`,
  in_progress: sql`i.begun_at is not null and i.done_at is null`,
  done: sql`i.done_at is not null and i.passed is null`,
  passed: sql`i.done_at is not null and i.passed`,
  sent_back: sql`i.done_at is null and i.passed = false and i.begun_at is null`,
};

/** Items by when they are due, the newest first. */
export async function listItems(context: Context, query: ItemsQuery): Promise<z.input<typeof itemsOut>> {
  const wanted = [itemScope(context)];
  const late = sql`coalesce(i.done_at, ${context.now}::timestamptz) > i.due_at`;
  if (query.person) wanted.push(sql`i.person_id = ${query.person}`);
  if (query.department) wanted.push(sql`i.department_id = ${query.department}`);
  if (query.state) wanted.push(STATES[query.state]);
  if (query.late !== undefined) wanted.push(query.late ? late : sql`not (${late})`);
  if (query.from) wanted.push(sql`i.due_at >= ${query.from}::timestamptz`);
  if (query.until) wanted.push(sql`i.due_at < ${query.until}::timestamptz`);
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(i.due_at, i.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const rows = await itemRows(context, sql.join(wanted, sql` and `), sql`i.due_at desc, i.id desc`, query.limit + 1);
  const found = page(
    rows,
    query.limit,
    (row) => row,
    (row) => cursorOf(row.due_at, row.id),
  );
  return { items: await itemsOf(context, found.items), next: found.next };
}

/** Rows as they are shown, with every move and check of them. */
export async function itemsOf(context: Context, rows: readonly Row[]): Promise<ItemView[]> {
  const names = await personNames(context);
  const ids = rows.map((row) => row.id);
  const moves = Map.groupBy(await tracesOf(context, 'work_item_move', ids), (one) => one.item_id);
  const checks = Map.groupBy(await tracesOf(context, 'work_item_check', ids), (one) => one.item_id);
  const nameOf = (id: string) => named(names, id)!;
  return rows.map((row) => ({
    ...factsOf(context, row, names),
    moves: (moves.get(row.id) ?? []).map(({ from_id, to_id, by_id, why, at }) => ({
      from: nameOf(from_id),
      to: nameOf(to_id),
      by: nameOf(by_id),
      why,
      at,
    })),
    checks: (checks.get(row.id) ?? []).map(({ outcome, done_at, done_quantity, passed, remark, by_id, at }) => ({
      outcome,
      doneAt: done_at,
      doneQuantity: done_quantity,
      passed,
      remark,
      by: nameOf(by_id),
      at,
    })),
  }));
}

async function tracesOf<Table extends 'work_item_move' | 'work_item_check'>(
  { tx }: Context,
  table: Table,
  ids: readonly Id<'work_item'>[],
) {
  const { rows } = await sql<Selectable<Tables[Table]>>`
    select * from ${sql.table(table)} where item_id = any(${ids}::uuid[]) order by item_id, no`.execute(tx);
  return rows;
}

function factsOf(context: Context, row: Row, names: Names): Omit<ItemView, 'moves' | 'checks'> {
  const { actor, now } = context;
  return {
    id: row.id,
    title: row.title,
    plan: row.plan_id === null ? null : { id: row.plan_id, title: row.plan_title ?? '' },
    person: named(names, row.person_id)!,
    givenBy: named(names, row.by_id)!,
    givenAt: row.given_at,
    dueAt: row.due_at,
    state: stateOf(row),
    late: (row.done_at ?? now) > row.due_at,
    readAt: row.read_at,
    doneAt: row.done_at,
    outcome: row.outcome,
    quantity: row.quantity,
    unit: row.unit,
    doneQuantity: row.done_quantity,
    checkedBy: named(names, row.checked_by_id),
    checkedAt: row.checked_at,
    remark: row.remark,
    can: {
      ...(row.person_id === actor.personId
        ? {
            read: whyNotStep(row, 'read', actor),
            begin: whyNotStep(row, 'begin', actor),
            finish: whyNotStep(row, 'finish', actor),
          }
        : {}),
      ...(can(actor, 'ticket.assign', { centreId: row.centre_id, departments: [row.department_id] }) === null
        ? { check: whyNotCheck(row, actor), move: whyNotMove(row, actor) }
        : {}),
    },
  };
}
