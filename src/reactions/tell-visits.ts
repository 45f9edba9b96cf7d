import type { Id } from '../kernel/id.ts';
import { headOfDepartment } from '../organisation/queries.ts';
import type { Reaction } from '../platform/context.ts';
import { tellOf } from './tell.ts';

type Made = { department: Id<'department'> | null; satisfaction: number | null; fault: boolean };

/** What the customer said goes back to the department: its head reads and signs the slip (VISIT-11, VISIT-21). */
export const tellSlip: Reaction = async (context, event) => {
  const { department, satisfaction, fault } = event.data as Made;
  if (department === null) return;
  await tellOf(context, event, [await headOfDepartment(context, department)], {
    type: 'return_visit.to_sign',
    params: { by: context.actor.personId, satisfaction, fault },
  });
};
