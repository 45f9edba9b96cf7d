import type { period as english } from '../en/period.ts';
import type { Translation } from '../words.ts';

export const period: Translation<typeof english> = {
  filter: '期間',
  today: '今天',
  week: '近 7 天',
  month: '本月',
  last_month: '上個月',
  year: '今年',
  quarter_of: '{year}年第{quarter}季',
  year_of: '{year}年度',
};
