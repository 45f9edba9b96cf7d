import { askNewHolder } from '../duty-statement/commands/state-duties.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { recallNotifications } from '../notification/commands/recall-notifications.ts';
import type { Reaction } from '../platform/context.ts';
import { tellOf } from './tell.ts';

type Person = Id<'person'>;
type Given = { to: Person; dueAt: Instant };

/** Whoever has something new to do hears of it, given or moved to him (ASGN-06, ASGN-07). */
export const tellItem: Reaction = async (context, event) => {
  const { to, dueAt } = event.data as Given;
  await tellOf(context, event, [to], { type: 'work_item.given', params: { by: context.actor.personId, dueAt } });
};

export const tellSentBack: Reaction = async (context, event) => {
  const { to, dueAt } = event.data as Given;
  await tellOf(context, event, [to], { type: 'work_item.sent_back', params: { by: context.actor.personId, dueAt } });
};

/** Completion reaches whoever gave it, who says that he knows. */
export const tellReported: Reaction = async (context, event) => {
  const { by, to } = event.data as { by: Person; to: Person | null };
  await tellOf(context, event, [to], { type: 'work_plan.reported', params: { by }, acknowledge: true });
};

export const tellDutiesAsked: Reaction = async (context, event) => {
  const { person } = event.data as { person: Person };
  await tellOf(context, event, [person], { type: 'duties.asked', params: { by: context.actor.personId } });
};

/** Asked by a file that was taken back: what has not been delivered yet never will be. */
export const recallDutiesAsked: Reaction = async (context, { subject }) => {
  await recallNotifications(context, { subjectId: subject.id, types: ['duties.asked'] });
};

/** A new holder of a post confirms its duties as they stand (ASGN-03); who deputises holds none. */
export const askNewcomer: Reaction = async (context, event) => {
  const { postId, deputyRank } = event.data as { postId: Id<'post'>; deputyRank: number | null };
  if (deputyRank === null) await askNewHolder(context, postId, event.subject.id as Person);
};

/** Who is told of a disturbance hears of it by that, and says that he knows. */
export const tellDisturbance: Reaction = async (context, event) => {
  const { told } = event.data as { told: Person[] };
  const params = { by: context.actor.personId };
  await tellOf(context, event, told, { type: 'disturbance.recorded', params, acknowledge: true });
};
