import { sql } from 'kysely';
import { words } from '../../pack/shapes.ts';
import { OF_CHAT } from './conditions.ts';
import { firstReplyTime } from './first-reply-time.ts';
import type { Measure } from './measure.ts';

export const chatReplyTime: Measure = {
  ...firstReplyTime,
  key: 'chat_reply_time',
  name: words('Reply time in chats', '在线咨询回复用时', '線上對話回覆用時'),
  formula: words(
    'Median working time from when a visitor of a chat began to wait for a word to the word, of the replies given in the period. Cut by person it is the reply speed of each of us.',
    '期内作出的在线咨询回复，自访客开始等待至得到回复的工作时长中位数。按人员细分即为每人的回复速度。',
    '期內作出的線上對話回覆，自訪客開始等候至得到回覆的工作時長中位數。按人員細分即為每人的回覆速度。',
  ),
  denominator: words('Replies given in chats', '作出的在线咨询回复', '作出的線上對話回覆'),
  counted: () => sql`${OF_CHAT} and c.outcome in ('kept', 'late')`,
};
