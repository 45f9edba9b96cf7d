import type { Id } from '../kernel/id.ts';
import type { Reaction } from '../platform/context.ts';
import { tellOf } from './tell.ts';

/** Whoever answers in a conversation hears that the customer wrote again. */
export const tellReceived: Reaction = async (context, event) => {
  const { to } = event.data as { to: Id<'person'> | null };
  await tellOf(context, event, [to], { type: 'conversation.received', params: { by: context.actor.personId } });
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
