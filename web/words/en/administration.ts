export const administration = {
  people: 'People',
  posts: 'Posts',
  departments: 'Departments',
  calendars: 'Calendars',
  limits: 'Limits',
} as const;
