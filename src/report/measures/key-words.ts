import type { Words } from '../../kernel/words.ts';
import { words } from '../../pack/shapes.ts';

/** Channels as figures and papers call them. */
export const CHANNEL_NAMES: Readonly<Record<string, Words>> = {
  phone: words('Phone', '来电', '來電'),
  visit: words('Visit', '来访', '來訪'),
  counter: words('Counter', '前台', '櫃檯'),
  letter: words('Letter', '来函', '來函'),
  email: words('Mail', '邮件', '電郵'),
  chat: words('Chat', '在线咨询', '線上諮詢'),
  wechat: words('WeChat', '微信', '微信'),
  sms: words('Text message', '短信', '簡訊'),
  complaint_line: words('Complaint line', '投诉热线', '投訴專線'),
  emergency_line: words('Emergency line', '应急热线', '緊急專線'),
  other: words('Other way', '其他渠道', '其他管道'),
};

/** How long what is open has been so, by the clock. */
export const AGE_NAMES: Readonly<Record<string, Words>> = {
  day_1: words('Up to 1 day', '1 天以内', '1 天以內'),
  days_3: words('1 to 3 days', '1 至 3 天', '1 至 3 天'),
  days_7: words('3 to 7 days', '3 至 7 天', '3 至 7 天'),
  days_30: words('7 to 30 days', '7 至 30 天', '7 至 30 天'),
  older: words('More than 30 days', '30 天以上', '30 天以上'),
};
