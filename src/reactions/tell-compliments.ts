import type { Id } from '../kernel/id.ts';
import { whoIsTold } from '../organisation/queries.ts';
import type { Reaction } from '../platform/context.ts';
import { ticketById } from '../ticket/facts.ts';
import { tellOf } from './tell.ts';

type PassedOn = { people: Id<'person'>[]; departments: Id<'department'>[] };

/** A compliment reaches those it is about, and who stands over them (RECP-16). */
export const tellCompliment: Reaction = async (context, event) => {
  const { people, departments } = event.data as PassedOn;
  const { centre_id: centreId } = await ticketById(context.tx, event.subject.id);
  const by = context.actor.personId;
  await tellOf(context, event, people, { type: 'compliment.yours', params: { by } });
  const heads: Id<'person'>[] = [];
  for (const ownerId of people) heads.push(...(await whoIsTold(context, { to: 'supervisor', ownerId, centreId })));
  for (const departmentId of departments)
    heads.push(...(await whoIsTold(context, { to: 'department_head', departmentId, centreId })));
  const others = heads.filter((head) => !people.includes(head));
  await tellOf(context, event, others, { type: 'compliment.of_yours', params: { by } });
};
