export const period = {
  filter: 'Period',
  today: 'today',
  week: 'in the last 7 days',
  month: 'this month',
  last_month: 'last month',
  year: 'this year',
} as const;
