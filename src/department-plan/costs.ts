import { sql } from 'kysely';
import { NOTHING } from '../budget/budget.ts';
import { usedBy } from '../budget/figures.ts';
import type { Used } from '../budget/budget.ts';
import type { Id } from '../kernel/id.ts';
import type { Context } from '../platform/context.ts';
import { monthAt } from '../budget/commands/lock-budget.ts';
import { plansInForce } from '../material/figures.ts';
import { planCosts } from '../material/plan-cost.ts';
import type { PlannedUnder } from './department-plan.ts';
import type { TrainingRow, WorkRow } from './rows.ts';
import { trainingRows, workRows } from './rows.ts';

export type Month = { departmentId: Id<'department'>; centreId: Id<'centre'>; month: string };
export type LineCost = PlannedUnder & { line: string; used: Used };
export type MonthPlans = { work: WorkRow[]; training: TrainingRow[]; costs: LineCost[] };

/** The plans of work and training of a month, and what these and the plan of material in force cost, line by line, beside the budget. */
export async function plansOf(context: Context, { departmentId, centreId, month }: Month): Promise<MonthPlans> {
  const { tx } = context;
  const span = await monthAt(context, centreId, month);
  const work = await workRows(tx, { departmentId, span });
  const training = await trainingRows(tx, { departmentId, span });
  const ofMonth = sql`p.department_id = ${departmentId} and p.month = ${`${month}-01`}`;
  const [goods] = await plansInForce(tx, ofMonth);
  const goodsCosts = goods ? await planCosts(tx, goods, goods.lines) : [];
  const used = await usedInMonth(context, departmentId, month);
  const sumUnder = (rows: readonly { cost: { line: string; amount: number } | null }[], line: string) =>
    rows.reduce((sum, { cost }) => sum + (cost?.line === line ? cost.amount : 0), 0);
  const keys = new Set([
    ...used.keys(),
    ...goodsCosts.map(({ line }) => line),
    ...[...work, ...training].flatMap(({ cost }) => (cost ? [cost.line] : [])),
  ]);
  const costs = [...keys].map((line) => ({
    line,
    work: sumUnder(work, line),
    training: sumUnder(training, line),
    goods: goodsCosts.find((one) => one.line === line)?.cost ?? 0,
    used: used.get(line) ?? NOTHING,
  }));
  return { work, training, costs };
}

async function usedInMonth({ tx }: Context, departmentId: Id<'department'>, month: string): Promise<Map<string, Used>> {
  const wanted = sql`b.department_id = ${departmentId} and b.month = ${`${month}-01`}`;
  return new Map([...(await usedBy(tx, wanted)).values()].flat().map((line) => [line.line, line]));
}
