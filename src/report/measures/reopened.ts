import { sql } from 'kysely';
import { words } from '../../pack/shapes.ts';
import type { Measure } from './measure.ts';
import { opened } from './opened.ts';

export const reopened: Measure = {
  ...opened,
  key: 'reopened',
  name: words('Reopened', '重开率', '重啟率'),
  formula: words(
    'Of the tickets opened in the period, the share that was opened again at least once since; each counts once, however often. Duplicates are not counted.',
    '期内开立的单中，此后至少重开过一次的占比；多次重开只计一次，重复的不计。',
    '期內開立的事項中，此後至少重啟過一次的佔比；多次重啟只計一次，重複的不計。',
  ),
  numerator: words('Opened again', '重开过的', '重啟過的'),
  denominator: words('Tickets opened in the period', '期内开立的单', '期內開立的事項'),
  unit: 'share',
  better: 'less',
  hit: () => sql`t.reopened_count > 0`,
};
