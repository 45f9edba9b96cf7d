/** What is told of the rota, of leave, and of shifts handed over. */
export const OF_SHIFTS = {
  'shift.week_told': { says: 'your shifts of a week are published', urgency: 'info', params: ['by', 'count', 'day'] },
  'leave.approved': { says: 'your leave was approved', urgency: 'info', params: ['by'] },
  'leave.refused': { says: 'your leave was refused', urgency: 'warn', params: ['by'] },
  'shift_note.handed_over': {
    says: 'a shift is handed over to you: accept it',
    urgency: 'warn',
    params: ['by', 'open'],
  },
  'shift_note.accepted': { says: 'your shift was accepted', urgency: 'info', params: ['by'] },
  'shift_note.remarked': {
    says: 'your shift was accepted, with a question or remark',
    urgency: 'warn',
    params: ['by'],
  },
} as const;
