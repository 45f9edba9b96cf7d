import type { charter as english } from '../en/charter.ts';
import type { Translation } from '../words.ts';

export const charter: Translation<typeof english> = {
  tenet: '宗旨',
  goal: '目標',
  customers: '服務對象',
  values: '價值觀',
  values_why: '每行一項，各語言的同一行對應同一項。',
  change: '修改',
  write: '填寫宗旨與價值觀',
  why: '修改原因',
  changed: '已修改，所有員工可見。',
};
