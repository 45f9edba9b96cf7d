import type { Id } from '../kernel/id.ts';
import type { Context } from '../platform/context.ts';
import type { MonthFigures } from './figures.ts';
import { monthFigures, NOTHING_MOVED } from './figures.ts';
import type { PlannedMaterial } from './material.ts';
import { lineStateOf, shortOf } from './material.ts';
import type { namesFor } from './named.ts';
import { materialIn } from './named.ts';
import type { PlanLineView } from './view.ts';

export type Called = ReadonlyMap<string, { name: string; unit: string; price: number }>;

export async function calledIn({ tx }: Pick<Context, 'tx'>): Promise<Called> {
  const rows = await tx.selectFrom('material').select(['id', 'name', 'unit', 'price']).execute();
  return new Map(rows.map(({ id, name, unit, price }) => [id, { name, unit, price: Number(price) }]));
}

type Of = {
  departmentId: Id<'department'>;
  month: string;
  inForce: readonly PlannedMaterial[];
  waiting: readonly PlannedMaterial[] | null;
  today: string;
};

/** What was planned beside what became of it, and whatever else was asked for or moved in the month; the short first. */
export async function planLines(
  context: Context,
  { departmentId, month, inForce, waiting, today }: Of,
  names: Awaited<ReturnType<typeof namesFor>>,
): Promise<PlanLineView[]> {
  const figures = await monthFigures(context.tx, departmentId, month);
  const called = await calledIn(context);
  const isTouched = ({ requested, approved, received, issued }: MonthFigures) =>
    requested + approved + received + issued !== 0;
  const touched = [...figures].flatMap(([id, one]) => (isTouched(one) ? [id] : []));
  const ids = new Set([...inForce, ...(waiting ?? [])].map(({ materialId }) => String(materialId)).concat(touched));
  const lines = [...ids].map((id): PlanLineView => {
    const plan = inForce.find(({ materialId }) => materialId === id);
    const moved = figures.get(id) ?? NOTHING_MOVED;
    const { requested, approved, received, issued, inStock, paid } = moved;
    const planned = plan?.quantity ?? 0;
    const short = shortOf({ planned, received, issued, inStock });
    const { name, unit, price: usual } = called.get(id)!;
    const price = plan?.price ?? usual;
    return {
      material: materialIn({ material_id: id as Id<'material'>, name, unit }),
      planned,
      asked: waiting ? (waiting.find(({ materialId }) => materialId === id)?.quantity ?? 0) : null,
      price,
      neededBy: plan?.neededBy ?? null,
      person: names.person(plan?.personId ?? null),
      requested,
      approved,
      received,
      issued,
      inStock,
      short,
      state: lineStateOf(short, plan?.neededBy ?? today, today),
      cost: planned * price,
      paid,
      saved: received * price - paid,
    };
  });
  return lines.toSorted((one, other) => other.short - one.short || (one.material.name < other.material.name ? -1 : 1));
}
