import type { Id } from '../kernel/id.ts';
import { whyNotStillNamed } from '../customer/still-named.ts';
import { whoIsTold } from '../organisation/queries.ts';
import type { Reaction } from '../platform/context.ts';
import { tellOf } from './tell.ts';

/**
 * A customer was erased and is still named in other people's matters. Whoever erased him sees that in the report and decides; at
 * night nobody did, and elsewhere he may not: there the centre manager hears of it.
 */
export const tellStillNamed: Reaction = async (context, event) => {
  const open = await context.tx
    .selectFrom('still_named')
    .select(['centre_id', (e) => e.fn.countAll<number>().as('n')])
    .where('customer_id', '=', event.subject.id as Id<'customer'>)
    .where('decided_at', 'is', null)
    .groupBy('centre_id')
    .execute();
  const { actor } = context;
  for (const { centre_id: centreId, n } of open) {
    if (actor.personId !== null && whyNotStillNamed(actor, centreId) === null) continue;
    const managers = await whoIsTold(context, { to: 'centre_manager', centreId });
    await tellOf(context, event, managers, { type: 'customer.still_named', params: { open: Number(n) } });
  }
};
