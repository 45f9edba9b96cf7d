/** What is told of work that was scored, of errors, and of surveys. */
export const OF_QUALITY = {
  'quality_review.given': {
    says: 'your work was scored: so many lines were not in order',
    urgency: 'info',
    params: ['by', 'open'],
  },
  'error.repeated': {
    says: 'somebody under you made the same sort of error again',
    urgency: 'warn',
    params: ['person', 'count'],
  },
  'survey.evaluation_called': {
    says: 'you are called to evaluate a survey with others, and when',
    urgency: 'info',
    params: ['by', 'dueAt'],
  },
  'survey.submitted': { says: 'a survey with its analysis', urgency: 'info', params: ['by'] },
} as const;
