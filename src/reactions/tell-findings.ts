import type { Id } from '../kernel/id.ts';
import { whoIsTold } from '../organisation/queries.ts';
import type { Reaction } from '../platform/context.ts';
import { tellOf } from './tell.ts';

/** A finding that is reported up reaches the superior of whoever found it (ESCL-03). */
export const reportFinding: Reaction = async (context, event) => {
  const { department, way } = event.data as { department: Id<'department'>; way: string };
  if (way !== 'reported_up') return;
  const above = await whoIsTold(context, { to: 'supervisor', ownerId: context.actor.personId });
  await tellOf(context, event, above, {
    type: 'finding.reported',
    params: { by: context.actor.personId, department },
  });
};
