import { sql } from 'kysely';
import { words } from '../../pack/shapes.ts';
import type { Measure } from './measure.ts';
import { opened } from './opened.ts';

export const completion: Measure = {
  ...opened,
  key: 'completion',
  name: words('Completed', '办结率', '解決率'),
  formula: words(
    'Of the tickets opened in the period, the share that is resolved or closed as of now. Declined and withdrawn ones stay in the denominator; duplicates are not counted.',
    '期内开立的单中，目前已办结或结单的占比。谢绝与撤回的留在分母；重复的不计。',
    '期內開立的事項中，目前已解決或結案的佔比。婉拒與撤回的留在分母；重複的不計。',
  ),
  numerator: words('Resolved or closed', '已办结或结单', '已解決或結案'),
  denominator: words('Tickets opened in the period', '期内开立的单', '期內開立的事項'),
  unit: 'share',
  better: 'more',
  hit: () => sql`t.stage_class in ('resolved', 'closed')`,
};
