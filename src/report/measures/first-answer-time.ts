import { sql } from 'kysely';
import { words } from '../../pack/shapes.ts';
import type { Measure } from './measure.ts';

export const firstAnswerTime: Measure = {
  key: 'first_answer_time',
  name: words('Time to the first answer', '首次答复用时', '首次回覆用時'),
  formula: words(
    "Median working time from opening to the first answer, of the answers given in the period, by each promise's own calendar; pauses do not count.",
    '期内作出的首次答复，自开立至答复的工作时长中位数，按各自日历计；暂停时段不计。',
    '期內作出的首次回覆，自開立至回覆的工作時長中位數，按各自的工作日曆計；暫停時段不計。',
  ),
  numerator: words('Median working time', '工作时长中位数', '工作時長中位數'),
  denominator: words('First answers given', '作出的首次答复', '作出的首次回覆'),
  source: 'commitment',
  basis: 'happened',
  unit: 'working_time',
  better: 'less',
  at: sql`c.settled_at`,
  counted: () => sql`c.kind = 'first_answer' and c.outcome in ('kept', 'late')`,
};
