import type { Selectable } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Actor } from '../organisation/can.ts';
import { can, orForbid } from '../organisation/can.ts';
import type { Context } from '../platform/context.ts';
import type { ArrivalTable } from './table.ts';

export type Arrival = Selectable<ArrivalTable>;

/** Whoever takes things in at a centre receives who comes there. */
export function whyNotReceive(actor: Actor, centreId: Id<'centre'>): Refusal | null {
  return can(actor, 'contact.record', { people: [actor.personId], departments: [], centreId });
}

/** The visitor, locked, for whoever takes things in where he stands. */
export async function lockArrival({ tx, actor }: Context, id: Id<'arrival'>): Promise<Arrival> {
  const one = await tx.selectFrom('arrival').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!one) throw new NotFound('arrival.unknown');
  orForbid(whyNotReceive(actor, one.centre_id));
  return one;
}
