import { wagesQuery } from '../../wage/inputs.ts';
import { wagesPage } from '../../wage/page.ts';
import type { WageItem } from '../../wage/wage.ts';
import { listOut, words } from '../list-out.ts';

type Line = Awaited<ReturnType<typeof wagesPage>>['items'][number];

/** As plain decimals, for a table to sum. */
const decimals = (amount: number | null): number | null => (amount === null ? null : amount / 100);
const sumOf = (line: Line, ...whats: WageItem['what'][]) =>
  decimals(line.items.filter(({ what }) => whats.includes(what)).reduce((sum, { amount }) => sum + amount, 0));

/** The wage table, for whoever it is shown to; each taking out is recorded as every other. */
export const wages = listOut({
  key: 'wages',
  name: words('Wage table', '工资表', '薪資表'),
  admits: 'wage.see',
  query: wagesQuery,
  read: wagesPage,
  columns: (of) => [
    of.text('person', words('Person', '姓名', '姓名'), (row) => row.person.name),
    of.named('department', words('Department', '部门', '部門'), (row) => row.department?.name),
    of.text('base', words('Base wage', '基本工资', '底薪'), (row) => decimals(row.base)),
    of.text('shifts', words('Shifts due', '应出勤班次', '應出勤班次'), (row) => row.shifts),
    of.text('attended', words('Attended', '实际出勤', '實際出勤'), (row) => row.attended),
    of.text('late', words('Late and early', '迟到早退', '遲到早退'), (row) => sumOf(row, 'late', 'early', 'no_out')),
    of.text('missing', words('Missing', '缺勤', '缺勤'), (row) => sumOf(row, 'missing')),
    of.text('leave', words('Leave', '请假', '請假'), (row) => sumOf(row, 'leave')),
    of.text('overtime', words('Overtime', '加班', '加班'), (row) => sumOf(row, 'overtime')),
    of.text('byHand', words('Other', '其他增减', '其他增減'), (row) => sumOf(row, 'by_hand')),
    of.text('net', words('To be paid', '应发工资', '應發薪資'), (row) => decimals(row.net)),
  ],
});
