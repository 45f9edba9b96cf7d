import { receiveItem } from '../../custody/commands/receive-item.ts';
import { takeBackItem } from '../../custody/commands/take-back-item.ts';
import { custodyKindsOf } from '../../custody/facts.ts';
import { receiveInput } from '../../custody/inputs.ts';
import { whyNotComplete } from '../../custody/custody.ts';
import type { Id } from '../../kernel/id.ts';
import { centreOf } from '../../organisation/queries.ts';
import type { CustodyKind } from '../../pack/custody.ts';
import type { Context } from '../../platform/context.ts';
import { CUSTODY_CONDITIONS } from '../codes-of-custody.ts';
import { words } from '../list-out.ts';
import type { Cells } from './cells.ts';
import { oneCalled } from './house-called.ts';
import { customersAt, placesIn } from './known.ts';
import type { FieldIn, ListIn, Taken } from './list-in.ts';
import { pastMoment } from './past-moment.ts';

const FIELDS: readonly FieldIn[] = [
  {
    key: 'kind',
    name: words('Kind', '种类', '種類'),
    also: ['type', '类别', '类型', '物品类别'],
    required: true,
    examples: ['special_tool', 'common_tool'],
  },
  {
    key: 'number',
    name: words('Number', '编号', '編號'),
    also: ['no', '资产编号', '钥匙编号', '证件编号', '工具编号'],
    required: true,
    examples: ['T-01', 'T-02'],
  },
  {
    key: 'label',
    name: words('What it is', '名称', '名稱'),
    also: ['name', '物品名称', '资产名称', '规格型号'],
    required: true,
    examples: ['冲击钻', '人字梯'],
  },
  {
    key: 'place',
    name: words('Place', '位置', '位置'),
    also: ['where', '房号', '存放地点', '使用位置'],
    examples: ['', ''],
  },
  {
    key: 'customer',
    name: words('Customer', '客户', '客戶'),
    also: ['owner', '业主', '租户', '物主'],
    examples: ['', ''],
  },
  {
    key: 'worth',
    name: words('Worth', '价值', '價值'),
    also: ['value', '原值', '金额', '价值（元）'],
    examples: ['680.00', ''],
  },
  {
    key: 'condition',
    name: words('Condition', '完好状况', '完好狀況'),
    also: ['state', '状况', '成色'],
    examples: ['完好', '有磨损'],
  },
  {
    key: 'receivedAt',
    name: words('Received', '接收时间', '接收時間'),
    also: ['date', '入库时间', '购入日期', '登记日期'],
    examples: ['2025-03-01', '2025-03-02'],
  },
  { key: 'remark', name: words('Remark', '备注', '備註'), also: ['note', '说明'], examples: ['', ''] },
];

/** What the house has in custody as a file brings it in: with the house. A thing is known again by its kind and number. */
export const custodyIn: ListIn = {
  key: 'custody',
  name: words('Keys and passes', '钥匙与证件', '鑰匙與證件'),
  about: words(
    'Each row is registered as being with the house. What somebody has at the moment is entered afterwards, thing by thing. A customer is known by his name at the place.',
    '每行登记为在库。已被领用或发放的，导入后逐件登记。客户按所填位置上的姓名匹配。',
    '每列登記為在庫。已被領用或發放的，匯入後逐件登記。客戶依所填位置上的姓名比對。',
  ),
  subject: 'custody_item',
  fields: FIELDS,
  take: takeItem,
  takeBack: async (context, { id }) => {
    await takeBackItem(context, id as Id<'custody_item'>);
    return [];
  },
};

async function takeItem(context: Context, cells: Cells): Promise<Taken> {
  const kind = await kindCalled(context, cells);
  const said = await readSaid(context, cells);
  const happenedAt = pastMoment(cells, 'receivedAt', { now: context.now });
  if (kind) orComplete(cells, kind, said);
  cells.orRefuse();
  const known = await knownAs(context, kind!.key, said.number);
  if (known !== null) return { result: 'same', id: known };
  const id = await receiveItem(
    context,
    receiveInput.parse({ kind: kind!.key, ...said, ...(happenedAt ? { happenedAt } : {}) }),
  );
  return { result: 'new', id };
}

async function kindCalled(context: Context, cells: Cells): Promise<CustodyKind | null> {
  const said = cells.needed('kind');
  if (said === '') return null;
  const among = (await custodyKindsOf(context)).map((kind) => ({
    id: kind.key,
    names: [kind.key, ...Object.values(kind.name)],
    kind,
  }));
  return oneCalled(cells, 'kind', said, among, 'custody.kind_unknown')?.kind ?? null;
}

async function readSaid(context: Context, cells: Cells) {
  const [place] = await placesIn(context, cells, 'place', 'custody.keep');
  const name = cells.text('customer', 100);
  const [customer] = name && place ? await customersAt(context, [place.id], name) : [];
  if (name && !customer) cells.refuse('customer', 'custody.customer_not_there');
  const worth = cells.text('worth', 30);
  const amount = worth === null ? null : Math.round(Number(worth.replaceAll(/[,，¥￥\s]/g, '')) * 100);
  if (amount !== null && !(amount >= 0)) cells.refuse('worth', 'import.number_unreadable', { from: 0, to: 1e9 });
  return {
    number: cells.needed('number', 60),
    label: cells.needed('label', 200),
    ...(place ? { placeId: place.id } : {}),
    ...(customer ? { customerId: customer.id } : {}),
    ...(amount === null ? {} : { worth: { amount } }),
    condition: cells.choice('condition', CUSTODY_CONDITIONS) ?? 'good',
    remark: cells.text('remark', 2000) ?? '',
  };
}

function orComplete(cells: Cells, { needs }: CustodyKind, said: Awaited<ReturnType<typeof readSaid>>): void {
  const has = { place: 'placeId' in said, customer: 'customerId' in said, worth: 'worth' in said };
  const lacking = whyNotComplete(needs, has);
  if (lacking) cells.refuse(String(lacking.params!['path']).replace(/Id$/, ''), lacking.code);
}

async function knownAs(context: Context, kind: string, number: string): Promise<string | null> {
  const found = await context.tx
    .selectFrom('custody_item')
    .select('id')
    .where('centre_id', '=', await centreOf(context))
    .where('kind', '=', kind)
    .where('number', '=', number)
    .executeTakeFirst();
  return found?.id ?? null;
}
