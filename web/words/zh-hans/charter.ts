import type { charter as english } from '../en/charter.ts';
import type { Translation } from '../words.ts';

export const charter: Translation<typeof english> = {
  tenet: '宗旨',
  goal: '目标',
  customers: '服务对象',
  values: '价值观',
  values_why: '每行一项，各语言的同一行对应同一项。',
  change: '修改',
  write: '填写宗旨与价值观',
  why: '修改原因',
  changed: '已修改，所有员工可见。',
};
