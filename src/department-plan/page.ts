import { standingOf } from '../budget/budget.ts';
import { costKindNames, departmentsSeen } from '../budget/facts.ts';
import { NotFound, refusal } from '../kernel/refusal.ts';
import { planPage } from '../material/page.ts';
import { namesFor } from '../material/named.ts';
import { can } from '../organisation/can.ts';
import type { Department } from '../organisation/house.ts';
import { centreOf } from '../organisation/queries.ts';
import { todayIn } from '../organisation/today.ts';
import type { Context } from '../platform/context.ts';
import { stateOf } from '../work-plan/work-plan.ts';
import type { LineCost, MonthPlans } from './costs.ts';
import { plansOf } from './costs.ts';
import { plannedUnder } from './department-plan.ts';
import type { DepartmentPlanQuery } from './inputs.ts';
import type { Cost, CostChange, TrainingRow, WorkRow } from './rows.ts';
import type { DepartmentPlanView } from './view.ts';

type Names = Awaited<ReturnType<typeof namesFor>>;
type Costed = Pick<DepartmentPlanView['work']['items'][number], 'cost' | 'changes' | 'can'>;

/** The plans of work, training and goods of a department's month, planned against actual, and their costs against the budget (REPT-17). */
export async function departmentPlan(context: Context, query: DepartmentPlanQuery): Promise<DepartmentPlanView> {
  const seen = await departmentsSeen(context);
  const month = query.month ?? (await todayIn(context, await centreOf(context))).slice(0, 7);
  const department = query.department ? seen.find(({ id }) => id === query.department) : seen[0];
  if (query.department && !department) throw new NotFound('department.unknown');
  const names = await namesFor(context);
  const plans = department
    ? await plansOf(context, { departmentId: department.id, centreId: department.centre_id, month })
    : NO_PLANS;
  const costed = department ? costedIn(context, department, names) : () => NO_COST;
  return {
    department: department ? names.department(department.id) : null,
    departments: seen.map(({ id }) => names.department(id)),
    month,
    currency: names.currency,
    work: workIn(context, plans.work, names, costed),
    training: trainingIn(context, plans.training, names, costed),
    goods: await goodsIn(context, department, month),
    costs: await costsIn(context, plans.costs),
  };
}

const NO_PLANS: MonthPlans = { work: [], training: [], costs: [] };
const NO_COST: Costed = { cost: null, changes: [], can: {} };
type CostedRow = { cost: Cost | null; changes: CostChange[] };

function costedIn({ actor }: Context, { id, centre_id }: Department, names: Names): (row: CostedRow) => Costed {
  const edit = can(actor, 'budget.edit', { departments: [id], centreId: centre_id });
  const lined = (line: string) => ({ line, name: names.costKind(line).name });
  return ({ cost, changes }) => ({
    cost: cost ? { ...cost, ...lined(cost.line), over: Math.max(0, cost.spent - cost.amount) } : null,
    changes: changes.map(({ line, amount, why, by_id, at }) => ({
      ...lined(line),
      amount,
      why,
      by: names.person(by_id),
      at,
    })),
    can: { cost: edit, spend: edit ?? (cost ? null : refusal('plan_cost.none')) },
  });
}

function workIn(
  { now }: Context,
  rows: readonly WorkRow[],
  names: Names,
  costed: (row: CostedRow) => Costed,
): DepartmentPlanView['work'] {
  const isLate = ({ done_at, due_at }: WorkRow) => (done_at ?? now) > due_at;
  return {
    planned: rows.length,
    done: rows.filter(({ done_at }) => done_at !== null).length,
    late: rows.filter(isLate).length,
    items: rows.map((row) => ({
      id: row.id,
      planId: row.plan_id,
      title: row.title,
      person: names.person(row.person_id),
      dueAt: row.due_at,
      state: stateOf(row),
      late: isLate(row),
      quantity: row.quantity,
      unit: row.unit,
      doneQuantity: row.done_quantity,
      ...costed(row),
    })),
  };
}

function trainingIn(
  { now }: Context,
  rows: readonly TrainingRow[],
  names: Names,
  costed: (row: CostedRow) => Costed,
): DepartmentPlanView['training'] {
  const isMissed = ({ state, until_at }: TrainingRow) => state === 'planned' && until_at < now;
  return {
    planned: rows.length,
    held: rows.filter(({ state }) => state === 'held').length,
    missed: rows.filter(isMissed).length,
    items: rows.map((row) => ({
      id: row.id,
      subject: row.subject,
      trainer: names.person(row.trainer_id)?.name ?? row.outside_trainer ?? '',
      fromAt: row.from_at,
      state: row.state,
      missed: isMissed(row),
      ...costed(row),
    })),
  };
}

async function goodsIn(
  context: Context,
  department: Department | undefined,
  month: string,
): Promise<DepartmentPlanView['goods']> {
  const lines = department ? (await planPage(context, { department: department.id, month })).lines : [];
  const planned = lines.filter((line) => line.planned > 0);
  return {
    planned: planned.length,
    covered: planned.filter(({ state }) => state === 'covered').length,
    late: planned.filter(({ state }) => state === 'late').length,
    lines,
  };
}

async function costsIn(context: Context, costs: readonly LineCost[]): Promise<DepartmentPlanView['costs']> {
  const names = await costKindNames(context);
  return costs.map(({ line, work, training, goods, used }) => {
    const { planned: budget, spent, committed, left } = standingOf(used);
    const planned = plannedUnder({ work, training, goods });
    const over = Math.max(0, planned - budget);
    return { line, name: names(line), work, training, goods, planned, budget, spent, committed, left, over };
  });
}
