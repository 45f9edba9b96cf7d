import type { Id } from '../kernel/id.ts';
import type { Right, Scope } from '../organisation/rights.ts';
import { firstCentre } from '../organisation/house.ts';
import { whoIsTold } from '../organisation/queries.ts';
import type { Context } from '../platform/context.ts';

const RIGHTS: Partial<Record<Right, Scope>> = {
  'ticket.see': 'organisation',
  'ticket.open': 'organisation',
  'ticket.handle': 'organisation',
  'contact.record': 'organisation',
};

/**
 * What a customer sends in is taken in for whoever stands at the front desk now: he is accountable for it from this moment. The
 * journal says that the customer did it. Nobody signed in lends his rights to it, whoever's browser it came from.
 */
export async function forCustomer(context: Context): Promise<Context> {
  const { id: centreId } = await firstCentre(context);
  const [desk] = await whoIsTold(context, { to: 'front_desk', centreId });
  if (!desk) throw new Error('nobody works here');
  const post = { id: '' as Id<'post'>, key: '', role: 'front_desk', departmentId: null, centreId, rights: RIGHTS };
  return { ...context, actor: { personId: desk, name: '', posts: [post] }, onBehalfOf: 'customer' };
}
