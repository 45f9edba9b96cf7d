import type { Selectable } from 'kysely';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Thing } from '../organisation/can.ts';
import type { Context } from '../platform/context.ts';
import type { ImprovementTable } from './table.ts';

export type Improvement = Selectable<ImprovementTable>;

/** The action, locked for a change. */
export async function lockImprovement({ tx }: Context, id: Id<'improvement'>): Promise<Improvement> {
  const found = await tx.selectFrom('improvement').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  if (!found) throw new NotFound('improvement.unknown');
  return found;
}

/** Whom it concerns: who answers for it, who opened it, who checks, and the department; those who carry it out too, where given. */
export function thingOfImprovement(
  one: Pick<Improvement, 'addressee_id' | 'opened_by_id' | 'check_by_id' | 'department_id' | 'centre_id'>,
  doers: readonly Id<'person'>[] = [],
): Required<Thing> {
  return {
    people: [one.addressee_id, one.opened_by_id, one.check_by_id, ...doers],
    departments: [one.department_id],
    centreId: one.centre_id,
  };
}
