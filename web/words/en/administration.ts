export const administration = {
  people: 'People',
  posts: 'Posts',
  departments: 'Departments',
  calendars: 'Calendars',
  limits: 'Limits',
  kinds: 'Kinds',
  journal: 'Journal',
  looks: 'Who looked',
  words: 'Words',
  configuration: 'As a file',
  pack: 'New in the pack',
  webhooks: 'Other systems',
} as const;
