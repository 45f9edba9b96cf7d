import type { Id } from '../kernel/id.ts';
import { holdersOf } from '../organisation/queries.ts';
import type { Reaction } from '../platform/context.ts';
import { tellOf } from './tell.ts';

type Handed = { post: Id<'post'>; by: Id<'person'>; to: Id<'person'> | null; open: number };

/** Whoever is to take it hears of it; where nobody was named, everybody else at the post does. */
export const tellShiftHanded: Reaction = async (context, event) => {
  const { post, by, to, open } = event.data as Handed;
  const people = to === null ? await holdersOf(context, { postId: post }) : [to];
  await tellOf(context, event, people, { type: 'shift_note.handed_over', params: { by, open } });
};

type Accepted = { by: Id<'person'>; handedBy: Id<'person'>; remarked: boolean };

/** Whoever handed it over hears that it was accepted, and of a question he may still answer. */
export const tellShiftAccepted: Reaction = async (context, event) => {
  const { by, handedBy, remarked } = event.data as Accepted;
  const type = remarked ? 'shift_note.remarked' : 'shift_note.accepted';
  await tellOf(context, event, [handedBy], { type, params: { by } });
};
