import { sql } from 'kysely';
import { words } from '../../pack/shapes.ts';
import type { Measure } from './measure.ts';

export const late: Measure = {
  key: 'late',
  name: words('Late and owed', '逾期未履约', '逾期未履行'),
  formula: words(
    'Promises whose deadline had passed at the last moment of the period and that were still owed then; paused and cancelled ones are not counted.',
    '期末时点已过时限而仍未履行的承诺数；暂停与取消的不计。',
    '期末時點已過時限而仍未履行的承諾數；暫停與取消的不計。',
  ),
  numerator: words('Promises late at that moment', '该时点逾期的承诺', '該時點逾期的承諾'),
  denominator: null,
  source: 'commitment',
  basis: 'standing',
  unit: 'count',
  better: 'less',
  at: null,
  counted: ({ standing }) => sql`c.due_at < ${standing} and c.state in ('running', 'kept', 'late')
    and (c.settled_at is null or c.settled_at >= ${standing})`,
};
