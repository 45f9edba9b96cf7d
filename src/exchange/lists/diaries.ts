import { diariesQuery } from '../../diary/inputs.ts';
import { listDiaries } from '../../diary/page.ts';
import { listOut, words } from '../list-out.ts';

export const diaries = listOut({
  key: 'diaries',
  name: words('Work diaries', '工作日记', '工作日誌'),
  admits: 'attendance.see',
  query: diariesQuery,
  read: listDiaries,
  columns: (of) => [
    { key: 'day', name: words('Day', '日期', '日期'), time: 'day', value: (row, say) => say.day(row.day) },
    of.text('person', words('Person', '姓名', '姓名'), (row) => row.person.name),
    of.named('department', words('Department', '部门', '部門'), (row) => row.department?.name),
    of.moment('closedAt', words('Closed', '提交时间', '提交時間'), (row) => row.closedAt),
    { key: 'late', name: words('Late or missing', '逾期或缺交', '逾期或缺交'), value: (row, say) => say.yes(row.late) },
    of.text('done', words('What was done besides', '当日工作补充', '當日工作補充'), (row) => row.done, 40),
    of.text('next', words('Left for the next day', '次日待办', '次日待辦'), (row) => row.next, 40),
  ],
});
