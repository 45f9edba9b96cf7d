import type { Field, Kind, Stage } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { complete, tellResult } from '../commitments.ts';
import { schedule } from '../ladders.ts';
import { reception } from '../limits.ts';
import { onTicket } from '../lines.ts';
import { taskSteps } from '../steps.ts';

/** An entry holds until another takes its place; it is never written over, so that who held a unit when can be read. */
const stages: Stage[] = [
  {
    key: 'brought',
    name: words('To be entered', '待登记', '待登記'),
    class: 'new',
    next: ['entered', 'cancelled'],
  },
  {
    key: 'entered',
    name: words('Entered, to be verified', '已登记，待核对', '已登記，待核對'),
    class: 'active',
    next: ['verified', 'cancelled'],
  },
  { key: 'verified', name: words('Verified', '已核对', '已核對'), class: 'active', next: ['resolved'] },
  {
    key: 'resolved',
    name: words('In force', '现行有效', '現行有效'),
    class: 'resolved',
    next: ['closed', 'verified'],
  },
  { key: 'closed', name: words('Replaced', '已变更', '已變更'), class: 'closed', next: ['verified'] },
  { key: 'cancelled', name: words('Not entered', '不予登记', '不予登記'), class: 'cancelled', next: [] },
];

const change = (manners: Field['choices']): Field[] => [
  { key: 'held_since', name: words('Since', '变更日期', '變更日期'), type: 'date', at: 'intake', requiredFor: 'open' },
  {
    key: 'manner',
    name: words('How it came about', '变更方式', '變更方式'),
    type: 'choice',
    choices: manners,
    at: 'intake',
    requiredFor: 'open',
    indexed: true,
  },
];
const other: Field = onTicket('long_text', 'other_notes', words('Other', '其他', '其他'));
const papers: Field = onTicket('long_text', 'papers', words('Papers collected', '收集的证件资料', '收集的證件資料'), {
  hint: words('Which copies stand in the handbook', '管理手册内留存的复印件', '管理手冊內留存的影本'),
});

/** TITL-03: ① to ⑦. */
const titleColumns: Field[] = [
  onTicket('text', 'house_type', words('House type', '房屋类型', '房屋類型')),
  onTicket('number', 'usable_area', words('Usable area (m²)', '使用面积（平方米）', '使用面積（平方公尺）')),
  onTicket('number', 'built_area', words('Built area (m²)', '建筑面积（平方米）', '建築面積（平方公尺）')),
  onTicket('number', 'land_area', words('Shared land area (m²)', '分摊土地面积（平方米）', '分攤土地面積（平方公尺）')),
  onTicket('text', 'used_for', words('Use', '用途', '用途')),
  onTicket('text', 'facilities', words('Attached facilities', '附属设施', '附屬設施')),
  onTicket('text', 'garage', words('Garage use', '车库使用情况', '車庫使用情況')),
  other,
];

/** TITL-04: ① to ⑤; the address of the premises is the place. */
const leaseColumns: Field[] = [
  onTicket('text', 'tenant', words('Tenant', '承租人姓名', '承租人姓名')),
  onTicket('date', 'lease_from', words('Lease begins', '租期起', '租期起')),
  onTicket('date', 'lease_until', words('Lease ends', '租期止', '租期止'), { indexed: true }),
  onTicket('text', 'interior', words('Interior fit-out', '室内装修情况', '室內裝修情況')),
  other,
];

const needed = (columns: Field[]): string[] => columns.map(({ key }) => key).filter((key) => key !== other.key);

const register = (of: Pick<Kind, 'key' | 'name' | 'about' | 'fields'>, needs: string[]): Kind => ({
  ...of,
  type: 'task',
  icon: 'building',
  urgency: 'normal',
  department: 'customer_service',
  needsPlace: true,
  needsCustomer: true,
  stages,
  steps: taskSteps.slice(0, 3),
  guards: { resolve: ['outcome_given'], close: ['customer_told'] },
  commitments: [complete(reception('P5D', schedule)), tellResult(reception('P1D'))],
  approvals: [
    {
      key: 'entry',
      name: words('Entered in the handbook', '登入管理手册', '登入管理手冊'),
      by: [{ post: 'management_administrator' }],
      before: 'entered',
      needs: [...needs, papers.key],
      asks: [other.key],
      signature: 'own',
      limit: reception('P2D'),
    },
    {
      key: 'verification',
      name: words('Verified', '核对', '核對'),
      by: [{ post: 'customer_service_supervisor' }],
      before: 'verified',
      needs: [],
      limit: reception('P2D'),
    },
  ],
  visits: [],
});

/** S4 §2.4(1)–(3): who owns a unit since when, and how he came to; his papers are collected with it. */
export const unitTitle: Kind = register(
  {
    key: 'unit_title',
    name: words('Title of a unit', '产权登记', '產權登記'),
    about: words(
      'Who owns a unit, with the columns of the title list and his papers',
      '登记房屋产权、面积、用途及业主证件资料',
      '登記房屋產權、面積、用途及業主證件資料',
    ),
    fields: [
      ...change([
        { key: 'bought', name: words('Bought', '购买', '購買') },
        { key: 'given', name: words('Given', '赠与', '贈與') },
        { key: 'inherited', name: words('Inherited', '继承', '繼承') },
        { key: 'exchanged', name: words('Exchanged', '交换', '交換') },
        { key: 'by_judgment', name: words('By judgment', '判决', '判決') },
      ]),
      ...titleColumns,
      papers,
    ],
  },
  needed(titleColumns),
);

/** S4 §2.4(1), §2.4(4): who has the use of a unit, from when until when. */
export const unitLease: Kind = register(
  {
    key: 'unit_lease',
    name: words('Lease of a unit', '租赁登记', '租賃登記'),
    about: words(
      'Who rents a unit, with the columns of the lease list',
      '登记承租人、租期及室内装修情况',
      '登記承租人、租期及室內裝修情況',
    ),
    fields: [
      ...change([
        { key: 'let', name: words('Let', '新租', '新租') },
        { key: 'renewed', name: words('Renewed', '续租', '續租') },
        { key: 'sublet', name: words('Sublet', '转租', '轉租') },
        { key: 'lent', name: words('Lent free of charge', '借用', '借用') },
      ]),
      ...leaseColumns,
      papers,
    ],
  },
  needed(leaseColumns),
);
