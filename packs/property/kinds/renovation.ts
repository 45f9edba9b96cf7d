import type { Field, Kind, Paper, Stage } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { application, paper } from '../formalities.ts';
import { atIntake } from '../lines.ts';
import { ending, waitingForPapers } from '../stages.ts';
import { complete, tellResult } from '../commitments.ts';
import { schedule } from '../ladders.ts';
import { hurriedWork, reception, shift } from '../limits.ts';
import { serviceVisits } from '../visits.ts';
import {
  acceptanceFields,
  contractorFields,
  passFields,
  paymentFields,
  periodFields,
  registrationFields,
  rulesFields,
  siteFields,
  sitePoints,
} from '../works.ts';
import { serviceSteps } from '../steps.ts';

const WAITS_AND_ENDS = ['waiting_customer', 'cancelled'];

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
    next: ['registered', ...WAITS_AND_ENDS],
  },
  {
    key: 'registered',
    name: words('Workers registered', '施工人员已登记', '施工人員已登記'),
    class: 'active',
    next: ['paid', ...WAITS_AND_ENDS],
  },
  {
    key: 'paid',
    name: words('Paid, passes being made', '已缴费，制证中', '已繳費，製證中'),
    class: 'active',
    next: ['works', ...WAITS_AND_ENDS],
  },
  {
    key: 'works',
    name: words('Works begun, site to be checked', '已开工，待现场检查', '已開工，待現場檢查'),
    class: 'active',
    next: ['works_checked', 'waiting_customer'],
  },
  {
    key: 'works_checked',
    name: words('Works going on', '施工中', '施工中'),
    class: 'active',
    next: ['acceptance', 'waiting_customer'],
  },
  {
    key: 'acceptance',
    name: words('Works ended, acceptance', '完工验收', '完工驗收'),
    class: 'active',
    next: ['works_checked', 'passes_back', 'waiting_customer'],
  },
  {
    key: 'passes_back',
    name: words('Accepted, passes recovered', '验收通过，证件已收回', '驗收通過，證件已收回'),
    class: 'active',
    next: ['resolved', 'waiting_customer'],
  },
  waitingForPapers(
    'checked',
    'first_reviewed',
    'approved',
    'registered',
    'paid',
    'works',
    'works_checked',
    'acceptance',
    'passes_back',
    'cancelled',
  ),
  ...ending(
    words('Works accepted, fees settled', '验收合格，费用结清', '驗收合格，費用結清'),
    'acceptance',
    words('Not permitted', '不予批准', '不予許可'),
  ),
];

/** Whoever of these stands there takes the application. */
const RECEIVE = [
  { post: 'customer_service_assistant' },
  { post: 'front_desk_clerk' },
  { post: 'customer_service_supervisor' },
];

/** RENO-01: what the owner hands in; of the workers one copy each. */
const papers: Paper[] = [
  application(words('Renovation application form', '装修申请表', '裝修申請表')),
  paper('drawings', 'copy', words('Drawings of the works', '装修图纸', '裝修圖面')),
  paper('drawings_explained', 'filled_in', words('Explanation of the drawings', '图纸说明', '圖面說明')),
  paper(
    'identity_copies',
    'copy',
    words('Copies of the workers’ identity cards', '施工人员身份证复印件', '施工人員身分證影本'),
    { eachOf: 'workers' },
  ),
];

const fields: Field[] = [
  atIntake('choice', 'works_sort', words('Sort of works', '装修项目', '裝修項目'), {
    choices: [
      { key: 'whole', name: words('Whole flat', '全屋装修', '全屋裝修') },
      { key: 'kitchen_bath', name: words('Kitchen or bathroom', '厨房、卫生间', '廚房、浴室') },
      { key: 'walls_floor', name: words('Walls and floors', '墙面、地面', '牆面、地面') },
      { key: 'pipes_wiring', name: words('Pipes and wiring', '水电改造', '水電改造') },
      { key: 'balcony_windows', name: words('Balcony and windows', '阳台、门窗', '陽臺、門窗') },
      { key: 'air_conditioning', name: words('Air conditioning', '空调安装', '冷氣安裝') },
      { key: 'other', name: words('Something else', '其他', '其他') },
    ],
    indexed: true,
  }),
  atIntake('long_text', 'works', words('Works applied for', '申请装修内容', '申請裝修內容')),
  ...periodFields,
  ...contractorFields,
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
  ...rulesFields,
  ...registrationFields,
  ...paymentFields,
  ...passFields,
  ...siteFields,
  ...acceptanceFields,
];

/**
 * RENO-01..08, APRV-06: checked on the spot, reviewed twice, its copy delivered; the foreman's papers checked, paid, passes made
 * and issued; works; accepted, passes recovered with word to security, what was deposited settled. Amounts stand here as they
 * were receipted: no account is kept of them.
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
  papers: { by: RECEIVE, list: papers },
  guards: {
    resolve: ['no_open_work_order', 'outcome_given'],
    close: ['no_open_work_order', 'customer_told', 'visits_ended'],
  },
  commitments: [
    // RENO-12: two days, until the office head has decided
    {
      kind: 'review',
      name: words('Complete the review', '完成装修审核', '完成裝修審核'),
      from: 'opened',
      keptBy: ['approved'],
      approval: 'second_review',
      limit: reception('P2D', schedule),
      pausable: true,
    },
    // RENO-07: when the passes are made, the owner hears that work may start
    {
      kind: 'tell_start',
      name: words('Tell the owner that work may start', '通知业主可以开工', '通知業主可以開工'),
      from: 'approved',
      approval: 'passes_issued',
      keptBy: ['answered', 'told'],
      limit: reception('PT4H'),
      pausable: false,
    },
    // no source says how long works may take: a clock runs where an end was promised
    { ...complete(reception('P90D', schedule)), onlyPromised: true },
    tellResult(reception('P1D')),
  ],
  approvals: [
    {
      key: 'spot_check',
      name: words('First check on the spot', '现场初步审核', '現場初步審核'),
      by: RECEIVE,
      before: 'checked',
      needs: ['workers', 'rules_given'],
      papers: true,
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
    {
      // RENO-04: on the next day
      key: 'copy_delivered',
      name: words('Copy delivered to the owner', '审核件送达业主', '審核件送達業主'),
      by: RECEIVE,
      before: 'registered',
      needs: [],
      signature: 'customer',
      limit: reception('P1D'),
    },
    {
      // RENO-20: whoever answers for the works signs that he knows the rules; nobody is registered before
      key: 'rules_acknowledged',
      name: words('Fit-out rules acknowledged', '施工单位确认装修规定', '施工單位確認裝修規定'),
      by: [
        { post: 'site_administrator' },
        { post: 'site_supervisor' },
        { post: 'customer_service_assistant' },
        { post: 'front_desk_clerk' },
      ],
      before: 'registered',
      needs: ['contractor', 'foreman', 'handbook_edition', 'handbook_given_on'],
      signature: 'customer',
      limit: reception('P5D'),
    },
    {
      key: 'registration',
      name: words('Workers’ papers checked', '施工人员证件核验', '施工人員證件核驗'),
      by: [{ post: 'site_administrator' }, { post: 'site_supervisor' }],
      before: 'registered',
      needs: ['registration_form', 'workers_papers', 'papers_copied', 'workers_photos'],
      signature: 'own',
      // a limit of ours, as all of these that no source names: it begins as the copy is delivered, and the foreman has to come first
      limit: reception('P5D'),
    },
    {
      key: 'payment',
      name: words('Payment collected', '出纳收款签字', '出納收款簽名'),
      by: [{ post: 'cashier' }],
      before: 'paid',
      needs: ['charges', 'deposit', 'receipt_number'],
      // FINC-03: nothing goes on until the money is on record
      paid: true,
      signature: 'own',
      limit: reception('P1D'),
    },
    {
      key: 'passes_made',
      name: words('Temporary passes made', '制作临时出入证', '製作臨時出入證'),
      by: [{ post: 'site_administrator' }, { post: 'site_supervisor' }],
      before: 'works',
      needs: ['passes', 'pass_numbers', 'passes_until'],
      signature: 'own',
      limit: reception('P1D'),
    },
    {
      // the administrator makes them, the supervisor issues them (S4 §2.5(4)–(5))
      key: 'passes_issued',
      name: words('Temporary passes issued', '签发临时出入证', '簽發臨時出入證'),
      by: [{ post: 'customer_service_supervisor' }],
      before: 'works',
      needs: [],
      limit: reception('P1D'),
      tells: [{ post: 'site_supervisor' }, { post: 'site_administrator' }],
    },
    {
      // RENO-20: against the rules, point by point; each that fails leads to a violation notice to the owner, and is mended
      key: 'site_check',
      name: words('Site checked', '施工现场检查', '施工現場檢查'),
      by: [{ post: 'site_administrator' }, { post: 'site_supervisor' }],
      before: 'works_checked',
      needs: sitePoints,
      asks: ['site_remarks'],
      signature: 'own',
      limit: reception('P1D', schedule),
    },
    {
      key: 'works_accepted',
      name: words('Works accepted on site', '现场完工验收', '現場完工驗收'),
      by: [{ post: 'site_supervisor' }],
      from: 'acceptance',
      before: 'passes_back',
      needs: [...sitePoints, 'accepted_on'],
      asks: ['site_remarks'],
      limit: reception('P2D', schedule),
    },
    {
      // RENO-08: registered as they come back, and security knows
      key: 'passes_recovered',
      name: words('Passes recovered', '收回临时出入证', '收回臨時出入證'),
      by: [{ post: 'site_administrator' }, { post: 'site_supervisor' }],
      before: 'passes_back',
      needs: ['passes_returned', 'passes_missing'],
      asks: ['missing_numbers'],
      signature: 'own',
      limit: reception('P1D'),
      tells: [{ department: 'security' }],
    },
    {
      key: 'settlement',
      name: words('Fees settled', '费用结清', '費用結清'),
      by: [{ post: 'cashier' }],
      before: 'resolved',
      needs: ['deposit_refunded'],
      asks: ['deductions', 'deducted_for', 'refund_receipt'],
      signature: 'own',
      limit: reception('P2D'),
    },
  ],
  workOrder: { accept: shift('PT4H'), arrive: shift('P1D'), complete: shift('P3D'), when: hurriedWork },
  visits: serviceVisits,
};
