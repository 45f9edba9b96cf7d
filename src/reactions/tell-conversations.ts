import type { Id } from '../kernel/id.ts';
import type { Reaction } from '../platform/context.ts';
import { ticketById } from '../ticket/facts.ts';
import { tellOf } from './tell.ts';

/** Whoever answers in a conversation hears that the customer wrote again. */
export const tellReceived: Reaction = async (context, event) => {
  const { to } = event.data as { to: Id<'person'> | null };
  await tellOf(context, event, [to], { type: 'conversation.received', params: { by: context.actor.personId } });
};

/** Who was asked aside wrote back: whoever asked hears of it, and whoever has the matter. */
export const tellAside: Reaction = async (context, event) => {
  const { to } = event.data as { to: Id<'person'> | null };
  const { owner_id } = await ticketById(context.tx, event.ticketId!);
  await tellOf(context, event, [to, owner_id], { type: 'conversation.aside_received', params: {} });
};

/** Whoever is named in a note hears of it. */
export const tellMentioned: Reaction = async (context, event) => {
  const { mentions = [] } = event.data as { mentions?: Id<'person'>[] };
  await tellOf(context, event, mentions, { type: 'conversation.mentioned', params: { by: context.actor.personId } });
};

/** Given by somebody else, it is in his list, and he hears of it. */
export const tellTaken: Reaction = async (context, event) => {
  const { to } = event.data as { to: Id<'person'> | null };
  await tellOf(context, event, [to], { type: 'conversation.taken', params: { by: context.actor.personId } });
};

/** What one wrote did not reach anybody: one must know, for the customer still waits. */
export const tellNotSent: Reaction = async (context, event) => {
  const { to } = event.data as { to: Id<'person'> | null };
  const type = event.type as 'conversation.failed' | 'conversation.bounced';
  await tellOf(context, event, [to], { type, params: {} });
};
