import { sql } from 'kysely';
import { words } from '../../pack/shapes.ts';
import { WRITTEN_WITHIN } from './calls.ts';
import type { Measure } from './measure.ts';

/** Each moment counts once, though he may have written down one call while he spoke in the next. */
const WORKED = sql`(select coalesce(extract(epoch from sum(upper(r) - lower(r))), 0) from unnest((
  select range_agg(tstzrange(k.answered_at, k.ended_at + ${WRITTEN_WITHIN(sql`k`)} * interval '1 second'))
    * tstzmultirange(tstzrange(c.since, c.until))
  from phone_call k where k.answered_by_id = c.person_id and k.system_id is not null and k.answered_at < c.until
    and k.ended_at > c.since - interval '30 minutes')) as r)`;

export const occupancy: Measure = {
  key: 'occupancy',
  name: words('Occupancy at the telephone', '话务占用率', '話務佔用率'),
  formula: words(
    'Of the time for which people were signed in at the telephone, ready or paused, the share in which they worked on a call: talk and hold, plus the wrap-up until the call is written down (at most 1800 seconds). Stretches that began in the period and have ended.',
    '期内开始且已结束的话务在席时段（就绪或暂停）中，处理通话的时间占比：通话、保持及话后补记（补记最多计 1800 秒）。',
    '期內開始且已結束的話務在席時段（就緒或暫停）中，處理通話的時間佔比：通話、保留及話後補記（補記最多計 1800 秒）。',
  ),
  numerator: words('Seconds of talk, hold and wrap-up', '通话、保持与补记秒数', '通話、保留與補記秒數'),
  denominator: words('Stretches signed in', '在席时段', '在席時段'),
  source: 'telephone_state',
  basis: 'happened',
  at: sql`c.since`,
  unit: 'time_share',
  better: null,
  counted: () => sql`c.until is not null`,
  value: WORKED,
  span: sql`extract(epoch from c.until - c.since)`,
};
