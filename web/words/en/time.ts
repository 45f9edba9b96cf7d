export const time = {
  now: 'now',
  in_minutes: 'in {count} min',
  minutes_ago: '{count} min ago',
  today: 'today {time}',
  tomorrow: 'tomorrow {time}',
  yesterday: 'yesterday {time}',
  under_a_minute: 'under 1 min',
  minutes: '{minutes} min',
  hours: '{hours} h',
  hours_minutes: '{hours} h {minutes} min',
  days: '{days|# day|# days}',
  days_hours: '{days} d {hours} h',
} as const;
