export const administration = {
  people: 'People',
  posts: 'Posts',
  departments: 'Departments',
  calendars: 'Calendars',
  limits: 'Limits',
  webhooks: 'Other systems',
} as const;
