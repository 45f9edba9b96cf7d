import type { exchangeErrors as english } from '../en/errors-exchange.ts';
import type { Translation } from '../words.ts';

export const exchangeErrors: Translation<typeof english> = {
  'list.unknown': '沒有這個清單。',
  'list.cannot_be_narrowed_so': '此清單不能這樣篩選。',
  'list.taken_out_already': '這次匯出已經做過。',
  'list.taking_out_unknown': '沒有這次匯出。',
  'webhook.url_malformed': '無法送到此網址。',
  'webhook.url_not_https': '網址須以 https 開頭。',
  'webhook.unknown': '沒有這個連線。',
  'webhook.there_already': '此連線已存在。',
  'webhook.too_many': '已有 {most} 個連線，請先中止一個。',
  'webhook.off': '此連線已停用，請先啟用。',
  'webhook.delivery_unknown': '這筆送出紀錄已不存在。',
  'calendar_feed.unknown': '這個網址沒有日曆。',
  'calendar_feed.not_its_head': '只有部門主管可以訂閱部門日曆。',
};
