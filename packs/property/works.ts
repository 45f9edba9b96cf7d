import type { Field } from '../../src/pack/format.ts';
import { words } from '../../src/pack/shapes.ts';
import { inspected, onTicket } from './lines.ts';

/** From when until when somebody wants to build. */
export const periodFields: Field[] = [
  {
    key: 'starts_on',
    name: words('Works begin on', '拟开工日期', '預定開工日期'),
    type: 'date',
    at: 'intake',
    requiredFor: 'open',
    indexed: true,
  },
  {
    key: 'ends_on',
    name: words('Works end on', '拟完工日期', '預定完工日期'),
    type: 'date',
    at: 'intake',
    requiredFor: 'open',
  },
];

/** Who builds. */
export const contractorFields: Field[] = [
  {
    key: 'contractor',
    name: words('Contractor', '施工单位', '施工單位'),
    type: 'text',
    at: 'intake',
    requiredFor: 'open',
  },
  { key: 'foreman', name: words('Foreman', '施工负责人', '施工負責人'), type: 'text', at: 'intake' },
  { key: 'workers', name: words('Number of workers', '施工人数', '施工人數'), type: 'number', at: 'intake' },
];

/** RENO-20: which edition of the fit-out handbook the contractor was given; that he knows it he signs for. */
export const rulesFields: Field[] = [
  onTicket('text', 'handbook_edition', words('Fit-out handbook, edition', '装修手册版本', '裝修手冊版本'), {
    hint: words('The one handed to the contractor', '发给施工单位的版本', '發給施工單位的版本'),
  }),
  onTicket('date', 'handbook_given_on', words('Handbook handed over on', '装修手册发放日期', '裝修手冊發放日期')),
];

/** RENO-05: what the foreman brings. */
export const registrationFields: Field[] = [
  onTicket(
    'yes_no',
    'registration_form',
    words('Renovation works registration form filled in', '装修施工登记表已填妥', '裝修施工登記表已填妥'),
  ),
  onTicket('yes_no', 'workers_papers', words('Workers’ papers valid', '施工人员证件有效', '施工人員證件有效')),
  onTicket('yes_no', 'papers_copied', words('Copies of the papers handed in', '已交证件复印件', '已交證件影本')),
  onTicket('yes_no', 'workers_photos', words('Photographs handed in', '已交照片', '已交照片')),
];

/** RENO-06: as they stand on the receipt. */
export const paymentFields: Field[] = [
  onTicket('number', 'charges', words('Charges paid (CNY)', '实收费用（元）', '實收費用（元）')),
  onTicket('number', 'deposit', words('Deposit paid (CNY)', '实收押金（元）', '實收押金（元）')),
  onTicket('text', 'receipt_number', words('Receipt number', '收据编号', '收據編號'), { indexed: true }),
];

/** RENO-06, RENO-08, RENO-11: issued, and come back. */
export const passFields: Field[] = [
  onTicket('number', 'passes', words('Temporary passes issued', '发放临时出入证数量', '發放臨時出入證數量')),
  onTicket('text', 'pass_numbers', words('Numbers of the passes', '出入证编号', '出入證編號')),
  onTicket('date', 'passes_until', words('Passes valid until', '出入证有效期至', '出入證有效期至'), { indexed: true }),
  onTicket('number', 'passes_returned', words('Passes returned', '收回出入证数量', '收回出入證數量')),
  onTicket('yes_no', 'passes_missing', words('Passes missing', '是否有未交回的出入证', '是否有未交回的出入證')),
  onTicket(
    'text',
    'missing_numbers',
    words('Numbers of the missing passes', '未交回的出入证编号', '未交回的出入證編號'),
    {
      when: { field: 'passes_missing', is: true },
    },
  ),
];

/** A rule that is looked at on site. Of a violation the owner gets a notice (RENO-20), and engineering sees it put right. */
const point = (key: string, name: Field['name']): Field =>
  inspected(key, name, {
    key: 'violation',
    name: words('Violation, to be put right', '违规，须整改', '違規，須改善'),
    saidIn: 'site_remarks',
    opens: { kind: 'violation_notice', pointIn: 'rule' },
  });

/** RENO-13, RENO-20: the fit-out rules, point by point: papers and works agree; nothing threatens safety, look or use; civilised work. */
export const siteFields: Field[] = [
  point('as_permitted', words('Works as permitted', '按批准内容施工', '按許可內容施工')),
  point(
    'structure_intact',
    words('Structure, pipes and outside look intact', '结构、管线及外观完好', '結構、管線及外觀完好'),
  ),
  point('waste_removed', words('Waste removed, public area clean', '垃圾清运，公共区域整洁', '垃圾清運，公共區域整潔')),
  point('hours_kept', words('Working hours kept, noise limited', '遵守施工时间，控制噪音', '遵守施工時間，控制噪音')),
  point(
    'fire_safety',
    words('Fire extinguishers, no unsafe wiring', '配备灭火器，临时用电规范', '配備滅火器，臨時用電合規'),
  ),
  point(
    'common_protected',
    words('Lifts and public areas protected', '电梯及公共部位已做保护', '電梯及公共部位已做保護'),
  ),
  point('workers_with_pass', words('Workers wear their passes', '施工人员佩戴出入证', '施工人員佩戴出入證')),
  onTicket('long_text', 'site_remarks', words('Remarks on site', '现场检查说明', '現場檢查說明')),
];

export const sitePoints: string[] = siteFields.filter(({ type }) => type === 'choice').map(({ key }) => key);

export const acceptanceFields: Field[] = [
  onTicket('date', 'accepted_on', words('Day of the acceptance', '验收日期', '驗收日期')),
  onTicket('number', 'deposit_refunded', words('Deposit given back (CNY)', '退还押金（元）', '退還押金（元）')),
  onTicket('number', 'deductions', words('Kept back (CNY)', '扣除金额（元）', '扣除金額（元）')),
  onTicket('text', 'deducted_for', words('Kept back for', '扣除原因', '扣除原因')),
  onTicket('text', 'refund_receipt', words('Number of the refund receipt', '退款凭据编号', '退款憑據編號')),
];
