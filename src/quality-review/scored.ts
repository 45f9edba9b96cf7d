import type { Id } from '../kernel/id.ts';
import { Invalid, NotFound } from '../kernel/refusal.ts';
import { can, orForbid } from '../organisation/can.ts';
import { orNotHere } from '../organisation/here.ts';
import { firstCentre } from '../organisation/house.ts';
import { readStaff } from '../organisation/staff.ts';
import { complaintKeys } from '../pack/kinds.ts';
import type { Scorecard } from '../pack/scorecards.ts';
import type { Context } from '../platform/context.ts';
import { allowToSee, ticketById } from '../ticket/facts.ts';
import type { GiveReview } from './inputs.ts';

/** Whose work is looked at, and where it was done. */
export type Scored = {
  personId: Id<'person'>;
  centreId: Id<'centre'>;
  departments: Id<'department'>[];
  contactId: Id<'contact'> | null;
  ticketId: Id<'ticket'> | null;
  fromDay: string | null;
  untilDay: string | null;
};

const OF_NOTHING = { contactId: null, ticketId: null, fromDay: null, untilDay: null };

/** By what the scorecard is for. Refuses what is missing for it, and what somebody may not see. */
export async function whatIsScored(context: Context, of: Scorecard['of'], given: GiveReview): Promise<Scored> {
  if (of === 'contact') return ofContact(context, given.contactId);
  if (of === 'complaint') return ofComplaint(context, given.ticketId);
  const person = await ofPerson(context, given.personId);
  if (of === 'person') return person;
  const { fromDay, untilDay } = given;
  if (fromDay === undefined || untilDay === undefined || untilDay < fromDay)
    throw new Invalid('quality_review.period_missing', { path: 'untilDay' });
  return { ...person, fromDay, untilDay };
}

async function ofContact(context: Context, id: Id<'contact'> | undefined): Promise<Scored> {
  if (id === undefined) throw new Invalid('quality_review.contact_missing', { path: 'contactId' });
  const contact = await context.tx
    .selectFrom('contact')
    .select(['by_id', 'centre_id'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!contact) throw new NotFound('contact.unknown');
  orForbid(can(context.actor, 'ticket.see', { people: [contact.by_id], centreId: contact.centre_id }));
  const { departments } = await worksAt(context, contact.by_id);
  const about = await context.tx
    .selectFrom('contact_ticket')
    .select('ticket_id')
    .where('contact_id', '=', id)
    .orderBy('ticket_id')
    .executeTakeFirst();
  return {
    ...OF_NOTHING,
    personId: contact.by_id,
    centreId: contact.centre_id,
    departments,
    contactId: id,
    ticketId: about?.ticket_id ?? null,
  };
}

async function ofComplaint(context: Context, id: Id<'ticket'> | undefined): Promise<Scored> {
  if (id === undefined) throw new Invalid('quality_review.ticket_missing', { path: 'ticketId' });
  const ticket = await ticketById(context.tx, id);
  await allowToSee(context, ticket);
  if (!(await complaintKeys(context)).includes(ticket.kind))
    throw new Invalid('quality_review.no_complaint', { path: 'ticketId' });
  const { departments } = await worksAt(context, ticket.owner_id);
  return { ...OF_NOTHING, personId: ticket.owner_id, centreId: ticket.centre_id, departments, ticketId: ticket.id };
}

async function ofPerson(context: Context, id: Id<'person'> | undefined): Promise<Scored> {
  if (id === undefined) throw new Invalid('quality_review.person_missing', { path: 'personId' });
  await orNotHere(context.tx, [id], 'personId');
  return { ...OF_NOTHING, personId: id, ...(await worksAt(context, id)) };
}

/** In which centre and departments somebody works, by the posts he holds; else those he deputises. */
export async function worksAt(
  context: Context,
  id: Id<'person'>,
): Promise<{ centreId: Id<'centre'>; departments: Id<'department'>[] }> {
  const { posts, given } = await readStaff(context);
  const his = given.filter(({ personId }) => personId === id);
  const held = his.flatMap(({ postId }) => posts.get(postId) ?? []);
  return {
    centreId: held[0]?.centreId ?? (await firstCentre(context)).id,
    departments: [...new Set(held.flatMap(({ departmentId }) => departmentId ?? []))],
  };
}
