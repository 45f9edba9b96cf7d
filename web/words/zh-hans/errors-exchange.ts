import type { exchangeErrors as english } from '../en/errors-exchange.ts';
import type { Translation } from '../words.ts';

export const exchangeErrors: Translation<typeof english> = {
  'list.unknown': '没有这个列表。',
  'list.cannot_be_narrowed_so': '此列表不能这样筛选。',
  'list.taken_out_already': '这次导出已经做过。',
  'list.taking_out_unknown': '没有这次导出。',
  'webhook.url_malformed': '无法向此地址发送。',
  'webhook.url_not_https': '地址须以 https 开头。',
  'webhook.unknown': '没有这个连接。',
  'webhook.there_already': '此连接已存在。',
  'webhook.too_many': '已有 {most} 个连接，请先断开一个。',
  'webhook.off': '此连接已停用，请先启用。',
  'webhook.delivery_unknown': '这条发送记录已不存在。',
  'calendar_feed.unknown': '这个地址没有日历。',
  'calendar_feed.not_its_head': '只有部门负责人可以订阅部门日历。',
};
