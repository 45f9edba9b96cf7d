/** What has to be brought for a matter: for the house and for customers. */
export const bring = {
  title: 'What to bring',
  form_original: 'original',
  form_copy: 'copy',
  form_filled_in: 'our form, filled in',
  pieces: '{count} pieces',
  each_of: 'one for each: {field}',
  optional: 'if you have it',
  state_brought: 'handed in, to be checked',
  state_in_order: 'in order',
  state_not_in_order: 'to be brought anew',
  state_none: 'to be brought',
} as const;
