import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Owing } from '../commitment/queries.ts';
import { clocksOut } from '../commitment/shapes.ts';
import { worstClocksOfSubjects } from '../commitment/queries.ts';
import { draw } from '../kernel/draw.ts';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import { can, orForbid } from '../organisation/can.ts';
import { departments, named, personNames } from '../organisation/house.ts';
import { planOf } from './plan-versions.ts';
import type { Register } from './plan.ts';
import type { Context } from '../platform/context.ts';
import { stateOf as noticeState } from '../rectification/rectification.ts';
import { checkOwedBy, thingOfCheck } from './facts.ts';
import type { CheckRow } from './list.ts';
import { checkLines, checkRows } from './list.ts';
import type { Drawn } from './registers.ts';
import { populationOf, READS } from './registers.ts';
import { whyNotCheck, whyNotComplete } from './spot-check.ts';
import type { SpotCheckItemTable } from './table.ts';
import type { drawnAgainOut, spotCheckPageOut } from './view.ts';

type View = z.input<typeof spotCheckPageOut>;
type Item = View['items'][number];

async function seen(context: Context, id: Id<'spot_check'>): Promise<{ row: CheckRow; owed: Owing }> {
  const [row] = await checkRows(context, sql`s.id = ${id}`, 1);
  if (!row) throw new NotFound('spot_check.unknown');
  const owed = await checkOwedBy(context.tx, id);
  orForbid(can(context.actor, 'report.see', thingOfCheck(row, owed)));
  return { row, owed };
}

/** One check with its sheet: what was drawn, what was found in each, and what followed. */
export async function spotCheckPage(context: Context, id: Id<'spot_check'>): Promise<View> {
  const { row, owed } = await seen(context, id);
  const [line] = await checkLines(context, [row]);
  const [clock] = await clocksOut(context, await worstClocksOfSubjects(context.tx, context.now, [id]));
  const items = await itemsOf(context, row);
  const open = items.filter((item) => item.lookedAt === null).length;
  return {
    ...line!,
    criteria: row.definition.criteria,
    planVersion: row.plan_version,
    drawnAt: row.drawn_at,
    seed: row.seed,
    conclusion: row.conclusion,
    clock: clock ?? null,
    items,
    can: {
      check: whyNotCheck(row, owed, context.actor),
      complete: whyNotComplete(row, owed, context.actor, open),
    },
  };
}

async function itemsOf(context: Context, row: CheckRow): Promise<Item[]> {
  const items = await context.tx
    .selectFrom('spot_check_item')
    .selectAll()
    .where('spot_check_id', '=', row.id)
    .orderBy('no')
    .execute();
  const reads = READS[row.definition.draws];
  const drawn = await reads.lines(items.map((item) => item.subject_id)).execute(context.tx);
  const records = new Map(drawn.rows.map((one) => [one.id, one]));
  const results = await resultsOf(context, row.id);
  const names = await personNames(context);
  const recordOut = await recordsOut(context, row.definition.draws, names);
  return items.map((item) => itemOf(item, records.get(item.subject_id), { results, names, recordOut }));
}

type Result = Item['results'][number];

function itemOf(
  item: Selectable<SpotCheckItemTable>,
  record: Drawn | undefined,
  known: {
    results: ReadonlyMap<string, Result[]>;
    names: ReadonlyMap<string, string>;
    recordOut: (drawn: Drawn) => Item['record'];
  },
): Item {
  return {
    id: item.id,
    no: item.no,
    record: record ? known.recordOut(record) : null,
    lookedBy: named(known.names, item.looked_by_id),
    lookedAt: item.looked_at,
    remark: item.remark,
    results: known.results.get(item.id) ?? [],
  };
}

async function recordsOut(
  context: Context,
  register: Register,
  names: ReadonlyMap<string, string>,
): Promise<(drawn: Drawn) => Item['record']> {
  const all = await departments(context);
  return (drawn) => {
    const department = drawn.department_id === null ? undefined : all.get(drawn.department_id);
    return {
      type: READS[register].subject,
      id: drawn.id,
      ticketId: drawn.ticket_id,
      number: drawn.number,
      title: drawn.title,
      department: department ? { id: department.id, name: department.name } : null,
      person: named(names, drawn.person_id),
      at: drawn.at,
      words: drawn.words,
      satisfaction: drawn.satisfaction,
    };
  };
}

async function resultsOf(context: Context, id: Id<'spot_check'>): Promise<Map<string, Result[]>> {
  const rows = await context.tx
    .selectFrom('spot_check_result as r')
    .innerJoin('spot_check_item as i', 'i.id', 'r.item_id')
    .leftJoin('rectification as n', 'n.id', 'r.rectification_id')
    .select(['r.item_id', 'r.criterion', 'r.passed', 'r.finding', 'r.way', 'r.rectification_id', 'n.number'])
    .select(['n.verdict', 'n.received_at', 'n.replied_at', 'n.withdrawn_at'])
    .where('i.spot_check_id', '=', id)
    .orderBy('i.no')
    .execute();
  const results = new Map<string, Result[]>();
  for (const row of rows) {
    const { criterion, passed, finding, way, rectification_id: notice } = row;
    const one = {
      criterion,
      passed,
      finding,
      way,
      notice: notice === null ? null : { id: notice, number: row.number!, state: noticeState(row) },
    };
    results.set(row.item_id, [...(results.get(row.item_id) ?? []), one]);
  }
  return results;
}

/** Draws it once more from what was recorded, and looks what the registers hold of that period now. */
export async function drawAgain(context: Context, id: Id<'spot_check'>): Promise<z.input<typeof drawnAgainOut>> {
  await seen(context, id);
  const check = await context.tx.selectFrom('spot_check').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const { seed, population } = check;
  if (seed === null || population === null) throw new NotFound('spot_check.not_drawn');
  const items = await context.tx
    .selectFrom('spot_check_item')
    .select('subject_id')
    .where('spot_check_id', '=', id)
    .orderBy('no')
    .execute();
  const again = draw(seed, population, items.length);
  const plan = await planOf(context, check.plan_key, check.plan_version);
  const span = { centreId: check.centre_id, from: check.from_at, until: check.until_at };
  const now = new Set(await populationOf(context, plan, span));
  const then = new Set(population);
  return {
    same: items.every((item, at) => item.subject_id === again[at]),
    population: population.length,
    gone: population.filter((one) => !now.has(one)).length,
    fresh: [...now].filter((one) => !then.has(one)).length,
  };
}
