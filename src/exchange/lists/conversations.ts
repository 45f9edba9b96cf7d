import { conversationsQuery } from '../../conversation/inputs.ts';
import { listConversations } from '../../conversation/list.ts';
import { CLOSED_BECAUSE } from '../codes-of-registers.ts';
import { listOut, words } from '../list-out.ts';

/** Who writes and what became of it; never what was written. */
export const conversations = listOut({
  key: 'conversations',
  name: words('Messages', '客户来信', '客戶來信'),
  admits: 'conversation.see',
  query: conversationsQuery,
  read: listConversations,
  columns: [
    { key: 'channel', name: words('Channel', '渠道', '管道'), value: (row) => row.channel.name },
    { key: 'address', name: words('Address', '邮箱地址', '信箱地址'), value: (row) => row.correspondent.address },
    { key: 'name', name: words('As he calls himself', '自称', '自稱'), value: (row) => row.correspondent.name },
    { key: 'customer', name: words('Customer', '客户', '客戶'), value: (row) => row.customer?.name ?? null },
    { key: 'subject', name: words('Subject', '主题', '主旨'), width: 40, value: (row) => row.subject },
    { key: 'messages', name: words('Messages', '信件数', '信件數'), value: (row) => row.messages },
    { key: 'owner', name: words('Answers', '答复人', '答覆人'), value: (row) => row.owner?.name ?? null },
    {
      key: 'department',
      name: words('Department', '部门', '部門'),
      value: (row, say) => say.words(row.department?.name),
    },
    {
      key: 'waitingSince',
      name: words('Waits since', '等待自', '等待自'),
      time: 'moment',
      value: (row, say) => say.at(row.waitingSince),
    },
    {
      key: 'dueAt',
      name: words('Answer due', '答复期限', '答覆期限'),
      time: 'moment',
      value: (row, say) => say.at(row.clock?.dueAt ?? null),
    },
    { key: 'lastAt', name: words('Last', '最近', '最近'), time: 'moment', value: (row, say) => say.at(row.lastAt) },
    {
      key: 'closedBecause',
      name: words('Closed as', '结束原因', '結束原因'),
      value: (row, say) => say.code(CLOSED_BECAUSE, row.closedBecause),
    },
    {
      key: 'tickets',
      name: words('Tickets', '受理单号', '受理單號'),
      value: (row, say) => say.list(row.tickets.map(({ number }) => String(number))),
    },
  ],
});
