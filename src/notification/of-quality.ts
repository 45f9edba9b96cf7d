/** What is told of work that was scored, of errors, findings and spot checks. */
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
  'finding.reported': { says: 'a finding is reported to you', urgency: 'warn', params: ['by', 'department'] },
  'spot_check.own_work': { says: 'records that the checker did himself', urgency: 'warn', params: ['by', 'open'] },
  'spot_check.completed': {
    says: 'a spot check is completed: of so many drawn so many had a fault',
    urgency: 'info',
    params: ['by', 'number', 'open'],
  },
} as const;
