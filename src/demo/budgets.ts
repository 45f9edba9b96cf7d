import { decideAccounts } from '../accounts/commands/decide-accounts.ts';
import { openAccounts } from '../accounts/commands/open-accounts.ts';
import { supplyAccounts } from '../accounts/commands/supply-accounts.ts';
import { writeAccountLine } from '../accounts/commands/write-line.ts';
import { decideBudget } from '../budget/commands/decide-budget.ts';
import { drawUpBudget } from '../budget/commands/draw-up-budget.ts';
import { recordExpense } from '../budget/commands/record-expense.ts';
import { OWED_AS } from '../budget/budget.ts';
import { usedOf } from '../budget/figures.ts';
import { recordExpenseInput } from '../budget/inputs.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { DAY, HOUR, plus } from '../kernel/time.ts';
import { centreOf } from '../organisation/queries.ts';
import { todayIn } from '../organisation/today.ts';
import { headOf } from './staff.ts';
import type { Stage } from './stage.ts';

const yuan = (amount: number): number => amount * 100;

/** What each department plans for a month, in yuan. */
const PLANS: Record<string, Record<string, number>> = {
  engineering: { repairs: 18_000, materials: 6_000, energy: 42_000, training: 1_200 },
  customer_service: { office: 3_200, community: 5_000, training: 1_500, welfare: 2_400 },
  security: { security: 4_800, welfare: 3_600, training: 1_000 },
  cleaning_greening: { cleaning: 16_500, materials: 2_800, welfare: 1_800 },
};

/** So many days before the end: out of which department's line, how much, to whom, and what for. */
const SPENT: [number, string, string, number, string, string][] = [
  [38, 'engineering', 'repairs', 5_400, '深南机电维修行', '地下车库排水泵检修'],
  [36, 'cleaning_greening', 'cleaning', 8_200, '绿源园艺', '中庭绿篱修剪'],
  [33, 'customer_service', 'community', 2_600, '童乐文体用品', '重阳节长者活动'],
  [16, 'engineering', 'energy', 36_480, '供电局', '公共区域电费'],
  [12, 'cleaning_greening', 'cleaning', 7_900, '绿源园艺', '入冬前补植灌木'],
  [9, 'engineering', 'repairs', 6_350, '深南机电维修行', '3栋电梯厅灯具更换'],
  [6, 'security', 'security', 1_280, '安达器材', '对讲机电池更换'],
  [4, 'customer_service', 'office', 860, '晨光文具', '打印纸及墨盒'],
];

/** Income and expenditure of the quarter that owners read. */
const QUARTER: ['income' | 'expenditure', string, number, string][] = [
  ['income', '物业服务费', 486_000, ''],
  ['income', '停车服务费', 62_300, '含临时停车'],
  ['income', '公共区域经营收入', 18_600, '电梯广告、快递柜场地'],
  ['expenditure', '员工薪酬及福利', 238_400, ''],
  ['expenditure', '公共水电', 121_750, ''],
  ['expenditure', '电梯维保', 36_000, '含年检'],
  ['expenditure', '保洁绿化', 68_900, ''],
  ['expenditure', '秩序维护', 42_300, ''],
  ['expenditure', '维修养护', 31_560, ''],
];

/** Budgets of the months that run, what was spent of them, one line near its limit, and the last quarter told to owners. */
export function keepBudgets(stage: Stage, now: Instant): void {
  // of the last days the next month's budget is still owed
  for (let before = 58; before > 6; before -= 3) stage.plan(plus(now, -before * DAY - 2 * HOUR), () => planOwed(stage));
  for (const [before, department, line, amount, supplier, whatFor] of SPENT)
    stage.plan(plus(now, -before * DAY + HOUR), () => spend(stage, { department, line, amount, supplier, whatFor }));
  stage.plan(plus(now, -5 * HOUR), () => comeNearTheLimit(stage));
  stage.plan(plus(now, -30 * HOUR), () => tellQuarter(stage, now));
}

/** What heads owe by now is drawn up. */
async function planOwed(stage: Stage): Promise<void> {
  const owed = await stage.read((tx) =>
    tx
      .selectFrom('commitment')
      .innerJoin('budget', 'budget.id', 'commitment.subject_id')
      .select(['budget.department_id', 'month'])
      .where('commitment.kind', '=', OWED_AS.drawUp)
      .where('settled_at', 'is', null)
      .where('started_at', '<=', stage.clock.now())
      .execute(),
  );
  for (const { department_id, month } of owed)
    for (const [key, id] of stage.departments) if (id === department_id) await plan(stage, key, month.slice(0, 7));
}

/** The head draws up the month, where nobody has, and the centre manager approves. */
async function plan(stage: Stage, key: string, month: string): Promise<void> {
  const [departmentId, amounts] = [stage.departments.get(key)!, PLANS[key]];
  if (!amounts || (await isPlanned(stage, departmentId, month))) return;
  const lines = Object.entries(amounts).map(([line, amount]) => ({ key: line, amount: yuan(amount) }));
  const id = await stage.as(headOf(key), (context) =>
    drawUpBudget(context, { departmentId, month, lines, why: '', seen: 0 }),
  );
  await stage.as('manager', (context) => decideBudget(context, id, { version: 1, decision: 'approved', because: '' }));
}

function isPlanned(stage: Stage, departmentId: Id<'department'>, month: string): Promise<boolean> {
  return stage.read(async (tx) => {
    const version = await tx
      .selectFrom('budget_version')
      .innerJoin('budget', 'budget.id', 'budget_version.budget_id')
      .select('version')
      .where('department_id', '=', departmentId)
      .where('month', '=', `${month}-01`)
      .executeTakeFirst();
    return version !== undefined;
  });
}

type Spent = { department: string; line: string; amount: number; supplier: string; whatFor: string };

async function spend(stage: Stage, { department, amount, ...what }: Spent): Promise<void> {
  const departmentId = stage.departments.get(department)!;
  const spentOn = await stage.as('manager', async (context) => todayIn(context, await centreOf(context)));
  await plan(stage, department, spentOn.slice(0, 7));
  await stage.as(headOf(department), async (context) =>
    recordExpense(
      context,
      recordExpenseInput.parse({ ...what, departmentId, amount: yuan(amount), spentOn, askApproval: true }),
    ),
  );
}

/** One line of this month is nearly used up, and of another more is wanted than it has left. */
async function comeNearTheLimit(stage: Stage): Promise<void> {
  const department = 'engineering';
  await spend(stage, { department, line: 'materials', amount: 2_150, supplier: '恒通五金', whatFor: '水暖备件' });
  const month = await stage.read(async (tx) => {
    const newest = tx.selectFrom('budget').select('id').where('department_id', '=', stage.departments.get(department)!);
    const { id } = await newest
      .where('from_at', '<=', stage.clock.now())
      .orderBy('month', 'desc')
      .executeTakeFirstOrThrow();
    return usedOf(tx, id, 'repairs');
  });
  const amount = Math.floor((month.planned * 0.93 - month.spent - month.committed) / 100);
  if (amount > 0)
    await spend(stage, { department, line: 'repairs', amount, supplier: '南山管业', whatFor: '2栋主管道渗漏更换' });
  await spend(stage, { department, line: 'materials', amount: 5_300, supplier: '恒通五金', whatFor: '备用阀门及管件' });
}

/** The quarter before this one, supplied by planning and finance and published by the manager. */
async function tellQuarter(stage: Stage, now: Instant): Promise<void> {
  const day = lastDayOfQuarterBefore(now);
  const id = await stage.as('finance', (context) => openAccounts(context, day));
  for (const [side, name, amount, note] of QUARTER)
    await stage.as('finance', (context) => writeAccountLine(context, id, { side, name, amount: yuan(amount), note }));
  await stage.as('finance', (context) => supplyAccounts(context, id, { remark: '明细可到服务中心查询。' }));
  await stage.as('manager', (context) => decideAccounts(context, id, { decision: 'publish', because: '' }));
}

function lastDayOfQuarterBefore(now: Instant): string {
  const [year, month] = now.split('-').map(Number) as [number, number];
  const last = month - 1 - ((month - 1) % 3);
  return last === 0 ? `${year - 1}-12-15` : `${year}-${String(last).padStart(2, '0')}-15`;
}
