import { sql } from 'kysely';
import { words } from '../../pack/shapes.ts';
import type { Measure } from './measure.ts';

export const contacts: Measure = {
  key: 'contacts',
  name: words('Contacts', '来访来电量', '來訪來電量'),
  formula: words(
    'Calls, visits and letters that reached us in the period, each once; what we began ourselves is not counted. By department, kind or function: that of the first matter it was about.',
    '期内客户来电、来访、来信等次数，每次计一；我方主动联系的不计。按部门、类型或职能时，取所涉首张单的。',
    '期內客戶來電、來訪、來信等次數，每次計一；我方主動聯繫的不計。按部門、類型或職能時，取所涉首件事項的。',
  ),
  numerator: words('Contacts that came in', '客户主动的接触', '客戶主動的接觸'),
  denominator: null,
  source: 'contact',
  basis: 'happened',
  unit: 'count',
  better: null,
  at: sql`c.at`,
  counted: () => sql`c.direction = 'in'`,
};
