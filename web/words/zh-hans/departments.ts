import type { departments as english } from '../en/departments.ts';
import type { Translation } from '../words.ts';

export const departments: Translation<typeof english> = {
  every: '部门与外单位',
  add: '添加部门',
  edit: '编辑{name}',
  heads: '负责人',
  calendar: '工作日历',
  calendar_why: '适用于此后作出的承诺。',
  calendar_needed: '须选择工作日历。',
  on_duty: '在岗',
  outside_firm: '外单位',
  is_outside_firm: '属外单位',
  is_closed: '停用',
  is_closed_why: '须无岗位、无未结工作、无事项类型归其办理。',
};
