import type { workOrders as english } from '../en/work-orders.ts';
import type { Translation } from '../words.ts';

export const workOrders: Translation<typeof english> = {
  count: '{count} 张工单',
  count_more: '{count} 张以上',
  subject: '工单',
  filter_state: '状态',
  state_open: '未完成',
  state_done: '已完工',
  filter_department: '部门',
  says_department: '属{name}',
  filter_person: '人员',
  says_person: '派给{name}',
  me: '我',
  filter_sort: '排序',
  sort_appointment: '按预约时间',
  sort_worst: '按剩余时间',
  number: '工单号',
  task: '工作内容',
  department: '部门',
  person: '派工人员',
  appointment: '预约上门',
  state: '进度',
  issued: '派单时间',
  nobody_yet: '尚未派人',
  none: '没有符合条件的工单',
  none_why: '派工后，工单会显示在这里。去掉筛选条件可看到更多。',
};
