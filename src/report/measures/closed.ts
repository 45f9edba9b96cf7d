import { sql } from 'kysely';
import { words } from '../../pack/shapes.ts';
import type { Measure } from './measure.ts';

export const closed: Measure = {
  key: 'closed',
  name: words('Closed', '结单量', '結案量'),
  formula: words(
    'Tickets closed in the period; declined, withdrawn and duplicate ones are not counted.',
    '期内结单的单数；谢绝、撤回与重复的不计。',
    '期內結案的事項數；婉拒、撤回與重複的不計。',
  ),
  numerator: words('Tickets closed in the period', '期内结单的单', '期內結案的事項'),
  denominator: null,
  source: 'ticket',
  basis: 'closed',
  unit: 'count',
  better: null,
  at: sql`t.closed_at`,
  counted: () => sql`t.stage_class = 'closed'`,
};
