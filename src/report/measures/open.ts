import { sql } from 'kysely';
import { words } from '../../pack/shapes.ts';
import type { Measure } from './measure.ts';

export const open: Measure = {
  key: 'open',
  name: words('Open load', '在办量', '處理中數量'),
  formula: words(
    'Tickets opened before the last moment of the period and not closed by then; of a period that still runs, as of now.',
    '期末时点已开立而尚未结单的单数；本期未完时以当前时点计。',
    '期末時點已開立而尚未結案的事項數；本期未完時以目前時點計。',
  ),
  numerator: words('Tickets open at that moment', '该时点未结的单', '該時點未結案的事項'),
  denominator: null,
  source: 'ticket',
  basis: 'standing',
  unit: 'count',
  better: 'less',
  at: null,
  counted: ({ standing }) => sql`t.opened_at < ${standing} and (t.closed_at is null or t.closed_at >= ${standing})`,
};
