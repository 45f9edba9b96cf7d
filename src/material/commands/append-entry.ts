import type { Insertable } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { MaterialEntryTable } from '../table.ts';

type Row = Insertable<MaterialEntryTable>;
type Needed = 'id' | 'centre_id' | 'department_id' | 'material_id' | 'sort' | 'quantity' | 'on_day';
type NewEntry = Pick<Row, Needed> & { [Key in Exclude<keyof Row, Needed | 'by_id' | 'at'>]?: Row[Key] | undefined };

/** Entered already under this id. */
export async function isWritten({ tx }: Context, id: Id<'material_entry'>): Promise<boolean> {
  return (await tx.selectFrom('material_entry').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

/** One more entry of a material whose row is locked. */
export async function appendEntry(context: Context, entry: NewEntry): Promise<void> {
  const { sort, quantity, department_id, material_id } = entry;
  await context.tx
    .insertInto('material_entry')
    .values({
      ...entry,
      request_id: entry.request_id ?? null,
      person_id: entry.person_id ?? null,
      supplier: entry.supplier ?? '',
      cost: entry.cost ?? 0,
      expense_id: entry.expense_id ?? null,
      corrects_id: entry.corrects_id ?? null,
      because: entry.because ?? '',
      by_id: actingPerson(context),
      at: context.now,
    })
    .execute();
  await record(context, {
    subject: { type: 'material', id: material_id },
    type: `material.${sort}`,
    data: { entry: entry.id, quantity, departmentId: department_id },
  });
}
