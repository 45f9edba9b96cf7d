export const period = {
  filter: 'Period',
  today: 'today',
  week: 'in the last 7 days',
  month: 'this month',
  last_month: 'last month',
  year: 'this year',
  quarter_of: 'Q{quarter} {year}',
  year_of: '{year}',
} as const;
