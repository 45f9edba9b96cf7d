import { sql } from 'kysely';
import { words } from '../../pack/shapes.ts';
import type { Measure } from './measure.ts';
import { open } from './open.ts';

/** Days, by the clock, after which an open ticket counts as old. */
export const OLD_AFTER_DAYS = 7;

export const ageing: Measure = {
  key: 'ageing',
  name: words('Open for more than 7 days', '超过 7 天未结占比', '逾 7 天未結案佔比'),
  formula: words(
    'Of the tickets open at the last moment of the period, the share opened more than 7 days (by the clock) before it.',
    '期末时点未结的单中，开立已超过 7 个自然日的占比。',
    '期末時點未結案的事項中，開立已逾 7 個日曆天的佔比。',
  ),
  numerator: words('Open for more than 7 days', '开立超过 7 天的', '開立逾 7 天的'),
  denominator: words('Tickets open at that moment', '该时点未结的单', '該時點未結案的事項'),
  source: 'ticket',
  basis: 'standing',
  unit: 'share',
  better: 'less',
  at: null,
  counted: open.counted,
  hit: ({ standing }) => sql`t.opened_at < ${standing} - make_interval(hours => ${OLD_AFTER_DAYS * 24}::int)`,
};
