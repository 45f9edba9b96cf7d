import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import { monthFigures, NOTHING_MOVED, plansInForce } from '../material/figures.ts';
import { lineStateOf, shortOf } from '../material/material.ts';
import { departmentNamed, departments } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { lastDayOf } from './custody.ts';
import { ofDepartment } from './service.ts';
import type { Span } from './statistics.ts';
import type { MaterialLine } from './summary.ts';

/** The plans of material of the month in which a period ends, as they stood at its end: what is short first (REPT-01). */
export async function materialsOf(context: Context, span: Span, before: Span): Promise<MaterialLine[]> {
  const lastDay = await lastDayOf(context, span);
  const month = lastDay.slice(0, 7);
  const now = await movedIn(context, span);
  const past = await movedIn(context, before);
  const inForce = await plansInForce(
    context.tx,
    sql`p.centre_id = ${span.centre_id} and p.month = ${`${month}-01`} and ${ofDepartment(span, 'p.department_id')}`,
  );
  const lines: MaterialLine[] = [];
  for (const departmentId of await departmentsWith(context, span, inForce)) {
    const plan = inForce.find(({ department_id }) => department_id === departmentId)?.lines ?? [];
    const figures = await monthFigures(context.tx, departmentId, month, lastDay);
    for (const materialId of new Set([...plan.map((one) => String(one.materialId)), ...figures.keys()])) {
      const planned = plan.find((one) => one.materialId === materialId);
      const { requested, received, issued, inStock } = figures.get(materialId) ?? NOTHING_MOVED;
      const short = shortOf({ planned: planned?.quantity ?? 0, received, issued, inStock });
      const key = `${departmentId} ${materialId}`;
      const counted = (side: 'received' | 'issued') => ({
        n: now.get(key)?.[side] ?? 0,
        before: past.get(key)?.[side] ?? 0,
      });
      lines.push({
        departmentId,
        materialId,
        planned: planned?.quantity ?? 0,
        neededBy: planned?.neededBy ?? null,
        requested,
        received,
        issued,
        inStock,
        short,
        late: lineStateOf(short, planned?.neededBy ?? lastDay, lastDay) === 'late',
        receivedNow: counted('received'),
        issuedNow: counted('issued'),
      });
    }
  }
  return lines.toSorted((one, other) => other.short - one.short || (one.materialId < other.materialId ? -1 : 1));
}

/** Departments that planned material for the month, asked for some or have had any. */
async function departmentsWith(
  context: Context,
  span: Span,
  inForce: readonly { department_id: Id<'department'> }[],
): Promise<Set<Id<'department'>>> {
  const { rows } = await sql<{ id: Id<'department'> }>`
    select distinct department_id as id from (
      select department_id, centre_id from material_entry union select department_id, centre_id from material_request) x
    where centre_id = ${span.centre_id} and ${ofDepartment(span, 'department_id')}`.execute(context.tx);
  return new Set([...inForce.map(({ department_id }) => department_id), ...rows.map(({ id }) => id)]);
}

type Moved = { received: number; issued: number };

/** What came in and was issued in a period, by department and material; days are of the centre's calendar. */
async function movedIn(context: Context, span: Span): Promise<ReadonlyMap<string, Moved>> {
  const { from, until } = await daysOf(context, span);
  const { rows } = await sql<Moved & { key: string }>`
    select department_id || ' ' || material_id as key, coalesce(sum(quantity) filter (where sort = 'received'), 0)::int as received,
      coalesce(-sum(quantity) filter (where sort = 'issued'), 0)::int as issued
    from material_entry where centre_id = ${span.centre_id} and on_day >= ${from} and on_day < ${until} group by 1`.execute(
    context.tx,
  );
  return new Map(rows.map(({ key, ...moved }) => [key, moved]));
}

/** The days of a period where the centre stands: the first, and the one after the last. */
async function daysOf(
  { tx }: Context,
  { centre_id, from_at, until_at }: Span,
): Promise<{ from: string; until: string }> {
  const { rows } = await sql<{ from: string; until: string }>`
    select to_char(${from_at}::timestamptz at time zone zone, 'YYYY-MM-DD') as "from",
      to_char(${until_at}::timestamptz at time zone zone, 'YYYY-MM-DD') as "until" from centre where id = ${centre_id}`.execute(
    tx,
  );
  return rows[0]!;
}

/** With the names of today and the way to the entries behind the numbers. */
export async function materialsIn(context: Context, span: Span, lines: readonly MaterialLine[]) {
  const known = await departments(context);
  const { rows } = await sql<{ id: string; name: string; unit: string }>`
    select id, name, unit from material where id = any(${lines.map(({ materialId }) => materialId)}::uuid[])`.execute(
    context.tx,
  );
  const called = new Map(rows.map((row) => [row.id, row]));
  const { until } = await daysOf(context, span);
  const month = (await lastDayOf(context, span)).slice(0, 7);
  return lines.map(({ departmentId, ...one }) => ({
    ...one,
    name: called.get(one.materialId)?.name ?? '',
    unit: called.get(one.materialId)?.unit ?? '',
    department: departmentNamed(known, departmentId as Id<'department'>),
    records: `/api/material-entries?${new URLSearchParams({ department: departmentId, material: one.materialId, from: `${month}-01`, until })}`,
  }));
}
