import type { Field, Kind } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { atIntake } from '../lines.ts';
import { somethingElse } from '../choices.ts';
import { complete, dispatch, firstAnswer, investigate, settleGrave, settleMajor, tellResult } from '../commitments.ts';
import { factFields, interestFields } from '../facts.ts';
import { schedule } from '../ladders.ts';
import { hurriedWork, reception, shift } from '../limits.ts';
import { complaintStages } from '../stages.ts';
import { complaintSteps } from '../steps.ts';
import { complaintVisits } from '../visits.ts';

const fields: Field[] = [
  atIntake('choice', 'about', words('Complaint about', '投诉事项', '投訴事項'), {
    choices: [
      { key: 'attitude', name: words('Manner of our staff', '服务态度', '服務態度'), internal: true },
      {
        key: 'repair_quality',
        name: words('Quality or delay of a repair', '维修质量或时效', '維修品質或時效'),
        internal: true,
      },
      { key: 'noise', name: words('Noise', '噪音扰民', '噪音滋擾') },
      { key: 'cleaning', name: words('Cleaning and greening', '环境卫生与绿化', '環境衛生與綠化'), internal: true },
      { key: 'security', name: words('Security and access', '治安与门禁', '治安與門禁'), internal: true },
      { key: 'parking', name: words('Parking', '车辆停放', '車輛停放') },
      { key: 'renovation', name: words('Renovation next door', '邻居装修', '鄰居裝修') },
      { key: 'charges', name: words('Charges', '收费问题', '收費問題'), internal: true },
      { key: 'facilities', name: words('Shared facilities', '公共设施', '公共設施'), internal: true },
      somethingElse,
    ],
    indexed: true,
  }),
  {
    key: 'wanted_solution',
    name: words('Solution the customer wants', '客户期望的解决方案', '客戶期望的解決方案'),
    hint: words('In his own words', '按客户原话记录', '按客戶原話記錄'),
    type: 'long_text',
    at: 'intake',
    requiredFor: 'resolve',
  },
  {
    key: 'real_cause',
    name: words('Real cause', '真实原因', '真正原因'),
    hint: words(
      'What the inquiry found, not what was said first',
      '填写核实后的原因，而非最初的表述',
      '填寫核實後的原因，而非最初的說法',
    ),
    type: 'long_text',
    at: 'ticket',
    requiredFor: 'resolve',
  },
  ...factFields,
  ...interestFields,
];

export const complaint: Kind = {
  key: 'complaint',
  name: words('Complaint', '投诉', '投訴'),
  about: words(
    'Somebody is dissatisfied with us, a neighbour or the estate',
    '对服务、邻里或小区管理不满意',
    '對服務、鄰里或社區管理不滿意',
  ),
  type: 'complaint',
  digit: '2',
  icon: 'message-exclamation',
  public: true,
  urgency: 'normal',
  department: 'customer_service',
  needsPlace: false,
  needsCustomer: true,
  stages: complaintStages,
  fields,
  steps: complaintSteps,
  guards: {
    resolve: [
      'no_open_work_order',
      'apology_made',
      'real_cause_known',
      'facts_established',
      'explanation_given',
      'ruling_given',
      'outcome_given',
    ],
    close: ['no_open_work_order', 'customer_told', 'visits_ended', 'customer_view_known'],
  },
  commitments: [
    firstAnswer(reception('PT4H'), { urgent: reception('PT1H') }),
    investigate,
    dispatch(reception('PT2H'), { urgent: reception('PT30M') }),
    complete(reception('P3D', schedule), { urgent: reception('P1D', schedule) }),
    settleMajor,
    settleGrave,
    tellResult(),
  ],
  workOrder: { accept: shift('PT2H'), arrive: shift('P1D'), complete: shift('P2D'), when: hurriedWork },
  visits: complaintVisits,
};
