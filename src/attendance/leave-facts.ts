import type { Selectable } from 'kysely';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Context } from '../platform/context.ts';
import type { LeaveRequestTable } from './table.ts';

export type Leave = Selectable<LeaveRequestTable>;

export async function lockLeave({ tx }: Context, id: Id<'leave_request'>): Promise<Leave> {
  const found = await tx
    .selectFrom('leave_request')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!found) throw new NotFound('leave.unknown');
  return found;
}
