import {
  dueVisits,
  dueVisitsQuery,
  recordedVisits,
  recordedVisitsQuery,
  unsignedVisits,
  unsignedVisitsQuery,
} from '../../return-visit/list.ts';
import type { VisitLine } from '../../return-visit/view.ts';
import { CHANNELS, VISIT_STATES } from '../codes.ts';
import type { Column } from '../list-out.ts';
import { listOut, words } from '../list-out.ts';

const columns: readonly Column<VisitLine>[] = [
  { key: 'number', name: words('Number', '单号', '單號'), value: (row) => row.ticket.number },
  { key: 'title', name: words('Matter', '事项', '事項'), width: 40, value: (row) => row.ticket.title },
  { key: 'kind', name: words('Kind', '类型', '類型'), value: (row, say) => say.words(row.ticket.kind.name) },
  { key: 'rule', name: words('Rule', '回访规则', '回訪規則'), value: (row, say) => say.words(row.ruleName) },
  { key: 'state', name: words('State', '状态', '狀態'), value: (row, say) => say.code(VISIT_STATES, row.state) },
  { key: 'customer', name: words('Customer', '客户', '客戶'), value: (row) => row.customer?.name ?? null },
  { key: 'place', name: words('Place', '位置', '位置'), value: (row) => row.place?.code ?? null },
  {
    key: 'dueAt',
    name: words('Due', '到期时间', '到期時間'),
    time: 'moment',
    value: (row, say) => say.at(row.clock?.dueAt),
  },
  {
    key: 'endedAt',
    name: words('Visited', '回访时间', '回訪時間'),
    time: 'moment',
    value: (row, say) => say.at(row.endedAt),
  },
  { key: 'by', name: words('Visited by', '回访人', '回訪人'), value: (row) => row.by?.name ?? null },
  {
    key: 'channel',
    name: words('Asked by', '回访方式', '回訪方式'),
    value: (row, say) => say.code(CHANNELS, row.channel),
  },
  {
    key: 'satisfaction',
    name: words('Satisfaction (1 to 5)', '满意度（1 至 5）', '滿意度（1 至 5）'),
    value: (row) => row.satisfaction,
  },
  { key: 'opinion', name: words('Opinion', '客户意见', '客戶意見'), width: 40, value: (row) => row.opinion },
  { key: 'criticism', name: words('Criticism', '批评意见', '批評意見'), width: 40, value: (row) => row.criticism },
  { key: 'fault', name: words('Fault found', '发现的问题', '發現的問題'), width: 40, value: (row) => row.fault },
  { key: 'signedBy', name: words('Signed by', '签字人', '簽核人'), value: (row) => row.signedBy?.name ?? null },
];

const common = { admits: 'return_visit.see' as const, columns };

export const visitsDue = listOut({
  key: 'return-visits',
  name: words('Return visits due', '待回访', '待回訪'),
  query: dueVisitsQuery,
  read: dueVisits,
  ...common,
});

export const visitsRecorded = listOut({
  key: 'return-visits-record',
  name: words('Return-visit record', '回访记录', '回訪紀錄'),
  query: recordedVisitsQuery,
  read: recordedVisits,
  ...common,
});

export const visitsUnsigned = listOut({
  key: 'return-visits-unsigned',
  name: words('Slips to sign', '待签回访单', '待簽回訪單'),
  query: unsignedVisitsQuery,
  read: unsignedVisits,
  ...common,
});
