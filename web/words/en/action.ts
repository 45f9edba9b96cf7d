export const action = {
  refused: '{label}: {reason}',
  undo: 'Undo',
  undo_last: 'Undo the last action',
  close: 'Close',
  back: 'Back',
} as const;
