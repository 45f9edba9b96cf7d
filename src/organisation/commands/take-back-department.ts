import type { Id } from '../../kernel/id.ts';
import { NotFound } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { can, orForbid } from '../can.ts';

/** A department or firm that was entered by mistake: as if it had not been added. What refers to it by now the database refuses. */
export async function takeBackDepartment(context: Context, id: Id<'department'>): Promise<void> {
  const { tx } = context;
  const one = await tx.selectFrom('department').select('centre_id').where('id', '=', id).forUpdate().executeTakeFirst();
  if (!one) throw new NotFound('department.unknown');
  orForbid(can(context.actor, 'people.edit', { centreId: one.centre_id, departments: [id] }));
  await tx.deleteFrom('department_version').where('department_id', '=', id).execute();
  await tx.deleteFrom('department').where('id', '=', id).execute();
  await record(context, { subject: { type: 'department', id }, type: 'department.taken_back' });
}
