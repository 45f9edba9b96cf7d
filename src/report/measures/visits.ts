import { sql } from 'kysely';
import { words } from '../../pack/shapes.ts';
import type { Measure } from './measure.ts';

export const visits: Measure = {
  key: 'visits',
  name: words('Return visits made', '回访率', '回訪率'),
  formula: words(
    'Of the return visits that came to be owed in the period, the share in which the customer was asked. Declined, not reached and still due ones stay in the denominator; those dropped because the matter was opened again do not.',
    '期内产生的应回访中，已回访到客户的占比。客户谢绝、未接通与尚待回访的留在分母；因重开而作废的不计。',
    '期內產生的應回訪中，已訪問到客戶的佔比。客戶婉拒、未接通與尚待回訪的留在分母；因重啟而作廢的不計。',
  ),
  numerator: words('Made', '已回访', '已回訪'),
  denominator: words('Return visits that came to be owed', '应回访', '應回訪'),
  source: 'return_visit',
  basis: 'happened',
  unit: 'share',
  better: 'more',
  at: sql`v.created_at`,
  counted: () => sql`v.state <> 'dropped'`,
  hit: () => sql`v.state = 'made'`,
};
