/** Who else has a ticket before him now. */
export const presence = {
  looking: '{name} is looking',
  typing: '{name} is writing',
  unsaved: '{name} has unsent words',
  somebody: 'Somebody',
} as const;
