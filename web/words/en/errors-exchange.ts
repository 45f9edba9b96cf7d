export const exchangeErrors = {
  'list.unknown': 'There is no list of this name.',
  'list.cannot_be_narrowed_so': 'This list cannot be narrowed like this.',
  'list.taken_out_already': 'This has been taken out already.',
  'list.taking_out_unknown': 'This is not there.',
} as const;
