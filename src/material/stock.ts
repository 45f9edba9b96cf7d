import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { z } from 'zod';
import { can } from '../organisation/can.ts';
import { centreOf } from '../organisation/queries.ts';
import { settingsOf } from '../pack/settings.ts';
import type { Context } from '../platform/context.ts';
import type { Material } from './facts.ts';
import { departmentsSeen } from './facts.ts';
import type { MaterialsQuery } from './inputs.ts';
import { namesFor } from './named.ts';
import type { MaterialChangeTable } from './table.ts';
import type { MaterialView, materialsOut } from './view.ts';

type Row = Omit<Material, 'price'> & { price: number; stock: number };

/** Every material with what lies in stock of it, in the departments that one sees; what is to be replenished says so (ASST-06). */
export async function listMaterials(context: Context, query: MaterialsQuery): Promise<z.input<typeof materialsOut>> {
  const seen = (await departmentsSeen(context)).map(({ id }) => id);
  const within = query.department ? seen.filter((id) => id === query.department) : seen;
  const wanted = [sql`true`];
  if (query.q) wanted.push(sql`strpos(lower(m.name), lower(${query.q})) > 0`);
  if (query.low) wanted.push(sql`m.closed_at is null and s.stock < m.keep_at_least`);
  const { rows } = await sql<Row>`
    select m.*, m.price::float8 as price, s.stock from material m
    cross join lateral (select coalesce(sum(e.quantity), 0)::int as stock from material_entry e
      where e.material_id = m.id and e.department_id = any(${within}::uuid[])) s
    where ${sql.join(wanted, sql` and `)} order by m.closed_at is not null, lower(m.name), m.id`.execute(context.tx);
  const names = await namesFor(context);
  const changes = Map.groupBy(await changesOf(context), (one) => one.material_id);
  const { costKinds = [] } = await settingsOf(context);
  const departments = context.actor.posts.map((post) => post.departmentId);
  const may = can(context.actor, 'material.keep', { centreId: await centreOf(context), departments });
  const items = rows.map((row): MaterialView => ({
    id: row.id,
    name: row.name,
    unit: row.unit,
    costKind: names.costKind(row.cost_kind),
    price: row.price,
    currency: names.currency,
    keepAtLeast: row.keep_at_least,
    stock: row.stock,
    low: row.closed_at === null && row.stock < row.keep_at_least,
    closed: row.closed_at !== null,
    changes: (changes.get(row.id) ?? []).map(({ before, by_id, at }) => ({ ...before, by: names.person(by_id), at })),
    can: { change: may },
  }));
  return { items, costKinds: costKinds.map(({ key }) => names.costKind(key)), can: { add: may } };
}

function changesOf({ tx }: Context): Promise<Selectable<MaterialChangeTable>[]> {
  return tx.selectFrom('material_change').selectAll().orderBy('no', 'desc').execute();
}
