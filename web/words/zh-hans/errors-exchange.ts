import type { exchangeErrors as english } from '../en/errors-exchange.ts';
import type { Translation } from '../words.ts';

export const exchangeErrors: Translation<typeof english> = {
  'list.unknown': '没有这个列表。',
  'list.cannot_be_narrowed_so': '此列表不能这样筛选。',
  'list.taken_out_already': '这次导出已经做过。',
  'list.taking_out_unknown': '没有这次导出。',
};
