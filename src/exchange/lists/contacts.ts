import { contactsAsk, listContacts } from '../../contact/queries.ts';
import { CHANNELS, DIRECTIONS, PURPOSES, VISIT_ENDS } from '../codes.ts';
import { listOut, words } from '../list-out.ts';

export const contacts = listOut({
  key: 'contacts',
  name: words('Calls and visits', '来电来访', '來電來訪'),
  admits: 'ticket.see',
  query: contactsAsk,
  read: listContacts,
  columns: [
    { key: 'at', name: words('When', '时间', '時間'), time: 'moment', value: (row, say) => say.at(row.at) },
    {
      key: 'direction',
      name: words('Direction', '方向', '方向'),
      value: (row, say) => say.code(DIRECTIONS, row.direction),
    },
    { key: 'channel', name: words('Channel', '渠道', '管道'), value: (row, say) => say.code(CHANNELS, row.channel) },
    { key: 'purpose', name: words('About', '事由', '事由'), value: (row, say) => say.code(PURPOSES, row.purpose) },
    { key: 'written', name: words('In writing', '书面', '書面'), value: (row, say) => say.yes(row.written) },
    { key: 'customer', name: words('Customer', '客户', '客戶'), value: (row) => row.customer?.name ?? null },
    { key: 'caller', name: words('Caller', '来电来访人', '來電來訪人'), value: (row) => row.callerName },
    { key: 'phone', name: words('Phone', '电话', '電話'), value: (row) => row.callerPhone },
    { key: 'place', name: words('Place', '位置', '位置'), value: (row) => row.place?.code ?? null },
    { key: 'need', name: words('What was wanted', '诉求', '需求'), width: 40, value: (row) => row.need },
    { key: 'outcome', name: words('What came of it', '处理结果', '處理結果'), width: 40, value: (row) => row.outcome },
    { key: 'wanted', name: words('Wanted to see', '求见', '求見'), value: (row) => row.visit?.wanted?.name ?? null },
    { key: 'waited', name: words('Minutes waited', '等候分钟', '等候分鐘'), value: (row) => row.visit?.waited ?? null },
    {
      key: 'visit',
      name: words('How the visit ended', '来访结果', '來訪結果'),
      value: (row, say) => (row.visit ? say.code(VISIT_ENDS, row.visit.outcome) : null),
    },
    { key: 'receiver', name: words('Received by', '接待人', '接待人'), value: (row) => row.receiver.name },
    {
      key: 'tickets',
      name: words('Tickets', '受理单号', '受理單號'),
      value: (row, say) => say.list(row.tickets.map(({ number }) => String(number))),
    },
  ],
});
