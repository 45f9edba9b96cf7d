import { sql } from 'kysely';
import { words } from '../../pack/shapes.ts';
import { OF_CONVERSATION } from './conditions.ts';
import type { Measure } from './measure.ts';

export const firstReplyTime: Measure = {
  key: 'first_reply_time',
  name: words('Time to the first reply to what is written', '来信首次回复用时', '來信首次回覆用時'),
  formula: words(
    'Median working time from the first message of a conversation or chat to our first reply, of the first replies given in the period, by the calendar of each. Cut by channel it says how quickly each is answered.',
    '期内作出的首次回复，自会话首条消息至首次回复的工作时长中位数，按各自日历计。按渠道细分即为各渠道的首次回复用时。',
    '期內作出的首次回覆，自對話首則訊息至首次回覆的工作時長中位數，按各自的工作日曆計。按管道細分即為各管道的首次回覆用時。',
  ),
  numerator: words('Median working time', '工作时长中位数', '工作時長中位數'),
  denominator: words('First replies given', '作出的首次回复', '作出的首次回覆'),
  source: 'commitment',
  basis: 'happened',
  unit: 'working_time',
  better: 'less',
  at: sql`c.settled_at`,
  counted: () => sql`${OF_CONVERSATION} and c.outcome in ('kept', 'late') and not exists (select from commitment earlier
    where earlier.subject_id = c.subject_id and earlier.kind = c.kind and (earlier.started_at, earlier.id) < (c.started_at, c.id))`,
};
