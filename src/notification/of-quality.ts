/** What is told of work that was scored, and of errors. */
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
  'custody.damaged': { says: 'something in custody is damaged: the report is there', urgency: 'warn', params: ['by'] },
  'custody.lost': { says: 'something in custody is lost: the report is there', urgency: 'warn', params: ['by'] },
} as const;
