import { sql } from 'kysely';
import type { z } from 'zod';
import type { Owing } from '../commitment/queries.ts';
import { clocksOut } from '../commitment/shapes.ts';
import { worstClocksOfSubjects } from '../commitment/queries.ts';
import { draw } from '../kernel/draw.ts';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import { can, orForbid } from '../organisation/can.ts';
import { planOf } from './plan-versions.ts';
import type { Context } from '../platform/context.ts';
import { checkOwedBy, thingOfCheck } from './facts.ts';
import type { CheckRow } from './list.ts';
import { checkLines, checkRows } from './list.ts';
import { populationOf } from './registers.ts';
import { itemsOf } from './sheet.ts';
import { whyNotCheck, whyNotComplete } from './spot-check.ts';
import type { drawnAgainOut, spotCheckPageOut } from './view.ts';

type View = z.input<typeof spotCheckPageOut>;

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
  const items = await itemsOf(context, row, owed);
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
