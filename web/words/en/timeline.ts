export const timeline = {
  new: 'New since you last looked',
  recorded: 'recorded',
  show: 'Show',
} as const;
