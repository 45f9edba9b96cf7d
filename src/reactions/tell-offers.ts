import type { Id } from '../kernel/id.ts';
import { recallNotifications } from '../notification/commands/recall-notifications.ts';
import type { Reaction } from '../platform/context.ts';
import { giverOfOffer, giversNow } from './giver.ts';
import { tellOf } from './tell.ts';

type Offer = { from: Id<'person'>; to: Id<'person'>; way: string };

/** Whoever is offered a ticket hears of it; the giver stays accountable until he accepts (ESCL-06, ESCL-07). */
export const tellOffered: Reaction = async (context, event) => {
  const { from, to, way } = event.data as Offer;
  await tellOf(context, event, [to], { type: 'ticket.offered', params: { from, way } });
};

export const tellAccepted: Reaction = async (context, event) => {
  const { from, to } = event.data as Offer;
  await tellOf(context, event, [from], { type: 'ticket.accepted', params: { by: to } });
};

/** Refused, it is again the business of the one accountable, and of whoever gave it: a supervisor must send somebody else. */
export const tellRefused: Reaction = async (context, event) => {
  const { from, to } = event.data as Offer;
  const giver = await giverOfOffer(context, event.subject.id);
  await tellOf(context, event, [from, ...(giver ? await giversNow(context, giver) : [])], {
    type: 'ticket.offer_refused',
    params: { by: to },
  });
};

/** Withdrawn before it was delivered, the offer was never heard of; else it is taken back in words. */
export const takeOfferBack: Reaction = async (context, event) => {
  const { to } = event.data as { to: Id<'person'> };
  const told = await recallNotifications(context, { subjectId: event.subject.id, types: ['ticket.offered'] });
  await tellOf(
    context,
    event,
    told.filter((person) => person === to),
    { type: 'ticket.offer_withdrawn', params: { by: context.actor.personId } },
  );
};
