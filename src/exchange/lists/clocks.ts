import { boardClocksQuery, readBoardClocks } from '../../report/board-clocks.ts';
import { CLOCK_STATES } from '../codes.ts';
import { listOut, words } from '../list-out.ts';

/** What the board counts; 500 at most, as there. */
export const clocks = listOut({
  key: 'board-clocks',
  name: words('Promises', '承诺时限', '承諾時限'),
  admits: 'report.see',
  query: boardClocksQuery,
  read: async (context, query) => ({ items: (await readBoardClocks(context, query)).items, next: null }),
  columns: [
    { key: 'number', name: words('Number', '单号', '單號'), value: (row) => row.ticket.number },
    { key: 'title', name: words('Matter', '事项', '事項'), width: 40, value: (row) => row.ticket.title },
    { key: 'place', name: words('Place', '位置', '位置'), value: (row) => row.ticket.place },
    {
      key: 'owed',
      name: words('What is owed', '应办内容', '應辦內容'),
      value: (row, say) => say.words(row.clock.name),
    },
    { key: 'owner', name: words('Owed by', '责任人', '負責人'), value: (row) => row.clock.ownerName },
    { key: 'customer', name: words('Owed to', '承诺对象', '承諾對象'), value: (row) => row.clock.owedTo },
    {
      key: 'dueAt',
      name: words('Due', '到期时间', '到期時間'),
      time: 'moment',
      value: (row, say) => say.at(row.clock.dueAt),
    },
    {
      key: 'state',
      name: words('State', '状态', '狀態'),
      value: (row, say) => say.code(CLOCK_STATES, row.clock.state),
    },
    { key: 'late', name: words('Late', '逾期', '逾期'), value: (row, say) => say.yes(row.clock.late) },
  ],
});
