import type { departments as english } from '../en/departments.ts';
import type { Translation } from '../words.ts';

export const departments: Translation<typeof english> = {
  every: '部門與外部廠商',
  add: '新增部門',
  edit: '編輯{name}',
  heads: '主管',
  calendar: '工作日曆',
  calendar_why: '適用於此後作出的承諾。',
  calendar_needed: '須選擇工作日曆。',
  on_duty: '值勤中',
  outside_firm: '外部廠商',
  is_outside_firm: '屬外部廠商',
  is_closed: '停用',
  is_closed_why: '須無職位、無未結工作、無事項類型歸其辦理。',
};
