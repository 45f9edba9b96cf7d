import type { Selectable } from 'kysely';
import type { Id } from '../kernel/id.ts';
import { NotFound, Refused } from '../kernel/refusal.ts';
import type { Department } from '../organisation/house.ts';
import { departments } from '../organisation/house.ts';
import { reachOf } from '../organisation/reach.ts';
import type { Reading } from '../pack/kinds.ts';
import { settingsOf } from '../pack/settings.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/tx.ts';
import type { RequestFacts } from './material.ts';
import type { MaterialRules } from './rules.ts';
import type { MaterialPlanTable, MaterialRequestTable, MaterialTable } from './table.ts';

export type Material = Selectable<MaterialTable>;
export type MaterialPlan = Selectable<MaterialPlanTable>;
export type MaterialRequest = Selectable<MaterialRequestTable>;

/** The rules of the house; refuses where it has set none. */
export async function materialRulesOf(reading: Reading): Promise<MaterialRules> {
  const { materials } = await settingsOf(reading);
  if (!materials) throw new Refused('material.not_set_up');
  return materials;
}

/** Whoever moves stock of it waits for the other, so that nothing is issued twice. */
export async function lockMaterial(tx: Tx, id: Id<'material'>): Promise<Material> {
  const row = await tx.selectFrom('material').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw new NotFound('material.unknown');
  return row;
}

export async function lockRequest(
  tx: Tx,
  id: Id<'material_request'>,
): Promise<{ request: MaterialRequest; facts: RequestFacts }> {
  const request = await tx
    .selectFrom('material_request')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!request) throw new NotFound('material_request.unknown');
  const decided = await tx
    .selectFrom('material_decision')
    .select(['decision', 'quantity'])
    .where('request_id', '=', id)
    .executeTakeFirst();
  const { issued } = await tx
    .selectFrom('material_entry')
    .select((e) => e.fn.sum<string | null>('quantity').as('issued'))
    .where('request_id', '=', id)
    .where('sort', '=', 'issued')
    .executeTakeFirstOrThrow();
  const facts = { decision: decided?.decision ?? null, approved: decided?.quantity ?? 0, issued: -Number(issued ?? 0) };
  return { request, facts };
}

/** The departments whose material this reads, one's own first; none of an outside firm. */
export async function departmentsSeen(context: Context): Promise<Department[]> {
  const reach = reachOf(context.actor, 'material.see');
  if (!reach) return [];
  const own = new Set(context.actor.posts.map((post) => post.departmentId));
  const seen = [...(await departments(context)).values()].filter(
    ({ id, centre_id, closed_at, outsideFirm }) =>
      closed_at === null &&
      !outsideFirm &&
      (reach.all || reach.centres.includes(centre_id) || reach.departments.includes(id)),
  );
  return seen.toSorted((one, other) => Number(own.has(other.id)) - Number(own.has(one.id)));
}
