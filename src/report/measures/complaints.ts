import { sql } from 'kysely';
import { words } from '../../pack/shapes.ts';
import { NOT_A_DUPLICATE } from './conditions.ts';
import type { Measure } from './measure.ts';

export const complaints: Measure = {
  key: 'complaints',
  name: words('Complaints', '投诉量', '投訴量'),
  formula: words(
    'Complaints opened in the period; duplicates are not counted.',
    '期内开立的投诉单数；重复的不计。',
    '期內開立的投訴數；重複的不計。',
  ),
  numerator: words('Complaints opened in the period', '期内开立的投诉', '期內開立的投訴'),
  denominator: null,
  source: 'ticket',
  basis: 'opened',
  unit: 'count',
  better: 'less',
  at: sql`t.opened_at`,
  counted: ({ complaints: keys }) => sql`t.kind = any(${keys}::text[]) and ${NOT_A_DUPLICATE}`,
};
