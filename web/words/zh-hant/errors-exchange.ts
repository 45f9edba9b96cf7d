import type { exchangeErrors as english } from '../en/errors-exchange.ts';
import type { Translation } from '../words.ts';

export const exchangeErrors: Translation<typeof english> = {
  'list.unknown': '沒有這個清單。',
  'list.cannot_be_narrowed_so': '此清單不能這樣篩選。',
  'list.taken_out_already': '這次匯出已經做過。',
  'list.taking_out_unknown': '沒有這次匯出。',
};
