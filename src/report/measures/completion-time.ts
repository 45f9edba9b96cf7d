import { sql } from 'kysely';
import { words } from '../../pack/shapes.ts';
import { firstAnswerTime } from './first-answer-time.ts';
import type { Measure } from './measure.ts';

export const completionTime: Measure = {
  ...firstAnswerTime,
  key: 'completion_time',
  name: words('Time to completion', '办结用时', '解決用時'),
  formula: words(
    "Median working time from opening to resolving, of what was resolved in the period, by each promise's own calendar; pauses do not count.",
    '期内办结的单，自开立至办结的工作时长中位数，按各自日历计；暂停时段不计。',
    '期內解決的事項，自開立至解決的工作時長中位數，按各自的工作日曆計；暫停時段不計。',
  ),
  denominator: words('Completions', '办结次数', '解決次數'),
  counted: () => sql`c.kind = 'complete' and c.outcome in ('kept', 'late')`,
};
