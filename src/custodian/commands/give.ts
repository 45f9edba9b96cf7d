import { customerById, orErased, thingOfCustomer } from '../../customer/facts.ts';
import type { Id } from '../../kernel/id.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { orNoSpecialist } from '../facts.ts';
import type { Give } from '../inputs.ts';
import { hand, lockAsSeen, take } from './hand.ts';

/** One customer is another specialist’s from now on, or nobody’s, with the reason (ASGN-01). */
export async function giveCustomer(context: Context, id: Id<'customer'>, { personId, seen, why }: Give): Promise<void> {
  await customerById(context.tx, id);
  orForbid(can(context.actor, 'customer.assign', await thingOfCustomer(context, id)));
  await orErased(context.tx, id);
  await lockAsSeen(context, [{ customerId: id, seen }]);
  if (personId === seen) return;
  if (personId === null) {
    await take(context, id, 'taken_away');
    await record(context, { subject: { type: 'customer', id }, type: 'customer.given', data: { to: null } });
    return;
  }
  await orNoSpecialist(context, [{ id: personId, path: 'personId' }]);
  await hand(context, { customerId: id, personId, seen }, { why, distributionId: null });
}
