import { sql } from 'kysely';
import { words } from '../../pack/shapes.ts';
import { FELL_DUE, OF_CHAT } from './conditions.ts';
import { kept } from './kept.ts';
import type { Measure } from './measure.ts';

export const chatReply: Measure = {
  ...kept,
  key: 'chat_reply',
  name: words('Replies in chats within the limit', '在线咨询及时回复率', '線上對話準時回覆率'),
  formula: words(
    'Of the replies in chats that fell due in the period, the share given within the limit of the settings, five minutes unless changed.',
    '期内到期的在线咨询回复中，在设定时限（默认五分钟）内作出的占比。',
    '期內到期的線上對話回覆中，在設定時限（預設五分鐘）內作出的佔比。',
  ),
  numerator: words('Given within the limit', '时限内回复的', '時限內回覆的'),
  denominator: words('Replies in chats that fell due', '到期的在线咨询回复', '到期的線上對話回覆'),
  counted: ({ now }) => sql`${OF_CHAT} and ${FELL_DUE(now)}`,
};
