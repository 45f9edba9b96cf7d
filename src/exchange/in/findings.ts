import type { Id } from '../../kernel/id.ts';
import { departments } from '../../organisation/house.ts';
import type { Context } from '../../platform/context.ts';
import { recordFinding } from '../../rectification/commands/record-finding.ts';
import { takeBackFinding } from '../../rectification/commands/take-back-finding.ts';
import { WAYS } from '../codes.ts';
import { words } from '../list-out.ts';
import type { Cells } from './cells.ts';
import { departmentCalled, personCalled } from './house-called.ts';
import type { FieldIn, ListIn, Taken } from './list-in.ts';
import { pastMoment } from './past-moment.ts';
import { inThePast } from './replaying.ts';

const FIELDS: readonly FieldIn[] = [
  {
    key: 'at',
    name: words('When', '检查时间', '檢查時間'),
    also: ['date', 'checked', '时间', '日期', '督查时间', '巡查时间'],
    required: true,
    examples: ['2025-03-01 10:00', '2025-03-02 15:30'],
  },
  {
    key: 'department',
    name: words('Department', '部门', '部門'),
    also: ['责任部门', '被检部门', '受检部门'],
    required: true,
    examples: ['', ''],
  },
  {
    key: 'text',
    name: words('What was found', '检查发现', '檢查發現'),
    also: ['finding', '问题', '发现的问题', '存在问题', '内容', '檢查情況'],
    required: true,
    examples: ['前台电话第五声才接', '工具房未上锁'],
  },
  {
    key: 'way',
    name: words('Which way was taken', '处理方式', '處理方式'),
    also: ['way', '处置方式', '处理'],
    examples: ['当场纠正', '上报上级'],
  },
  {
    key: 'by',
    name: words('Found by', '检查人', '檢查人'),
    also: ['by', '督查人', '巡查人', '检查人员'],
    examples: ['', ''],
  },
];

/** What supervision saw, as records of their time. A row is known again by its moment, department and words. */
export const findingsIn: ListIn = {
  key: 'findings',
  name: words('Findings of supervision', '督查发现', '督導發現'),
  about: words(
    'Each row is kept as a record of the time it says; nobody is told. A notice that a department is still to answer is issued by hand.',
    '每行按所填时间存为记录，不会通知任何人。仍需部门回复的整改通知请手动下发。',
    '每列按所填時間存為記錄，不會通知任何人。仍需部門回覆的改善通知請手動開立。',
  ),
  subject: 'finding',
  fields: FIELDS,
  examples: async (context, language) => {
    const [one] = [...(await departments(context)).values()];
    return { department: [one?.name[language] ?? '', one?.name[language] ?? ''] };
  },
  take: takeFinding,
  takeBack: async (context, { id }) => {
    await takeBackFinding(context, id as Id<'finding'>);
    return [];
  },
};

async function takeFinding(context: Context, cells: Cells): Promise<Taken> {
  cells.needed('at');
  const at = pastMoment(cells, 'at', { now: context.now });
  cells.needed('department');
  const departmentId = await departmentCalled(context, cells, 'department');
  const text = cells.needed('text', 10_000);
  const way = cells.choice('way', WAYS) ?? 'corrected_on_the_spot';
  if (way === 'to_department') cells.refuse('way', 'import.notice_by_hand');
  const byId = (await personCalled(context, cells, 'by')) ?? undefined;
  cells.orRefuse();
  const known = await context.tx
    .selectFrom('finding')
    .select('id')
    .where('at', '=', at!)
    .where('department_id', '=', departmentId!)
    .where('text', '=', text)
    .executeTakeFirst();
  if (known) return { result: 'same', id: known.id };
  const then = { ...inThePast(context), now: at! };
  return { result: 'new', id: await recordFinding(then, { departmentId: departmentId!, text, way, byId }) };
}
