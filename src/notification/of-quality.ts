/** What is told of work that was scored, of errors, findings and spot checks, and of training. */
/** What is told of work that was scored, of errors, and of surveys. */
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
  'finding.reported': { says: 'a finding is reported to you', urgency: 'warn', params: ['by', 'department'] },
  'spot_check.own_work': { says: 'records that the checker did himself', urgency: 'warn', params: ['by', 'open'] },
  'spot_check.completed': {
    says: 'a spot check is completed: of so many drawn so many had a fault',
    urgency: 'info',
    params: ['by', 'number', 'open'],
  },
  'training.invited': { says: 'you are to come to a training session', urgency: 'info', params: ['by', 'dueAt'] },
  'training.moved': {
    says: 'a training session of yours is at another time',
    urgency: 'warn',
    params: ['by', 'dueAt'],
  },
  'training.cancelled': { says: 'a training session of yours is cancelled', urgency: 'info', params: ['by', 'dueAt'] },
  'training.coach': { says: 'you are the coach of a new member', urgency: 'warn', params: ['person', 'dueAt'] },
  'training.name_coach': { says: 'a new member needs a coach', urgency: 'warn', params: ['person', 'dueAt'] },
  'training.complete': { says: 'a member completed his pre-job training', urgency: 'info', params: ['person'] },
  'training.not_alone': {
    says: 'work was given to somebody who does not work alone yet',
    urgency: 'warn',
    params: ['person'],
  },
  'custody.damaged': { says: 'something in custody is damaged: the report is there', urgency: 'warn', params: ['by'] },
  'custody.lost': { says: 'something in custody is lost: the report is there', urgency: 'warn', params: ['by'] },
  'survey.evaluation_called': {
    says: 'you are called to evaluate a survey with others, and when',
    urgency: 'info',
    params: ['by', 'dueAt'],
  },
  'survey.submitted': { says: 'a survey with its analysis', urgency: 'info', params: ['by'] },
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
