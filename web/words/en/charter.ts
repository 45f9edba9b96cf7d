/** What the house stands for. */
export const charter = {
  tenet: 'Tenet',
  goal: 'Goal',
  customers: 'For whom',
  values: 'Values',
  values_why: 'One a line; the same line in each language is the same value.',
  change: 'Change the wording',
  write: 'Say what the house stands for',
  why: 'Why it is changed',
  changed: 'Changed; everybody reads it so.',
} as const;
