import { sql } from 'kysely';
import { words } from '../../pack/shapes.ts';
import { FELL_DUE } from './conditions.ts';
import { kept } from './kept.ts';
import type { Measure } from './measure.ts';

export const firstAnswer: Measure = {
  ...kept,
  key: 'first_answer',
  name: words('First answer in time', '首次答复及时率', '首次回覆準時率'),
  formula: words(
    'Of the first answers that fell due in the period, the share given in time. A reply that only sends the customer elsewhere is no answer.',
    '期内到期的首次答复中按时答复的占比。只把客户推给别处的回复不算答复。',
    '期內到期的首次回覆中準時回覆的佔比。只把客戶推給別處的回覆不算。',
  ),
  numerator: words('Answered in time', '按时答复的', '準時回覆的'),
  denominator: words('First answers that fell due', '到期的首次答复', '到期的首次回覆'),
  counted: ({ now }) => sql`c.kind = 'first_answer' and ${FELL_DUE(now)}`,
};
