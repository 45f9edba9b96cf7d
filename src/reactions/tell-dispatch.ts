import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Reaction } from '../platform/context.ts';
import { tellOf } from './tell.ts';

type Person = Id<'person'>;
type Order = { to: Person; givenBy: Person; dueAt: Instant | null };

/** Whoever is sent in an emergency hears of it at once, at night too (SAFE-06). */
export const tellSent: Reaction = async (context, event) => {
  const { to, dueAt } = event.data as Order;
  await tellOf(context, event, [to], { type: 'dispatch.given', params: { by: context.actor.personId, dueAt } });
};

const BACK = { 'dispatch.taken': true, 'dispatch.declined': true, 'dispatch.done': true } as const;

/** Whoever gave the order hears that it was taken, cannot be done, or is done. */
export const tellGiver: Reaction = async (context, event) => {
  const { givenBy } = event.data as Order;
  const params = { by: context.actor.personId };
  await tellOf(context, event, [givenBy], { type: event.type as keyof typeof BACK, params });
};

export const tellRecalled: Reaction = async (context, event) => {
  const { to } = event.data as Order;
  await tellOf(context, event, [to], { type: 'dispatch.recalled', params: { by: context.actor.personId } });
};
