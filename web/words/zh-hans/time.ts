import type { time as english } from '../en/time.ts';
import type { Translation } from '../words.ts';

export const time: Translation<typeof english> = {
  now: '现在',
  in_minutes: '{count} 分钟后',
  minutes_ago: '{count} 分钟前',
  today: '今天 {time}',
  tomorrow: '明天 {time}',
  yesterday: '昨天 {time}',
  under_a_minute: '不到 1 分钟',
  minutes: '{minutes} 分钟',
  hours: '{hours} 小时',
  hours_minutes: '{hours} 小时 {minutes} 分',
  days: '{days} 天',
  days_hours: '{days} 天 {hours} 小时',
};
