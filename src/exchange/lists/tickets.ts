import { listTickets } from '../../ticket/list.ts';
import { ticketsQuery } from '../../ticket/list-shapes.ts';
import { CHANNELS, SEVERITIES, URGENCIES } from '../codes.ts';
import { listOut, words } from '../list-out.ts';
import { columnsOfKind } from './ticket-fields.ts';

export const tickets = listOut({
  key: 'tickets',
  name: words('Tickets', '受理单', '受理單'),
  admits: 'ticket.see',
  query: ticketsQuery,
  read: listTickets,
  more: columnsOfKind,
  columns: [
    { key: 'number', name: words('Number', '单号', '單號'), value: (row) => row.number },
    { key: 'title', name: words('Matter', '事项', '事項'), width: 40, value: (row) => row.title },
    { key: 'kind', name: words('Kind', '类型', '類型'), value: (row, say) => say.words(row.kind.name) },
    { key: 'stage', name: words('Stage', '阶段', '階段'), value: (row, say) => say.words(row.stage.name) },
    {
      key: 'urgency',
      name: words('Urgency', '紧急程度', '緊急程度'),
      value: (row, say) => say.code(URGENCIES, row.urgency),
    },
    {
      key: 'severity',
      name: words('Severity', '投诉等级', '投訴等級'),
      value: (row, say) => say.code(SEVERITIES, row.severity),
    },
    {
      key: 'channel',
      name: words('Came in by', '受理渠道', '受理管道'),
      value: (row, say) => say.code(CHANNELS, row.channel),
    },
    { key: 'customer', name: words('Customer', '客户', '客戶'), value: (row) => row.customer?.name ?? null },
    { key: 'caller', name: words('Caller', '来电来访人', '來電來訪人'), value: (row) => row.callerName },
    { key: 'place', name: words('Place', '位置', '位置'), value: (row) => row.place?.code ?? null },
    { key: 'owner', name: words('Accountable', '负责人', '負責人'), value: (row) => row.owner.name },
    {
      key: 'openedAt',
      name: words('Opened', '受理时间', '受理時間'),
      time: 'moment',
      value: (row, say) => say.at(row.openedAt),
    },
    {
      key: 'closedAt',
      name: words('Closed', '结单时间', '結案時間'),
      time: 'moment',
      value: (row, say) => say.at(row.closedAt),
    },
    {
      key: 'owed',
      name: words('Owed next', '最近时限', '最近時限'),
      value: (row, say) => say.words(row.clock?.name),
    },
    {
      key: 'dueAt',
      name: words('Due', '到期时间', '到期時間'),
      time: 'moment',
      value: (row, say) => say.at(row.clock?.dueAt),
    },
    { key: 'late', name: words('Late', '逾期', '逾期'), value: (row, say) => say.yes(row.clock?.late) },
  ],
});
