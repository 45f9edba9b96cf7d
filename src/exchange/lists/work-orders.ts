import { listWorkOrders, workOrdersQuery } from '../../work-order/list.ts';
import { ORDER_STAGES, URGENCIES } from '../codes.ts';
import { listOut, words } from '../list-out.ts';

export const workOrders = listOut({
  key: 'work-orders',
  name: words('Work orders', '工单', '工單'),
  admits: 'work_order.see',
  query: workOrdersQuery,
  read: listWorkOrders,
  columns: [
    { key: 'number', name: words('Number', '单号', '單號'), value: (row) => `${row.number}-${row.no}` },
    { key: 'task', name: words('Task', '工作内容', '工作內容'), width: 40, value: (row) => row.task },
    { key: 'title', name: words('Matter', '事项', '事項'), width: 40, value: (row) => row.title },
    { key: 'kind', name: words('Kind', '类型', '類型'), value: (row, say) => say.words(row.kind.name) },
    { key: 'stage', name: words('Stage', '阶段', '階段'), value: (row, say) => say.code(ORDER_STAGES, row.stage) },
    {
      key: 'urgency',
      name: words('Urgency', '紧急程度', '緊急程度'),
      value: (row, say) => say.code(URGENCIES, row.urgency),
    },
    {
      key: 'department',
      name: words('Department', '部门', '部門'),
      value: (row, say) => say.words(row.department.name),
    },
    { key: 'person', name: words('Who goes', '上门人员', '到府人員'), value: (row) => row.person?.name ?? null },
    { key: 'place', name: words('Place', '位置', '位置'), value: (row) => row.place?.code ?? null },
    { key: 'customer', name: words('Customer', '客户', '客戶'), value: (row) => row.customerName },
    {
      key: 'issuedAt',
      name: words('Issued', '派工时间', '派工時間'),
      time: 'moment',
      value: (row, say) => say.at(row.issuedAt),
    },
    {
      key: 'from',
      name: words('Appointment from', '预约开始', '預約開始'),
      time: 'moment',
      value: (row, say) => say.at(row.appointment?.fromAt),
    },
    {
      key: 'until',
      name: words('Appointment until', '预约结束', '預約結束'),
      time: 'moment',
      value: (row, say) => say.at(row.appointment?.untilAt),
    },
    {
      key: 'doneAt',
      name: words('Done', '完工时间', '完工時間'),
      time: 'moment',
      value: (row, say) => say.at(row.doneAt),
    },
    {
      key: 'dueAt',
      name: words('Due', '到期时间', '到期時間'),
      time: 'moment',
      value: (row, say) => say.at(row.clock?.dueAt),
    },
  ],
});
