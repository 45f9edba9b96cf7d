import { changeDisturbance } from '../../disturbance/commands/change-disturbance.ts';
import { recordDisturbance } from '../../disturbance/commands/record-disturbance.ts';
import { takeBackDisturbance } from '../../disturbance/commands/take-back-disturbance.ts';
import { recordInput } from '../../disturbance/inputs.ts';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { DISTURBANCE_SORTS } from '../codes-of-registers.ts';
import { words } from '../list-out.ts';
import type { Cells } from './cells.ts';
import { peopleCalled } from './house-called.ts';
import { placesIn } from './known.ts';
import type { FieldIn, ListIn, Taken } from './list-in.ts';
import { pastMoment } from './past-moment.ts';
import { inThePast } from './replaying.ts';

const FIELDS: readonly FieldIn[] = [
  {
    key: 'at',
    name: words('Happened', '发生时间', '發生時間'),
    also: ['when', 'date', '时间', '日期', '事发时间'],
    required: true,
    examples: ['2025-03-01 21:40', '2025-03-02 10:05'],
  },
  {
    key: 'place',
    name: words('Place', '位置', '位置'),
    also: ['where', '地点', '事发地点', '发生地点'],
    required: true,
    examples: ['东门', '服务中心大厅'],
  },
  { key: 'sort', name: words('Type', '类别', '類別'), also: ['sort', '类型', '事件类型'], examples: ['争吵', '喧哗'] },
  {
    key: 'people',
    name: words('People involved', '涉及人员', '涉及人員'),
    also: ['who', '当事人', '相关人员'],
    examples: ['', ''],
  },
  {
    key: 'happened',
    name: words('What happened', '事件经过', '事件經過'),
    also: ['经过', '情况', '事件描述', '内容'],
    required: true,
    examples: ['两名访客因停车争吵', '等候人员大声喧哗'],
  },
  {
    key: 'measures',
    name: words('What was done', '处置措施', '處置措施'),
    also: ['measures', '措施', '处理情况', '处置情况'],
    examples: ['保安劝离', '值班主任劝导'],
  },
  {
    key: 'told',
    name: words('Who of ours was told', '告知的本单位人员', '告知的本單位人員'),
    also: ['told', '通知人员', '报告人'],
    examples: ['', ''],
  },
  {
    key: 'toldOthers',
    name: words('Who else was told', '告知的外部单位', '告知的外部單位'),
    also: ['告知了谁', '外部通知', '报警情况'],
    examples: ['派出所', '无'],
  },
  {
    key: 'restoredAt',
    name: words('Restored', '恢复时间', '恢復時間'),
    also: ['ended', '结束时间', '处理完毕时间'],
    examples: ['2025-03-01 22:00', '2025-03-02 10:20'],
  },
];

/** The register of what disturbed the order of the centre. A row is known again by its moment and what happened. */
export const disturbancesIn: ListIn = {
  key: 'disturbances',
  name: words('Disturbances', '秩序事件', '秩序事件'),
  about: words(
    'Each row is kept as a record of the time it says; nobody is told. One without a time of restoring stays open, and is late where it ought to be restored by now.',
    '每行按所填时间存为记录，不会通知任何人。未填恢复时间的保持未恢复状态，超过时限的直接显示为逾期。',
    '每列按所填時間存為記錄，不會通知任何人。未填恢復時間的保持未恢復狀態，超過時限的直接顯示為逾期。',
  ),
  subject: 'disturbance',
  fields: FIELDS,
  take: takeDisturbance,
  takeBack: async (context, { id }) => {
    await takeBackDisturbance(context, id as Id<'disturbance'>);
    return [];
  },
};

async function takeDisturbance(context: Context, cells: Cells): Promise<Taken> {
  const { now } = context;
  cells.needed('at');
  const at = pastMoment(cells, 'at', { now });
  const restoredAt = pastMoment(cells, 'restoredAt', { now, before: at });
  const said = await readSaid(context, cells);
  const done = await readDone(context, cells);
  cells.orRefuse();
  const known = await knownAs(context, at!, said.happened);
  if (known !== null) return { result: 'same', id: known };
  const past = inThePast(context, restoredAt === null ? { stillOpen: true } : {});
  const id = await recordDisturbance({ ...past, now: at! }, recordInput.parse({ ...said, ...done }));
  if (restoredAt !== null) await changeDisturbance({ ...past, now: restoredAt }, id, { restoredAt, seen: undefined });
  return { result: 'new', id };
}

/** What was done, and who was told: needed where order is said to be restored. */
async function readDone(context: Context, cells: Cells) {
  const isRestored = cells.text('restoredAt') !== null;
  const measures = isRestored ? cells.needed('measures', 10_000) : (cells.text('measures', 10_000) ?? '');
  const toldIds = await peopleCalled(context, cells, 'told');
  const toldOthers = cells.text('toldOthers') ?? '';
  if (isRestored && toldIds.length === 0 && toldOthers === '') cells.refuse('told', 'disturbance.nobody_told');
  return { measures, toldIds, toldOthers };
}

/** Where, by its code if there is such a place, else in words; and what it was. */
async function readSaid(context: Context, cells: Cells) {
  const spot = cells.needed('place');
  const before = cells.wrong.length;
  const [place] = await placesIn(context, cells, 'place', 'contact.record');
  // a place in words is as good as a code here
  if (!place) cells.wrong.length = before;
  return {
    ...(place ? { placeId: place.id } : { spot }),
    sort: cells.choice('sort', DISTURBANCE_SORTS) ?? 'other',
    peopleInvolved: cells.text('people') ?? '',
    happened: cells.needed('happened', 10_000),
  };
}

async function knownAs({ tx }: Context, at: Instant, happened: string): Promise<string | null> {
  const found = await tx
    .selectFrom('disturbance')
    .select('id')
    .where('happened_at', '=', at)
    .where('happened', '=', happened)
    .executeTakeFirst();
  return found?.id ?? null;
}
