import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Reaction } from '../platform/context.ts';
import { beginCurrentSurveys, followQuestionnaires } from '../survey/commands/begin-surveys.ts';
import { tellOf } from './tell.ts';

/** A centre owes the rounds of its first periods from its first day (SURV-02, SURV-13). */
export const beginFirstSurveys: Reaction = (context) => beginCurrentSurveys(context);

export const followChangedQuestionnaires: Reaction = (context) => followQuestionnaires(context);

/** Whoever is to take part hears when the group meets (SURV-09). */
export const tellEvaluation: Reaction = async (context, event) => {
  const { people, meetsAt } = event.data as { people: Id<'person'>[]; meetsAt: Instant };
  const params = { by: context.actor.personId, dueAt: meetsAt };
  await tellOf(context, event, people, { type: 'survey.evaluation_called', params });
};

/** It goes to the post that its questionnaire names (SURV-05). */
export const tellSubmittedSurvey: Reaction = async (context, event) => {
  const { addressees } = event.data as { addressees: Id<'person'>[] };
  const params = { by: context.actor.personId };
  await tellOf(context, event, addressees, { type: 'survey.submitted', params });
};
