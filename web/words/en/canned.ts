/** The requests that come most often, each on a key of the front desk. */
export const canned = {
  title: 'What callers want most often',
  often: 'What most callers want',
  change: 'Change these',
  changed: 'The keys of the front desk are changed.',
  why: 'Why they are changed',
  lately: 'What came in the last 90 days',
  lately_why: 'Counted by kind and by what was chosen first',
  times: '{count|once|# times}',
  add: 'Put {name} on a key',
  there: 'It stands on a key already',
  full: 'Twelve at most: take one away first',
  remove: 'Take {name} away',
  name_in: 'Name, {language}',
} as const;
