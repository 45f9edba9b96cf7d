import { sql } from 'kysely';
import { words } from '../../pack/shapes.ts';
import type { Measure } from './measure.ts';

export const satisfaction: Measure = {
  key: 'satisfaction',
  name: words('Satisfaction', '满意度', '滿意度'),
  formula: words(
    'Average of what customers said, from 1 to 5, of the tickets closed in the period; who said nothing is not counted.',
    '期内结单的单中客户评分（1 至 5 分）的平均值；未评价的不计。',
    '期內結案的事項中客戶評分（1 至 5 分）的平均值；未評價的不計。',
  ),
  numerator: words('Sum of the marks', '评分合计', '評分合計'),
  denominator: words('Customers who gave one', '参评客户', '評分的客戶'),
  source: 'ticket',
  basis: 'closed',
  unit: 'average',
  better: 'more',
  at: sql`t.closed_at`,
  counted: () => sql`t.stage_class = 'closed' and t.satisfaction is not null`,
  value: sql`t.satisfaction`,
};
