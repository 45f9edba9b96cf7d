import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { words } from '../../pack/shapes.ts';
import { answeredInLimit, answeredWithin, JOINED } from '../../telephone/in-time.ts';
import type { Measure } from './measure.ts';

const ENDED_IN = sql`c.direction = 'in' and c.ended_at is not null`;
const WAITED = sql`extract(epoch from c.answered_at - ${JOINED})`;

const ofCalls = { source: 'call', basis: 'happened', at: sql`c.began_at` } as const;

/** CHAN-15: of the answered, the share by the ring that is the limit; by person and day. */
export const answeredInTime: Measure = {
  ...ofCalls,
  key: 'calls_in_time',
  name: words('Telephone answered in time', '电话及时接听率', '電話準時接聽率'),
  formula: words(
    'Of the incoming calls answered in the period whose rings are known, the share answered by the ring that is the limit (three rings unless the settings say otherwise), and, where seconds are set, within them. Calls registered by hand count with the rings written down.',
    '期内接听且已知响铃次数的来电中，在规定响铃次数内（未另设时为三声）接听的占比；另设秒数的，须同时在该秒数内。人工登记的来电按所记响铃次数计。',
    '期內接聽且已知響鈴次數的來電中，在規定響鈴次數內（未另設時為三聲）接聽的佔比；另設秒數的，須同時在該秒數內。人工登記的來電按所記響鈴次數計。',
  ),
  numerator: words('Answered within the limit', '限内接听的', '限內接聽的'),
  denominator: words('Answered calls', '已接听来电', '已接聽來電'),
  unit: 'share',
  better: 'more',
  counted: () => sql`${ENDED_IN} and c.rings is not null`,
  hit: ({ telephone }) => answeredInLimit(telephone),
};

export const serviceLevel: Measure = {
  ...ofCalls,
  key: 'service_level',
  name: words('Service level of the telephone', '电话服务水平', '電話服務水準'),
  formula: words(
    'X/T: of the incoming calls that an exchange told of in the period, the share answered within T seconds of joining the queue (20 unless the settings say otherwise). Calls abandoned within T seconds are left out; all others that were not answered count against it.',
    'X/T：期内话机系统报来的来电中，进入排队后 T 秒内（未另设时为 20 秒）接听的占比。T 秒内自行挂断的不计，其余未接的均计入分母。',
    'X/T：期內話務系統報來的來電中，進入排隊後 T 秒內（未另設時為 20 秒）接聽的佔比。T 秒內自行掛斷的不計，其餘未接的均計入分母。',
  ),
  numerator: words('Answered within T', 'T 秒内接听的', 'T 秒內接聽的'),
  denominator: words('Incoming calls', '来电', '來電'),
  unit: 'share',
  better: 'more',
  counted: ({ telephone }) => sql`${ENDED_IN} and c.system_id is not null and not (c.outcome = 'abandoned'
    and c.ended_at - ${JOINED} <= ${telephone.levelSeconds} * interval '1 second')`,
  hit: ({ telephone }) => answeredWithin(telephone.levelSeconds),
};

export const answerSpeed: Measure = {
  ...ofCalls,
  key: 'answer_speed',
  name: words('Average speed of answer', '平均接听速度（秒）', '平均接聽速度（秒）'),
  formula: words(
    'ASA: the average number of seconds from joining the queue to being answered, over the incoming calls answered in the period.',
    'ASA：期内已接听来电从进入排队到接听的平均秒数。',
    'ASA：期內已接聽來電從進入排隊到接聽的平均秒數。',
  ),
  numerator: words('Seconds waited', '等待秒数', '等待秒數'),
  denominator: words('Answered calls', '已接听来电', '已接聽來電'),
  unit: 'average',
  better: 'less',
  counted: () => sql`${ENDED_IN} and c.system_id is not null and c.answered_at is not null`,
  value: WAITED,
};

export const abandonment: Measure = {
  ...ofCalls,
  key: 'abandonment',
  name: words('Abandoned calls', '来电放弃率', '來電放棄率'),
  formula: words(
    'Of the incoming calls that an exchange told of in the period, the share in which the caller hung up before anybody answered.',
    '期内话机系统报来的来电中，接听前来电人自行挂断的占比。',
    '期內話務系統報來的來電中，接聽前來電人自行掛斷的佔比。',
  ),
  numerator: words('Hung up before an answer', '接听前挂断的', '接聽前掛斷的'),
  denominator: words('Incoming calls', '来电', '來電'),
  unit: 'share',
  better: 'less',
  counted: () => sql`${ENDED_IN} and c.system_id is not null`,
  hit: () => sql`c.outcome = 'abandoned'`,
};

/** Until a call is written down, in seconds, but never longer than half an hour: who forgets to write does not work all night. */
export const WRITTEN_WITHIN = (call: RawBuilder<unknown>) => sql`coalesce((
  select least(greatest(extract(epoch from e.recorded_at - ${call}.ended_at), 0), 1800) from event e
    where e.subject_id = ${call}.id and e.type = 'call.written_up' order by e.seq limit 1), 0)`;

const HANDLED = sql`extract(epoch from c.ended_at - c.answered_at) + ${WRITTEN_WITHIN(sql`c`)}`;

export const handleTime: Measure = {
  ...ofCalls,
  key: 'handle_time',
  name: words('Average handling time of a call', '平均通话处理时长（秒）', '平均通話處理時長（秒）'),
  formula: words(
    'AHT: the average number of seconds of talk, hold included, plus the wrap-up until the call is written down (at most 1800), over the calls answered in the period.',
    'AHT：期内已接通电话的平均处理秒数，含通话、保持及话后补记时间（补记最多计 1800 秒）。',
    'AHT：期內已接通電話的平均處理秒數，含通話、保留及話後補記時間（補記最多計 1800 秒）。',
  ),
  numerator: words('Seconds of talk and wrap-up', '通话与补记秒数', '通話與補記秒數'),
  denominator: words('Answered calls', '已接通电话', '已接通電話'),
  unit: 'average',
  better: 'less',
  counted: () => sql`c.ended_at is not null and c.system_id is not null and c.answered_at is not null`,
  value: HANDLED,
};

export const firstContact: Measure = {
  ...ofCalls,
  key: 'first_contact',
  name: words('Settled at the first contact', '首次接触解决率', '首次接觸解決率'),
  formula: words(
    'FCR: of the incoming calls written down in the period, the share after which the same customer did not reach us again within seven days about the same matter, or at all where none was opened. Calls of people not on file are left out.',
    'FCR：期内已补记的来电中，同一客户七天内未就同一事项再次联系我方的占比；未立单的，以七天内未再联系为准。未建档的来电人不计。',
    'FCR：期內已補記的來電中，同一客戶七天內未就同一事項再次聯繫我方的佔比；未立案的，以七天內未再聯繫為準。未建檔的來電人不計。',
  ),
  numerator: words('Not heard of again', '未再来电来访的', '未再來電來訪的'),
  denominator: words('Calls written down', '已补记来电', '已補記來電'),
  unit: 'share',
  better: 'more',
  counted: () => sql`${ENDED_IN} and c.contact_id is not null and c.customer_id is not null`,
  hit: () => sql`not exists (select from contact k where k.customer_id = c.customer_id and k.direction = 'in' and k.id <> c.contact_id
    and k.at > c.began_at and k.at < c.began_at + interval '7 days'
    and (not exists (select from contact_ticket own where own.contact_id = c.contact_id)
      or exists (select from contact_ticket own join contact_ticket again on again.ticket_id = own.ticket_id
        where own.contact_id = c.contact_id and again.contact_id = k.id)))`,
};
