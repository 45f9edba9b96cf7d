/** What is told of work that was scored, of errors, and of corrective actions. */
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
  'improvement.opened': { says: 'a corrective action for your department', urgency: 'warn', params: ['by', 'number'] },
  'improvement.measure': { says: 'a measure is yours to carry out', urgency: 'warn', params: ['by', 'number'] },
  'improvement.carried_out': {
    says: 'every measure is carried out: look whether it worked',
    urgency: 'warn',
    params: ['number'],
  },
  'improvement.worked': { says: 'a corrective action worked', urgency: 'info', params: ['by', 'number'] },
  'improvement.did_not_work': {
    says: 'a corrective action did not work: other measures are owed',
    urgency: 'urgent',
    params: ['by', 'number'],
  },
  'improvement.recurred': {
    says: 'what a corrective action was to prevent happened again',
    urgency: 'urgent',
    params: ['number'],
  },
} as const;
