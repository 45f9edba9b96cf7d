import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Tx } from '../platform/tx.ts';
import type { PlannedMaterial } from './material.ts';

/** What happened to one material of a department in a month; quantities of its unit, `paid` in the currency's smallest unit. */
export type MonthFigures = {
  requested: number;
  approved: number;
  received: number;
  issued: number;
  /** At the end of the month, or now. */
  inStock: number;
  paid: number;
};
export const NOTHING_MOVED: MonthFigures = { requested: 0, approved: 0, received: 0, issued: 0, inStock: 0, paid: 0 };

/** By material, up to a day of the month; costs what the department's ledger and this month's requests hold, by their keys. */
export async function monthFigures(
  tx: Tx,
  departmentId: Id<'department'>,
  month: string,
  lastDay = `${month}-31`,
): Promise<ReadonlyMap<string, MonthFigures>> {
  const within = sql`e.on_day >= ${`${month}-01`}`;
  const { rows } = await sql<MonthFigures & { id: string }>`
    select one.id, sum(requested)::int as requested, sum(approved)::int as approved, sum(received)::int as received,
      sum(issued)::int as issued, sum(stock)::int as "inStock", sum(paid)::float8 as paid
    from (
      select e.material_id as id, 0 as requested, 0 as approved,
        case when e.sort = 'received' and ${within} then e.quantity else 0 end as received,
        case when e.sort = 'issued' and ${within} then -e.quantity else 0 end as issued,
        e.quantity as stock, case when e.sort = 'received' and ${within} then e.cost else 0 end as paid
      from material_entry e where e.department_id = ${departmentId} and e.on_day <= ${lastDay}
      union all
      select r.material_id, case when d.decision is null then r.quantity else 0 end, coalesce(d.quantity, 0), 0, 0, 0, 0
      from material_request r left join material_decision d on d.request_id = r.id
      where r.department_id = ${departmentId} and r.needed_by between ${`${month}-01`} and ${`${month}-31`}) one
    group by one.id`.execute(tx);
  return new Map(rows.map(({ id, ...figures }) => [id, figures]));
}

/** What lies in the stock of a department now; ask it under the lock of the material. */
export async function stockOf(tx: Tx, departmentId: Id<'department'>, materialId: Id<'material'>): Promise<number> {
  const { stock } = await tx
    .selectFrom('material_entry')
    .select((e) => e.fn.sum<string | null>('quantity').as('stock'))
    .where('department_id', '=', departmentId)
    .where('material_id', '=', materialId)
    .executeTakeFirstOrThrow();
  return Number(stock ?? 0);
}

type InForce = {
  plan_id: Id<'material_plan'>;
  department_id: Id<'department'>;
  month: string;
  lines: PlannedMaterial[];
};

/** The version in force of the plans meant (`p`). */
export async function plansInForce(tx: Tx, wanted: RawBuilder<unknown>): Promise<InForce[]> {
  const { rows } = await sql<InForce>`
    select p.id as plan_id, p.department_id, p.month, v.lines from material_plan p
    join lateral (select lines from material_plan_version where plan_id = p.id and decision = 'approved'
      order by version desc limit 1) v on true
    where ${wanted} order by p.month, p.department_id`.execute(tx);
  return rows;
}

/** How many of a material the plan in force of a month gives a department. */
export async function plannedOf(
  tx: Tx,
  departmentId: Id<'department'>,
  month: string,
  materialId: Id<'material'>,
): Promise<number> {
  const [plan] = await plansInForce(tx, sql`p.department_id = ${departmentId} and p.month = ${`${month}-01`}`);
  return plan?.lines.find((one) => one.materialId === materialId)?.quantity ?? 0;
}
