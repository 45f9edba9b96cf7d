import type { Id } from '../kernel/id.ts';
import type { Reaction } from '../platform/context.ts';
import { tellOf } from './tell.ts';

type Data = { sort: string; department: string; addressee: Id<'person'> | null; giver: Id<'person'> };

/** The person in charge hears what customers said (COMP-18, VISIT-23). */
export const tellFeedback: Reaction = async (context, event) => {
  const { sort, addressee } = event.data as Data;
  const type = sort === 'complaint' ? 'feedback.complaints' : 'feedback.opinion';
  await tellOf(context, event, [addressee], { type, params: { by: context.actor.personId } });
};

export const tellFeedbackAnswered: Reaction = async (context, event) => {
  const { department, giver } = event.data as Data;
  await tellOf(context, event, [giver], {
    type: 'feedback.answered',
    params: { by: context.actor.personId, department },
  });
};
