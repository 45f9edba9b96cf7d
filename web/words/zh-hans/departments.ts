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
  work_to: '工作交由',
  work_to_why:
    '未结工单、工作及承诺立即转交该部门，事项类型、服务项目和前台快捷登记也改由其承接。岗位须先行调整或停用。',
  preview_first: '尚未保存。请先查看对未结工作及相关规则的影响。',
  cannot: '目前不能应用。',
  moves: '应用后，未结工作及指向该部门的规则将一并转到所选部门。',
  open_tickets: '未结工单',
  open_orders: '未完成的派工',
  open_commitments: '进行中的承诺',
  people: '人员',
  posts: '岗位',
  kinds: '归其办理的事项类型',
  plans: '由其岗位执行的计划',
  offerings: '承接的服务项目',
  canned: '指向该部门的快捷登记',
  put_back_done: '原内容已载入表单，请先查看影响再应用。',
  is_closed_why: '须先调整其岗位；未结工作及相关规则转交其他部门。',
};
