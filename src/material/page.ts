import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import { todayIn } from '../organisation/today.ts';
import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { NotFound, refusal } from '../kernel/refusal.ts';
import { can, orForbid } from '../organisation/can.ts';
import type { Department } from '../organisation/house.ts';
import { departments } from '../organisation/house.ts';
import { centreOf } from '../organisation/queries.ts';
import { settingsOf } from '../pack/settings.ts';
import type { Context } from '../platform/context.ts';
import { departmentsSeen } from './facts.ts';
import type { MaterialPlan } from './facts.ts';
import type { PlanQuery } from './inputs.ts';
import type { PlannedMaterial } from './material.ts';
import { whyNotApprove } from './material.ts';
import { materialIn, namesFor } from './named.ts';
import { planCosts } from './plan-cost.ts';
import type { Called } from './plan-lines.ts';
import { calledIn, planLines } from './plan-lines.ts';
import type { MaterialPlanVersionTable } from './table.ts';
import type { PlanPage } from './view.ts';

type Version = Selectable<MaterialPlanVersionTable>;
type Names = Awaited<ReturnType<typeof namesFor>>;
type Asked = { department: Department | undefined; month: string; plan: MaterialPlan | undefined };

/** A department's month of material: planned, asked for, received, issued, and what is short; its versions, and what the budget has left (ASST-06). */
export async function planPage(context: Context, query: PlanQuery): Promise<PlanPage> {
  const seen = await departmentsSeen(context);
  const asked = await askedFor(context, query, seen);
  const { department, month, plan } = asked;
  const versions = plan ? await versionsOf(context, plan.id) : [];
  const standing = standingOf(versions);
  const names = await namesFor(context);
  const lines = department ? await linesOf(context, department, month, standing, names) : [];
  return {
    isSetUp: (await settingsOf(context)).materials !== undefined,
    id: plan?.id ?? null,
    department: department ? names.department(department.id) : null,
    departments: seen.map(({ id }) => names.department(id)),
    month,
    currency: names.currency,
    dueAt: plan ? await dueOf(context, plan.id) : null,
    ...versionsIn(versions, standing),
    lines,
    total: {
      cost: lines.reduce((sum, { cost }) => sum + cost, 0),
      paid: lines.reduce((sum, { paid }) => sum + paid, 0),
      saved: lines.reduce((sum, { saved }) => sum + saved, 0),
      short: lines.filter(({ short }) => short > 0).length,
    },
    room: plan ? await roomOf(context, plan, (standing.waiting ?? standing.inForce)?.lines ?? [], names) : [],
    versions: versionsView(versions, await calledIn(context), names),
    can: await abilities(context, asked, standing.waiting),
  };
}

type Standing = { inForce: Version | undefined; waiting: Version | undefined };

function standingOf(versions: readonly Version[]): Standing {
  return {
    inForce: versions.find(({ decision }) => decision === 'approved'),
    waiting: versions.find(({ decision }) => decision === null),
  };
}

function versionsIn(versions: readonly Version[], { inForce, waiting }: Standing) {
  return {
    inForce: inForce?.version ?? null,
    waiting: waiting?.version ?? null,
    newest: versions[0]?.version ?? 0,
  };
}

async function linesOf(
  context: Context,
  { id: departmentId, centre_id }: Department,
  month: string,
  { inForce, waiting }: Standing,
  names: Names,
) {
  const today = await todayIn(context, centre_id);
  const of = { departmentId, month, inForce: inForce?.lines ?? [], waiting: waiting?.lines ?? null, today };
  return planLines(context, of, names);
}

async function askedFor(context: Context, query: PlanQuery, seen: readonly Department[]): Promise<Asked> {
  const { tx } = context;
  if (query.id) {
    const plan = await tx.selectFrom('material_plan').selectAll().where('id', '=', query.id).executeTakeFirst();
    if (!plan) throw new NotFound('material_plan.unknown');
    orForbid(can(context.actor, 'material.see', { departments: [plan.department_id], centreId: plan.centre_id }));
    return { department: (await departments(context)).get(plan.department_id), month: plan.month.slice(0, 7), plan };
  }
  const month = query.month ?? (await todayIn(context, await centreOf(context))).slice(0, 7);
  const department = query.department ? seen.find(({ id }) => id === query.department) : seen[0];
  if (query.department && !department) throw new NotFound('department.unknown');
  if (!department) return { department, month, plan: undefined };
  const plan = await tx
    .selectFrom('material_plan')
    .selectAll()
    .where('department_id', '=', department.id)
    .where('month', '=', `${month}-01`)
    .executeTakeFirst();
  return { department, month, plan };
}

function versionsOf({ tx }: Context, id: Id<'material_plan'>): Promise<Version[]> {
  return tx
    .selectFrom('material_plan_version')
    .selectAll()
    .where('plan_id', '=', id)
    .orderBy('version', 'desc')
    .execute();
}

async function dueOf({ tx }: Context, id: Id<'material_plan'>): Promise<PlanPage['dueAt']> {
  const { rows } = await sql<{ due_at: string }>`
    select due_at from commitment where subject_id = ${id} and settled_at is null order by due_at limit 1`.execute(tx);
  return rows[0]?.due_at ?? null;
}

async function roomOf(context: Context, plan: MaterialPlan, lines: readonly PlannedMaterial[], names: Names) {
  const costs = await planCosts(context.tx, plan, lines);
  return costs.map(({ line, cost, left }) => ({
    costKind: names.costKind(line),
    cost,
    left,
    over: Math.max(0, cost - left),
  }));
}

function versionsView(versions: readonly Version[], called: Called, names: Names): PlanPage['versions'] {
  return versions.map((one, at) => {
    const before = versions.slice(at + 1).find(({ decision }) => decision === 'approved');
    return {
      version: one.version,
      lines: one.lines.map(({ materialId, quantity, price, neededBy, personId }) => ({
        material: materialIn({ material_id: materialId, ...called.get(materialId)! }),
        quantity,
        price,
        neededBy,
        person: names.person(personId),
        before: before?.lines.find((line) => line.materialId === materialId)?.quantity ?? null,
      })),
      cost: one.lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0),
      why: one.why,
      drawnBy: names.person(one.drawn_by_id),
      drawnAt: one.drawn_at,
      decision: one.decision,
      decidedBy: names.person(one.decided_by_id),
      decidedAt: one.decided_at,
      because: one.decided_because,
    };
  });
}

async function abilities(
  context: Context,
  { department, plan }: Asked,
  waiting: Version | undefined,
): Promise<Record<string, Refusal | null>> {
  const { materials: rules } = await settingsOf(context);
  if (!department || !rules) return {};
  const { actor } = context;
  const thing = { departments: [department.id], centreId: department.centre_id };
  const keep = can(actor, 'material.keep', thing);
  const over = plan && plan.until_at <= context.now ? refusal('material.month_over') : null;
  const approves = can(actor, 'material.approve', thing);
  const beyond =
    waiting && plan ? (await planCosts(context.tx, plan, waiting.lines)).some(({ cost, left }) => cost > left) : false;
  const post = rules.approvesBeyond;
  return {
    draw_up: keep ?? over,
    receive: keep,
    request: can(actor, 'material.request', thing),
    decide: waiting
      ? (approves ?? whyNotApprove(actor, { askedBy: waiting.drawn_by_id, beyond, post }))
      : (approves ?? refusal('budget.not_waiting')),
  };
}
