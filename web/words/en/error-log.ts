/** Errors made, and what was learnt from them. */
export const errorLog = {
  log: 'Log an error',
  logged: 'Logged.',
  none: 'No errors were logged',
  none_why:
    'Log what went wrong and what is learnt from it; the same kind again is marked, and the superior hears of it.',
  person: 'Whose',
  sort: 'Kind of error',
  again: 'Time {n} of this kind',
  repetition: 'Repetition',
  repeated_only: 'Made before',
  what: 'What went wrong',
  what_needed: 'Say what went wrong.',
  lesson: 'What is learnt',
  lesson_needed: 'Say what is learnt from it.',
  ticket: 'Ticket',
  at: 'When',
  by: 'Logged by',
} as const;
