/** What is told of the files of staff: to whom it concerns, and what it is about stands there only. */
export const OF_STAFF = {
  'staff.assessed': {
    says: 'your work of a period was assessed: read and confirm it',
    urgency: 'info',
    params: ['by'],
  },
  'staff.assessment_confirmed': { says: 'somebody confirmed how you assessed him', urgency: 'info', params: ['by'] },
  'staff.breach_recorded': {
    says: 'a breach of discipline of yours was recorded: say what happened',
    urgency: 'warn',
    params: ['by'],
  },
  'staff.breach_stated': { says: 'somebody said what happened', urgency: 'info', params: ['by'] },
  'staff.breach_decided': { says: 'what follows a breach of yours was decided', urgency: 'warn', params: ['by'] },
  'staff.move_proposed': { says: 'a proposal about staff to decide', urgency: 'warn', params: ['by'] },
  'staff.move_decided': {
    says: 'what you proposed about staff was decided',
    urgency: 'info',
    params: ['by', 'verdict'],
  },
  'staff.move_yours': { says: 'it was decided where you stand', urgency: 'warn', params: ['by'] },
  'staff.move_stuck': {
    says: 'an appointment could not be given effect on its day',
    urgency: 'urgent',
    params: ['person'],
  },
} as const;
