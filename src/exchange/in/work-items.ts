import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { finishItem } from '../../work-plan/commands/take-item-steps.ts';
import { giveItem } from '../../work-plan/commands/give-items.ts';
import { takeBackItem } from '../../work-plan/commands/take-back-item.ts';
import { words } from '../list-out.ts';
import type { Cells } from './cells.ts';
import { oneCalled, personCalled } from './house-called.ts';
import type { FieldIn, ListIn, Taken } from './list-in.ts';
import { pastMoment } from './past-moment.ts';
import { inThePast } from './replaying.ts';

const FIELDS: readonly FieldIn[] = [
  {
    key: 'title',
    name: words('What is to be done', '工作内容', '工作內容'),
    also: ['task', 'title', '事项', '工作事项', '任务', '计划内容'],
    required: true,
    examples: ['清点公共区域灯具', '更新公告栏'],
  },
  {
    key: 'person',
    name: words('By whom', '执行人', '執行人'),
    also: ['who', 'assignee', '负责人', '责任人', '承办人', '完成人'],
    required: true,
    examples: ['', ''],
  },
  {
    key: 'dueAt',
    name: words('Due', '期限', '期限'),
    also: ['by', 'deadline', '完成期限', '截止时间', '计划完成时间', '要求完成时间'],
    required: true,
    examples: ['2025-03-01 17:00', '2099-03-02 12:00'],
  },
  {
    key: 'givenAt',
    name: words('Given', '安排时间', '安排時間'),
    also: ['given on', '下达时间', '布置时间', '开始时间'],
    examples: ['2025-02-27 09:00', ''],
  },
  {
    key: 'plan',
    name: words('Of', '所属计划', '所屬計畫'),
    also: ['plan', '计划', '计划名称', '工作计划'],
    examples: ['', ''],
  },
  {
    key: 'doneAt',
    name: words('Done', '完成时间', '完成時間'),
    also: ['done on', '实际完成时间', '完成日期'],
    examples: ['2025-03-01 16:30', ''],
  },
  {
    key: 'outcome',
    name: words('What came of it', '完成情况', '完成情況'),
    also: ['outcome', 'result', '结果', '落实情况'],
    examples: ['缺 3 盏，已报修', ''],
  },
];

type Read = {
  title: string;
  personId: Id<'person'> | null;
  dueAt: Instant | null;
  givenAt: Instant | null;
  planId: Id<'work_plan'> | null;
  doneAt: Instant | null;
  outcome: string;
};

/** What everybody was, or is, to do by when. An item is known again by what, who and when, and stays as it is. */
export const workItemsIn: ListIn = {
  key: 'work-items',
  name: words('Items of the day plan', '工作安排事项', '工作安排事項'),
  about: words(
    'A row with a time of completion comes in as done, in time or late by what it says. Any other is given to its person; what is due by now shows as late, and nobody is reminded of what is past.',
    '填有完成时间的行按已完成导入，是否按时以所填时间为准。未填的交由执行人办理，已过期限的直接显示为逾期，不补发过去的提醒。',
    '填有完成時間的列按已完成匯入，是否準時以所填時間為準。未填的交由執行人辦理，已過期限的直接顯示為逾期，不補發過去的提醒。',
  ),
  subject: 'work_item',
  fields: FIELDS,
  examples: async ({ actor }) => ({ person: [actor.name, actor.name] }),
  take: takeItem,
  takeBack: async (context, { id }) => {
    await takeBackItem(context, id as Id<'work_item'>);
    return [];
  },
};

async function takeItem(context: Context, cells: Cells): Promise<Taken> {
  const read = await readItem(context, cells);
  cells.orRefuse();
  const { title, doneAt, outcome } = read;
  const [personId, dueAt] = [read.personId!, read.dueAt!];
  const known = await context.tx
    .selectFrom('work_item')
    .select('id')
    .where('person_id', '=', personId)
    .where('due_at', '=', dueAt)
    .where('title', '=', title)
    .executeTakeFirst();
  if (known) return { result: 'same', id: known.id };
  const past = inThePast(context, { stillOpen: true });
  const given = { title, personId, dueAt, ...(read.planId === null ? {} : { planId: read.planId }) };
  const id = await giveItem({ ...past, now: read.givenAt ?? doneAt ?? context.now }, given);
  // only he himself says that he has done it, as he did then
  const himself = { ...past, actor: { ...context.actor, personId } };
  if (doneAt !== null) await finishItem({ ...himself, now: doneAt }, id, { outcome });
  return { result: 'new', id };
}

async function readItem(context: Context, cells: Cells): Promise<Read> {
  cells.needed('dueAt');
  const { now } = context;
  const givenAt = pastMoment(cells, 'givenAt', { now });
  const doneAt = pastMoment(cells, 'doneAt', { now, before: givenAt });
  cells.needed('person');
  return {
    title: cells.needed('title'),
    personId: await personCalled(context, cells, 'person'),
    dueAt: cells.moment('dueAt'),
    givenAt,
    planId: await planCalled(context, cells),
    doneAt,
    outcome: cells.text('outcome', 10_000) ?? '-',
  };
}

/** A plan that is not reported back yet, by its title. */
async function planCalled({ tx }: Context, cells: Cells): Promise<Id<'work_plan'> | null> {
  const said = cells.text('plan');
  if (said === null) return null;
  const open = await tx.selectFrom('work_plan').select(['id', 'title']).where('reported_at', 'is', null).execute();
  const among = open.map(({ id, title }) => ({ id, names: [title] }));
  return oneCalled(cells, 'plan', said, among, 'import.plan_unknown')?.id ?? null;
}
