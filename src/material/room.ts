import { sql } from 'kysely';
import { standingOf } from '../budget/budget.ts';
import { usedOf } from '../budget/figures.ts';
import type { Id } from '../kernel/id.ts';
import type { Tx } from '../platform/tx.ts';
import type { Material, MaterialRequest } from './facts.ts';
import { monthFigures, NOTHING_MOVED, plannedOf, stockOf } from './figures.ts';
import type { Room } from './material.ts';

/** What a budget line of a department's month has left; nothing where no budget stands (PRIN-12). */
export async function leftOf(tx: Tx, departmentId: Id<'department'>, month: string, line: string): Promise<number> {
  const budget = await tx
    .selectFrom('budget')
    .select('id')
    .where('department_id', '=', departmentId)
    .where('month', '=', `${month}-01`)
    .executeTakeFirst();
  return budget ? standingOf(await usedOf(tx, budget.id, line)).left : 0;
}

/** What a request is held against: the plan of its month, the stock, and the budget less what was approved and is still to be bought. */
export async function roomFor(tx: Tx, request: MaterialRequest, material: Material): Promise<Room> {
  const { department_id: departmentId, material_id: materialId } = request;
  const month = request.needed_by.slice(0, 7);
  const inStock = await stockOf(tx, departmentId, materialId);
  const promised = await promisedOf(tx, departmentId, materialId);
  const moved = (await monthFigures(tx, departmentId, month)).get(materialId) ?? NOTHING_MOVED;
  const price = Number(material.price);
  const left = await leftOf(tx, departmentId, month, material.cost_kind);
  return {
    planned: await plannedOf(tx, departmentId, month, materialId),
    taken: moved.approved,
    inStock: inStock - promised,
    left: left - Math.max(0, promised - inStock) * price,
    price,
  };
}

/** Approved on requests and not issued yet: what lies there for somebody else already. */
async function promisedOf(tx: Tx, departmentId: Id<'department'>, materialId: Id<'material'>): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select coalesce(sum(d.quantity + coalesce(e.issued, 0)), 0)::int as n
    from material_request r join material_decision d on d.request_id = r.id and d.decision = 'approved'
    left join lateral (select sum(quantity) as issued from material_entry where request_id = r.id and sort = 'issued') e on true
    where r.department_id = ${departmentId} and r.material_id = ${materialId}`.execute(tx);
  return rows[0]!.n;
}
