import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { NotFound, refusal } from '../kernel/refusal.ts';
import { can, orForbid } from '../organisation/can.ts';
import type { Department, Names } from '../organisation/house.ts';
import { departmentNamed, departments, named, personNames } from '../organisation/house.ts';
import { centreOf } from '../organisation/queries.ts';
import { todayIn } from '../organisation/today.ts';
import { settingsOf } from '../pack/settings.ts';
import type { Context } from '../platform/context.ts';
import type { PlannedLine } from './budget.ts';
import { NOTHING, standingOf, sumOf, whyNotInPost } from './budget.ts';
import type { Budget } from './facts.ts';
import { costKindNames, currencyOf, departmentsSeen, postNamed } from './facts.ts';
import { totalOf, usedBy } from './figures.ts';
import type { BudgetQuery } from './inputs.ts';
import type { BudgetRules, CostKind } from './rules.ts';
import type { BudgetVersionTable } from './table.ts';
import type { budgetPageOut } from './view.ts';

type View = z.input<typeof budgetPageOut>;
type Version = Selectable<BudgetVersionTable>;
type Asked = { department: Department | undefined; month: string; budget: Budget | undefined };

/** One department's month: what was planned and what became of it, line by line, its versions, and the year up to it (FINC-01). */
export async function budgetPage(context: Context, query: BudgetQuery): Promise<View> {
  const { budget: rules, costKinds = [] } = await settingsOf(context);
  const seen = await departmentsSeen(context);
  const asked = await askedFor(context, query, seen);
  const [currency, known] = [await currencyOf(context), await departments(context)];
  const versions = asked.budget ? await versionsOf(context, asked.budget.id) : [];
  return {
    isSetUp: rules !== undefined,
    id: asked.budget?.id ?? null,
    department: asked.department ? departmentNamed(known, asked.department.id) : null,
    departments: seen.map(({ id }) => departmentNamed(known, id)!),
    month: asked.month,
    currency,
    approves: rules ? ((await postNamed(context, rules.approves))?.name ?? null) : null,
    ...(await figuresOf(context, asked, versions, costKinds)),
    ...(await versionsView(context, versions)),
    trend: asked.department ? await trendOf(context, asked.department.id, asked.month) : [],
    can: abilities(context, asked, versions, rules),
  };
}

async function askedFor(context: Context, query: BudgetQuery, seen: readonly Department[]): Promise<Asked> {
  const { tx } = context;
  if (query.id) {
    const budget = await tx.selectFrom('budget').selectAll().where('id', '=', query.id).executeTakeFirst();
    if (!budget) throw new NotFound('budget.unknown');
    orForbid(can(context.actor, 'budget.see', { departments: [budget.department_id], centreId: budget.centre_id }));
    const department = (await departments(context)).get(budget.department_id);
    return { department, month: budget.month.slice(0, 7), budget };
  }
  const month = query.month ?? (await todayIn(context, await centreOf(context))).slice(0, 7);
  const department = query.department ? seen.find(({ id }) => id === query.department) : seen[0];
  if (query.department && !department) throw new NotFound('department.unknown');
  if (!department) return { department, month, budget: undefined };
  const budget = await tx
    .selectFrom('budget')
    .selectAll()
    .where('department_id', '=', department.id)
    .where('month', '=', `${month}-01`)
    .executeTakeFirst();
  return { department, month, budget };
}

function versionsOf({ tx }: Context, id: Id<'budget'>): Promise<Version[]> {
  return tx.selectFrom('budget_version').selectAll().where('budget_id', '=', id).orderBy('version', 'desc').execute();
}

const inForce = (versions: readonly Version[]): Version | undefined =>
  versions.find(({ decision }) => decision === 'approved');
const waiting = (versions: readonly Version[]): Version | undefined =>
  versions.find(({ decision }) => decision === null);
const amountIn = (lines: readonly PlannedLine[], key: string): number =>
  lines.find((one) => one.key === key)?.amount ?? 0;

async function figuresOf(
  context: Context,
  { budget }: Asked,
  versions: readonly Version[],
  costKinds: readonly CostKind[],
): Promise<Pick<View, 'dueAt' | 'inForce' | 'waiting' | 'newest' | 'lines' | 'total'>> {
  const used = budget ? ((await usedBy(context.tx, sql`b.id = ${budget.id}`)).get(budget.id) ?? []) : [];
  const names = await costKindNames(context);
  const asked = waiting(versions);
  const keys = new Set([...costKinds.map(({ key }) => key), ...used.map(({ line }) => line)]);
  return {
    dueAt: budget ? await dueOf(context, budget.id) : null,
    inForce: inForce(versions)?.version ?? null,
    waiting: asked?.version ?? null,
    newest: versions[0]?.version ?? 0,
    lines: [...keys].map((key) => ({
      key,
      name: names(key),
      ...standingOf(used.find(({ line }) => line === key) ?? NOTHING),
      asked: asked ? amountIn(asked.lines, key) : null,
    })),
    total: standingOf(sumOf(used)),
  };
}

/** Of the budget itself while nobody has drawn it up; afterwards of whoever has to approve or revise it. */
async function dueOf({ tx }: Context, id: Id<'budget'>): Promise<View['dueAt']> {
  const { rows } = await sql<{ due_at: string }>`
    select due_at from commitment where subject_id = ${id} and settled_at is null order by due_at limit 1`.execute(tx);
  return rows[0]?.due_at ?? null;
}

async function versionsView(context: Context, versions: readonly Version[]): Promise<Pick<View, 'versions'>> {
  const [people, names] = [await personNames(context), await costKindNames(context)];
  return {
    versions: versions.map((one, at) => {
      const before = versions.slice(at + 1).find(({ decision }) => decision === 'approved');
      const keys = new Set([...one.lines, ...(before?.lines ?? [])].map(({ key }) => key));
      return {
        version: one.version,
        lines: [...keys].map((key) => ({
          key,
          name: names(key),
          amount: amountIn(one.lines, key),
          before: before ? amountIn(before.lines, key) : null,
        })),
        total: one.lines.reduce((sum, { amount }) => sum + amount, 0),
        ...decided(one, people),
      };
    }),
  };
}

function decided(one: Version, people: Names) {
  return {
    why: one.why,
    drawnBy: named(people, one.drawn_by_id),
    drawnAt: one.drawn_at,
    decision: one.decision,
    decidedBy: named(people, one.decided_by_id),
    decidedAt: one.decided_at,
    because: one.decided_because,
  };
}

const MONTHS_SHOWN = 12;

async function trendOf(context: Context, departmentId: Id<'department'>, month: string): Promise<View['trend']> {
  const [year, of] = month.split('-').map(Number) as [number, number];
  const months = Array.from({ length: MONTHS_SHOWN }, (_, back) => {
    const count = year * 12 + of - 1 - (MONTHS_SHOWN - 1 - back);
    return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
  });
  const wanted = sql`b.department_id = ${departmentId} and b.month between ${`${months[0]}-01`} and ${`${month}-01`}`;
  const used = await usedBy(context.tx, wanted);
  const budgets = await context.tx
    .selectFrom('budget')
    .select(['id', 'month'])
    .where('department_id', '=', departmentId)
    .where(
      'month',
      'in',
      months.map((one) => `${one}-01`),
    )
    .execute();
  return months.map((one) => {
    const budget = budgets.find((row) => row.month === `${one}-01`);
    return { month: one, ...totalOf(budget && used.get(budget.id)) };
  });
}

function abilities(
  { actor, now }: Context,
  { department, budget }: Asked,
  versions: readonly Version[],
  rules: BudgetRules | undefined,
): Record<string, Refusal | null> {
  if (!department || !rules) return {};
  const thing = { departments: [department.id], centreId: department.centre_id };
  const edit = can(actor, 'budget.edit', thing);
  const over = budget && budget.until_at <= now ? refusal('budget.month_over') : null;
  const nothing = waiting(versions) ? null : refusal('budget.not_waiting');
  return {
    draw_up: edit ?? over,
    record: edit,
    decide: can(actor, 'budget.approve', thing) ?? whyNotInPost(actor, rules.approves) ?? nothing,
  };
}
