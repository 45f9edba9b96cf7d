import type { Selectable } from 'kysely';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import { can, orForbid } from '../organisation/can.ts';
import type { Context } from '../platform/context.ts';
import type { ArrivalTable } from './table.ts';

export type Arrival = Selectable<ArrivalTable>;

/** The visitor, locked, for whoever takes things in where he stands. */
export async function lockArrival({ tx, actor }: Context, id: Id<'arrival'>): Promise<Arrival> {
  const one = await tx.selectFrom('arrival').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!one) throw new NotFound('arrival.unknown');
  orForbid(can(actor, 'contact.record', { people: [actor.personId], departments: [], centreId: one.centre_id }));
  return one;
}
