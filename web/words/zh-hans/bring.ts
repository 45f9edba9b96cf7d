import type { bring as english } from '../en/bring.ts';
import type { Translation } from '../words.ts';

export const bring: Translation<typeof english> = {
  title: '所需资料',
  form_original: '原件',
  form_copy: '复印件',
  form_filled_in: '填写本处表格',
  pieces: '{count} 份',
  each_of: '每{field}一份',
  optional: '如有请带',
  state_brought: '已提交，待核验',
  state_in_order: '合格',
  state_not_in_order: '不合格，请补交',
  state_none: '待提交',
};
