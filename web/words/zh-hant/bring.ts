import type { bring as english } from '../en/bring.ts';
import type { Translation } from '../words.ts';

export const bring: Translation<typeof english> = {
  title: '所需資料',
  form_original: '正本',
  form_copy: '影本',
  form_filled_in: '填寫本處表格',
  pieces: '{count} 份',
  each_of: '每{field}一份',
  optional: '如有請帶',
  state_brought: '已提交，待核驗',
  state_in_order: '合格',
  state_not_in_order: '不合格，請補交',
  state_none: '待提交',
};
