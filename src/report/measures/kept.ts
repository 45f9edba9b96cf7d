import { sql } from 'kysely';
import { words } from '../../pack/shapes.ts';
import { FELL_DUE, KEPT } from './conditions.ts';
import type { Measure } from './measure.ts';

export const kept: Measure = {
  key: 'kept',
  name: words('Kept in time', '按时履约率', '準時履行率'),
  formula: words(
    'Of the promises that fell due in the period, the share kept in time, by the verdict as it stands now. Run out and still owed counts as missed; paused, cancelled and not yet due ones are not counted.',
    '期内到期的承诺中按时履行的占比，以当前判定为准。已到期仍未履行计为未按时；暂停、取消与尚未到期的不计。',
    '期內到期的承諾中準時履行的佔比，以目前判定為準。已到期仍未履行計為未準時；暫停、取消與尚未到期的不計。',
  ),
  numerator: words('Kept in time', '按时履行的', '準時履行的'),
  denominator: words('Promises that fell due', '到期的承诺', '到期的承諾'),
  source: 'commitment',
  basis: 'due',
  unit: 'share',
  better: 'more',
  at: sql`c.due_at`,
  counted: ({ now }) => FELL_DUE(now),
  hit: () => KEPT,
};
