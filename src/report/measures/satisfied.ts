import { sql } from 'kysely';
import { words } from '../../pack/shapes.ts';
import type { Measure } from './measure.ts';
import { satisfaction } from './satisfaction.ts';

export const satisfied: Measure = {
  key: 'satisfied',
  name: words('Satisfied customers', '满意率', '滿意率'),
  formula: words(
    'Of the customers who gave a mark on tickets closed in the period, the share of 4 or 5.',
    '期内结单且客户评分的单中，评 4 分或 5 分的占比。',
    '期內結案且客戶評分的事項中，評 4 分或 5 分的佔比。',
  ),
  numerator: words('Marks of 4 or 5', '4 分或 5 分', '4 分或 5 分'),
  denominator: words('Customers who gave one', '参评客户', '評分的客戶'),
  source: 'ticket',
  basis: 'closed',
  unit: 'share',
  better: 'more',
  at: satisfaction.at,
  counted: satisfaction.counted,
  hit: () => sql`t.satisfaction >= 4`,
};
