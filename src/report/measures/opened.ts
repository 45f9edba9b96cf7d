import { sql } from 'kysely';
import { words } from '../../pack/shapes.ts';
import type { Measure } from './measure.ts';
import { NOT_A_DUPLICATE } from './conditions.ts';

export const opened: Measure = {
  key: 'opened',
  name: words('Taken in', '受理量', '受理量'),
  formula: words(
    'Tickets opened in the period; one that turned out a duplicate is not counted.',
    '期内开立的单数；判定为重复的不计。',
    '期內開立的事項數；判定為重複的不計。',
  ),
  numerator: words('Tickets opened in the period', '期内开立的单', '期內開立的事項'),
  denominator: null,
  source: 'ticket',
  basis: 'opened',
  unit: 'count',
  better: null,
  at: sql`t.opened_at`,
  counted: () => NOT_A_DUPLICATE,
};
