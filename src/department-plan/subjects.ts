import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Context } from '../platform/context.ts';
import type { CostSubject } from './department-plan.ts';

export type Costed = { departmentId: Id<'department'>; centreId: Id<'centre'>; at: Instant };

/** Of which department what costs something is, and when it is due; an item that stands in no plan of a department is not there. */
export async function costedThing({ tx }: Context, type: CostSubject, id: string): Promise<Costed> {
  if (type === 'training_session') {
    const row = await tx
      .selectFrom('training_session')
      .select(['department_id', 'centre_id', 'from_at'])
      .where('id', '=', id as Id<'training_session'>)
      .forNoKeyUpdate()
      .executeTakeFirst();
    if (!row) throw new NotFound('training.session_unknown');
    return { departmentId: row.department_id, centreId: row.centre_id, at: row.from_at };
  }
  const row = await tx
    .selectFrom('work_item')
    .select(['department_id', 'centre_id', 'due_at'])
    .where('id', '=', id as Id<'work_item'>)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row?.department_id) throw new NotFound('work_item.unknown');
  return { departmentId: row.department_id, centreId: row.centre_id, at: row.due_at };
}
