import type { workOrders as english } from '../en/work-orders.ts';
import type { Translation } from '../words.ts';

export const workOrders: Translation<typeof english> = {
  count: '{count} 張工單',
  count_more: '{count} 張以上',
  subject: '工單',
  filter_state: '狀態',
  state_open: '未完成',
  state_done: '已完工',
  filter_department: '部門',
  says_department: '屬{name}',
  filter_person: '人員',
  says_person: '派給{name}',
  me: '我',
  filter_sort: '排序',
  sort_appointment: '依預約時間',
  sort_worst: '依剩餘時間',
  number: '工單編號',
  task: '工作內容',
  department: '部門',
  person: '派工人員',
  appointment: '預約到府',
  state: '進度',
  issued: '派工時間',
  nobody_yet: '尚未派人',
  none: '沒有符合條件的工單',
  none_why: '派工後，工單會顯示在這裡。移除篩選條件可看到更多。',
};
