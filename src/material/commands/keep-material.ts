import { json } from '../../kernel/json.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, Refused } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { centreOf } from '../../organisation/queries.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { lockMaterial } from '../facts.ts';
import type { AddMaterial, ChangeMaterial } from '../inputs.ts';
import type { FormerMaterial } from '../table.ts';

/** One more material that is planned, asked for and counted. The same id again adds nothing. */
export async function addMaterial(context: Context, input: AddMaterial): Promise<Id<'material'>> {
  const { tx, now } = context;
  const centreId = await centreOf(context);
  orForbid(can(context.actor, 'material.keep', { centreId, departments: ownDepartments(context) }));
  const id = input.id ?? newId<'material'>(now);
  if (await tx.selectFrom('material').select('id').where('id', '=', id).executeTakeFirst()) return id;
  await orWrong(context, input, null);
  const row = { ...columnsOf(input), centre_id: centreId, closed_at: null, by_id: actingPerson(context), at: now };
  await tx
    .insertInto('material')
    .values({ id, ...row })
    .execute();
  await record(context, { subject: { type: 'material', id }, type: 'material.added', data: { price: input.price } });
  return id;
}

/** What it is called, costs and is kept at may change; what it said before is kept with who changed it. */
export async function changeMaterial(context: Context, id: Id<'material'>, input: ChangeMaterial): Promise<void> {
  const { tx, now } = context;
  const material = await lockMaterial(tx, id);
  orForbid(can(context.actor, 'material.keep', { centreId: material.centre_id, departments: ownDepartments(context) }));
  await orWrong(context, input, id);
  const before: FormerMaterial = {
    name: material.name,
    unit: material.unit,
    costKind: material.cost_kind,
    price: Number(material.price),
    keepAtLeast: material.keep_at_least,
  };
  const { n } = await tx
    .selectFrom('material_change')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('material_id', '=', id)
    .executeTakeFirstOrThrow();
  const who = { by_id: actingPerson(context), at: now };
  await tx
    .insertInto('material_change')
    .values({ material_id: id, no: Number(n) + 1, before: json(before), ...who })
    .execute();
  const closed_at = input.closed ? (material.closed_at ?? now) : null;
  await tx
    .updateTable('material')
    .set({ ...columnsOf(input), closed_at })
    .where('id', '=', id)
    .execute();
  await record(context, { subject: { type: 'material', id }, type: 'material.changed', data: { price: input.price } });
}

/** Whoever keeps material of one department keeps the register that all share. */
const ownDepartments = ({ actor }: Context) => actor.posts.map((post) => post.departmentId);

function columnsOf({ name, unit, costKind, price, keepAtLeast }: ChangeMaterial | AddMaterial) {
  return { name, unit, cost_kind: costKind, price, keep_at_least: keepAtLeast };
}

async function orWrong(
  context: Context,
  input: AddMaterial | ChangeMaterial,
  id: Id<'material'> | null,
): Promise<void> {
  const { costKinds = [] } = await settingsOf(context);
  if (!costKinds.some(({ key }) => key === input.costKind))
    throw new Invalid('budget.line_unknown', { path: 'costKind', line: input.costKind });
  const twin = await context.tx
    .selectFrom('material')
    .select('id')
    .where('closed_at', 'is', null)
    .where((e) => e(e.fn<string>('lower', ['name']), '=', input.name.toLowerCase()))
    .where((e) => e(e.fn<string>('lower', ['unit']), '=', input.unit.toLowerCase()))
    .executeTakeFirst();
  if (twin && twin.id !== id) throw new Refused('material.exists', { name: input.name });
}
