import { sql } from 'kysely';
import { OWED_AS } from '../../arrival/arrival.ts';
import { words } from '../../pack/shapes.ts';
import { FELL_DUE } from './conditions.ts';
import { kept } from './kept.ts';
import type { Measure } from './measure.ts';

const OF_COUNTER = sql`c.kind = ${sql.lit(OWED_AS)}`;

export const waitingTime: Measure = {
  key: 'visitor_wait',
  name: words('Waiting time at the counter', '前台等候时间', '櫃檯等候時間'),
  formula: words(
    'Median time within reception hours from when a visitor was taken down to when he was received, of the visitors received in the period. Whoever left unserved after his limit counts until he left; whoever left before it is not counted.',
    '期内接待的来访人，自登记到访至开始接待在接待时间内的时长中位数。超时未接待离开的计至离开时，未超时自行离开的不计。',
    '期內接待的訪客，自登記到訪至開始接待在接待時間內的時長中位數。逾時未受接待離開的計至離開時，未逾時自行離開的不計。',
  ),
  numerator: words('Median waiting time', '等候时长中位数', '等候時長中位數'),
  denominator: words('Visitors received', '接待的来访人', '接待的訪客'),
  source: 'commitment',
  basis: 'happened',
  unit: 'working_time',
  better: 'less',
  at: sql`c.settled_at`,
  counted: () => sql`${OF_COUNTER} and c.outcome in ('kept', 'late')`,
};

export const receivedInTime: Measure = {
  ...kept,
  key: 'visitors_in_time',
  name: words('Visitors received in time', '来访及时接待率', '訪客準時接待率'),
  formula: words(
    'Of the visitors whose time to be received fell in the period, the share received within the limit of the settings, ten minutes unless changed.',
    '期内到期应接待的来访人中，在设定时限（默认十分钟）内接待的占比。',
    '期內到期應接待的訪客中，在設定時限（預設十分鐘）內接待的佔比。',
  ),
  numerator: words('Received within the limit', '时限内接待的', '時限內接待的'),
  denominator: words('Visitors to be received', '应接待的来访人', '應接待的訪客'),
  counted: ({ now }) => sql`${OF_COUNTER} and ${FELL_DUE(now)}`,
};
