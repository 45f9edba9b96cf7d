export const action = {
  refused: '{label}: {reason}',
  undo: 'Undo',
  undo_last: 'Undo the last action',
  close: 'Close',
  back: 'Back',
  leave_as_it_is: 'Leave as it is',
} as const;
