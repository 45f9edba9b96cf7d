import type { Field, Kind, Stage } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { atIntake } from '../lines.ts';
import { ending } from '../stages.ts';
import { complete, tellResult } from '../commitments.ts';
import { schedule } from '../ladders.ts';
import { reception, shift } from '../limits.ts';
import { serviceSteps } from '../steps.ts';
import { serviceVisits } from '../visits.ts';
import { contractorFields, periodFields } from '../works.ts';

const ENDS = ['waiting_customer', 'cancelled'];

const stages: Stage[] = [
  {
    key: 'received',
    name: words('Application received', '已受理申请', '已受理申請'),
    class: 'new',
    next: ['engineering_approved', ...ENDS],
  },
  {
    key: 'engineering_approved',
    name: words('Approved by engineering', '工程部审批通过', '工程部審批通過'),
    class: 'active',
    next: ['prepared', ...ENDS],
  },
  {
    key: 'prepared',
    name: words('Before the deputy general manager', '呈副总经理审批', '呈副總經理審批'),
    class: 'active',
    next: ['works', ...ENDS],
  },
  {
    key: 'works',
    name: words('Works permitted', '准予施工', '許可施工'),
    class: 'active',
    next: ['acceptance', ...ENDS],
  },
  {
    key: 'acceptance',
    name: words('Acceptance', '竣工验收', '竣工驗收'),
    class: 'active',
    next: ['works', 'resolved', ...ENDS],
  },
  {
    key: 'waiting_customer',
    name: words('Waiting for the merchant', '等待商户回复', '等候商戶回覆'),
    class: 'waiting_customer',
    pause: 'waiting_customer',
    next: ['engineering_approved', 'prepared', 'works', 'acceptance', 'cancelled'],
  },
  ...ending(words('Accepted', '验收通过', '驗收通過'), 'acceptance', words('Not permitted', '不予批准', '不予許可')),
];

const fields: Field[] = [
  atIntake('choice', 'trade', words('Line of business', '经营业态', '經營業態'), {
    choices: [
      { key: 'retail', name: words('Shop', '零售', '零售') },
      { key: 'catering', name: words('Food and drink', '餐饮', '餐飲') },
      { key: 'services', name: words('Services', '生活服务', '生活服務') },
      { key: 'office', name: words('Office', '办公', '辦公') },
      { key: 'other', name: words('Something else', '其他', '其他') },
    ],
    indexed: true,
  }),
  atIntake('long_text', 'works', words('Works applied for', '申请装修内容', '申請裝修內容')),
  ...periodFields,
  ...contractorFields,
  {
    key: 'drawings',
    name: words('Drawings with explanation handed in', '已交图纸及说明', '已交圖面及說明'),
    type: 'yes_no',
    at: 'intake',
  },
  {
    key: 'fire_protection',
    name: words('Changes fire protection', '是否改动消防设施', '是否變動消防設施'),
    type: 'yes_no',
    at: 'intake',
  },
  {
    key: 'technical_opinion',
    name: words('Technical opinion', '工程部技术意见', '工程部技術意見'),
    hint: words(
      'Structure, power, water, ventilation, fire protection',
      '结构、用电、给排水、通风、消防',
      '結構、用電、給排水、通風、消防',
    ),
    type: 'long_text',
    at: 'ticket',
  },
  {
    key: 'centre_opinion',
    name: words('Opinion of the centre', '中心经理意见', '中心經理意見'),
    type: 'long_text',
    at: 'ticket',
  },
  {
    key: 'accepted_on',
    name: words('Day of the acceptance', '验收日期', '驗收日期'),
    type: 'date',
    at: 'ticket',
  },
  {
    key: 'acceptance_result',
    name: words('Result of the acceptance', '验收结论', '驗收結論'),
    type: 'choice',
    choices: [
      { key: 'as_approved', name: words('As approved', '与批准方案一致', '與許可方案一致') },
      { key: 'put_right', name: words('Defects, put right', '有缺陷，已整改', '有缺失，已改善') },
      { key: 'defects', name: words('Defects left', '有缺陷，未整改', '有缺失，未改善') },
    ],
    at: 'ticket',
    requiredFor: 'resolve',
    indexed: true,
  },
  {
    key: 'acceptance_report',
    name: words('Acceptance report', '验收报告', '驗收報告'),
    type: 'long_text',
    at: 'ticket',
    requiredFor: 'resolve',
  },
];

/**
 * APRV-07, RENO-19: engineering, then the deputy general manager with what the centre manager prepared; at the end the acceptance
 * report. The centre manager approves it alone, unless the house adds another approval after his (the source leaves it open).
 */
export const fitOut: Kind = {
  key: 'fit_out',
  name: words('Secondary fit-out', '商铺二次装修', '商舖二次裝修'),
  about: words(
    'A merchant or tenant wants to fit out his premises',
    '商户或租户申请二次装修',
    '商戶或租戶申請二次裝修',
  ),
  type: 'request',
  icon: 'hammer',
  urgency: 'normal',
  department: 'engineering',
  needsPlace: true,
  needsCustomer: true,
  stages,
  fields,
  steps: serviceSteps,
  guards: { resolve: ['outcome_given'], close: ['customer_told', 'visits_ended'] },
  // no source says how long works may take: a clock runs where an end was promised
  commitments: [{ ...complete(reception('P90D', schedule)), onlyPromised: true }, tellResult(reception('P1D'))],
  approvals: [
    {
      key: 'engineering',
      name: words('Technical approval', '工程部审批', '工程部審批'),
      by: [{ post: 'maintenance_supervisor' }],
      before: 'engineering_approved',
      needs: ['drawings', 'fire_protection', 'technical_opinion'],
      limit: shift('P3D'),
    },
    {
      key: 'preparation',
      name: words('Submitted by the centre manager', '中心经理呈报', '中心經理呈報'),
      by: ['centre_manager'],
      before: 'prepared',
      needs: ['centre_opinion'],
      limit: reception('P1D', schedule),
    },
    {
      key: 'deputy_general_manager',
      name: words('Approval by the deputy general manager', '副总经理审批', '副總經理審批'),
      by: ['deputy_general_manager'],
      before: 'works',
      needs: [],
      limit: reception('P2D', schedule),
    },
    {
      key: 'acceptance',
      name: words('Acceptance report', '验收报告审批', '驗收報告審批'),
      by: ['centre_manager'],
      from: 'acceptance',
      before: 'resolved',
      needs: ['accepted_on', 'acceptance_result', 'acceptance_report'],
      limit: reception('P2D', schedule),
    },
  ],
  visits: serviceVisits,
};
