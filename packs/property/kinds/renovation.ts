import type { Field, Kind, Stage } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { complete, tellResult } from '../commitments.ts';
import { schedule } from '../ladders.ts';
import { reception } from '../limits.ts';
import { serviceVisits } from '../visits.ts';
import { contractorFields, periodFields } from '../works.ts';
import { serviceSteps } from '../steps.ts';

const WAITS_AND_ENDS = ['waiting_customer', 'resolved', 'cancelled'];

const stages: Stage[] = [
  {
    key: 'received',
    name: words('Application received', '已受理申请', '已受理申請'),
    class: 'new',
    next: ['checked', ...WAITS_AND_ENDS],
  },
  {
    key: 'checked',
    name: words('Checked on the spot', '现场初审完毕', '現場初步審核完成'),
    class: 'active',
    next: ['first_reviewed', ...WAITS_AND_ENDS],
  },
  {
    key: 'first_reviewed',
    name: words('Passed the first review', '初审通过', '初審通過'),
    class: 'active',
    next: ['approved', ...WAITS_AND_ENDS],
  },
  {
    key: 'approved',
    name: words('Approved', '复审通过', '複審通過'),
    class: 'active',
    next: WAITS_AND_ENDS,
  },
  {
    key: 'waiting_customer',
    name: words('Waiting for papers', '等待补交资料', '等候補交資料'),
    class: 'waiting_customer',
    pause: 'waiting_customer',
    next: ['checked', 'first_reviewed', 'approved', 'resolved', 'cancelled'],
  },
  {
    key: 'resolved',
    name: words('Reviewed, copy to be delivered', '审核完毕，待送达', '審核完成，待送達'),
    class: 'resolved',
    next: ['closed', 'checked'],
  },
  { key: 'closed', name: words('Closed', '已结单', '已結案'), class: 'closed', next: ['checked'] },
  { key: 'cancelled', name: words('Not permitted', '不予批准', '不予許可'), class: 'cancelled', next: [] },
];

const fields: Field[] = [
  {
    key: 'works_sort',
    name: words('Sort of works', '装修项目', '裝修項目'),
    type: 'choice',
    choices: [
      { key: 'whole', name: words('Whole flat', '全屋装修', '全屋裝修') },
      { key: 'kitchen_bath', name: words('Kitchen or bathroom', '厨房、卫生间', '廚房、浴室') },
      { key: 'walls_floor', name: words('Walls and floors', '墙面、地面', '牆面、地面') },
      { key: 'pipes_wiring', name: words('Pipes and wiring', '水电改造', '水電改造') },
      { key: 'balcony_windows', name: words('Balcony and windows', '阳台、门窗', '陽臺、門窗') },
      { key: 'air_conditioning', name: words('Air conditioning', '空调安装', '冷氣安裝') },
      { key: 'other', name: words('Something else', '其他', '其他') },
    ],
    at: 'intake',
    requiredFor: 'open',
    indexed: true,
  },
  {
    key: 'works',
    name: words('Works applied for', '申请装修内容', '申請裝修內容'),
    type: 'long_text',
    at: 'intake',
    requiredFor: 'open',
  },
  ...periodFields,
  ...contractorFields,
  {
    key: 'identity_copies',
    name: words('Copies of workers’ identity cards handed in', '已交施工人员身份证复印件', '已交施工人員身分證影本'),
    type: 'yes_no',
    at: 'intake',
  },
  {
    key: 'rules_given',
    name: words(
      'Registration form and rules handed to the foreman',
      '已向施工负责人发放登记表与装修规定',
      '已向施工負責人發放登記表與裝修規定',
    ),
    type: 'yes_no',
    at: 'ticket',
  },
  {
    key: 'load_bearing',
    name: words('Touches load-bearing structure', '是否涉及承重结构', '是否涉及承重結構'),
    type: 'yes_no',
    at: 'ticket',
  },
  {
    key: 'conditions',
    name: words('Conditions of the permission', '批准条件', '許可條件'),
    hint: words(
      'Hours, waste, protection of pipes and walls',
      '施工时间、垃圾清运、管线与墙体保护等',
      '施工時間、垃圾清運、管線與牆體保護等',
    ),
    type: 'long_text',
    at: 'ticket',
  },
];

/**
 * The decision on an application: RENO-01..04, RENO-12, APRV-06. Payments, passes and the works themselves come with the
 * chapters that keep money and passes.
 */
export const renovation: Kind = {
  key: 'renovation',
  name: words('Renovation', '装修申请', '裝修申請'),
  about: words('An owner wants to renovate his flat', '业主申请室内装修', '業主申請室內裝修'),
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
  commitments: [
    // RENO-12: two days; RENO-04: the copy on the next day
    complete(reception('P2D', schedule)),
    tellResult(reception('P1D')),
  ],
  approvals: [
    {
      key: 'spot_check',
      name: words('First check on the spot', '现场初步审核', '現場初步審核'),
      by: [
        { post: 'customer_service_assistant' },
        { post: 'front_desk_clerk' },
        { post: 'customer_service_supervisor' },
      ],
      before: 'checked',
      needs: ['drawings', 'identity_copies', 'rules_given'],
      limit: reception('PT2H'),
    },
    {
      key: 'first_review',
      name: words('First review', '初审', '初審'),
      by: [{ post: 'equipment_supervisor' }],
      before: 'first_reviewed',
      needs: ['load_bearing'],
      limit: reception('P1D', schedule),
    },
    {
      key: 'second_review',
      name: words('Second review', '复审', '複審'),
      by: [{ post: 'office_head' }],
      before: 'approved',
      needs: ['conditions'],
      limit: reception('P1D', schedule),
    },
  ],
  visits: serviceVisits,
};
