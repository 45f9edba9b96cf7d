import type { Field, Kind, Stage } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { firstAnswer, complete, tellResult } from '../commitments.ts';
import { schedule } from '../ladders.ts';
import { atIntake, onTicket } from '../lines.ts';
import { hurriedWork, reception, shift } from '../limits.ts';
import { productFields } from '../products.ts';

const WAITING = ['waiting_customer', 'waiting_parts'];

const stages: Stage[] = [
  {
    key: 'reported',
    name: words('Reported', '已登记', '已登記'),
    class: 'new',
    next: ['diagnosing', ...WAITING, 'cancelled'],
  },
  {
    key: 'diagnosing',
    name: words('Being diagnosed', '诊断中', '診斷中'),
    class: 'active',
    next: ['repairing', ...WAITING, 'cancelled'],
  },
  {
    key: 'repairing',
    name: words('Being repaired', '修复中', '修復中'),
    class: 'active',
    next: ['diagnosing', ...WAITING, 'resolved', 'cancelled'],
  },
  {
    key: 'waiting_customer',
    name: words('Waiting for the customer', '等待客户回复', '等候客戶回覆'),
    class: 'waiting_customer',
    pause: 'waiting_customer',
    next: ['diagnosing', 'repairing', 'cancelled'],
  },
  {
    key: 'waiting_parts',
    name: words('Waiting for parts', '等待配件', '等候零件'),
    class: 'waiting_other',
    pause: 'waiting_parts',
    next: ['diagnosing', 'repairing', 'cancelled'],
  },
  {
    // what does not work after all goes back to the engineer
    key: 'resolved',
    name: words('To be confirmed by the customer', '待客户确认', '待客戶確認'),
    class: 'resolved',
    next: ['closed', 'diagnosing'],
  },
  { key: 'closed', name: words('Closed', '已结单', '已結案'), class: 'closed', next: ['diagnosing'] },
  { key: 'cancelled', name: words('Cancelled', '已取消', '已取消'), class: 'cancelled', next: [] },
];

const fields: Field[] = [
  ...productFields,
  atIntake('long_text', 'symptom', words('Symptom', '故障现象', '故障現象'), {
    hint: words('What it does, and since when', '表现如何、何时开始', '表現如何、何時開始'),
  }),
  onTicket('long_text', 'cause_found', words('Cause found', '查明原因', '查明原因'), {
    requiredAt: [{ stage: 'repairing', on: 'enter' }],
  }),
  onTicket('choice', 'result', words('Result', '处理结果', '處理結果'), {
    choices: [
      { key: 'repaired', name: words('Repaired', '已修复', '已修復') },
      { key: 'not_repaired', name: words('Cannot be repaired', '无法修复', '無法修復') },
    ],
    requiredFor: 'resolve',
    indexed: true,
    anew: true,
  }),
  onTicket('long_text', 'fix', words('Fix', '解决办法', '解決辦法'), {
    when: { field: 'result', is: 'repaired' },
    requiredFor: 'resolve',
    anew: true,
  }),
  onTicket('long_text', 'failure_reason', words('Reason of failure', '无法修复的原因', '無法修復的原因'), {
    hint: words('As the customer is told', '按向客户说明的内容填写', '按向客戶說明的內容填寫'),
    when: { field: 'result', is: 'not_repaired' },
    requiredFor: 'resolve',
    anew: true,
  }),
  onTicket(
    'choice',
    'works_confirmed',
    words('Customer confirmed that it works', '客户确认恢复正常', '客戶確認恢復正常'),
    {
      choices: [
        { key: 'on_the_spot', name: words('On the spot', '当场确认', '當場確認') },
        { key: 'by_phone', name: words('By telephone', '电话确认', '電話確認') },
        { key: 'in_writing', name: words('In writing', '书面确认', '書面確認') },
      ],
      when: { field: 'result', is: 'repaired' },
      requiredFor: 'close',
      anew: true,
    },
  ),
];

/**
 * CONS-05: diagnosed and repaired by technical support engineers, who sign for both; closed only when the customer has confirmed
 * that it works, or was told why it cannot.
 */
export const productProblem: Kind = {
  key: 'product_problem',
  name: words('Product problem', '产品技术问题', '產品技術問題'),
  about: words(
    'Something we sold or installed does not work as it should',
    '所售或安装的产品使用中出现故障',
    '所售或安裝的產品使用中出現故障',
  ),
  type: 'consultation',
  function: 'business_acceptance',
  icon: 'tool',
  public: true,
  urgency: 'normal',
  department: 'engineering',
  needsPlace: false,
  needsCustomer: true,
  stages,
  fields,
  steps: [
    { key: 'reception', name: words('Reception', '接待', '接待'), doneBy: 'opened' },
    { key: 'diagnosis', name: words('Diagnosis', '诊断', '診斷'), doneBy: 'accepted' },
    { key: 'repair', name: words('Repair', '修复', '修復'), doneBy: 'resolved' },
    { key: 'confirmation', name: words('Confirmation', '确认', '確認'), doneBy: 'closed' },
  ],
  guards: {
    resolve: ['no_open_work_order', 'outcome_given'],
    close: ['no_open_work_order', 'customer_told'],
  },
  commitments: [
    firstAnswer(reception('PT4H'), { urgent: reception('PT1H') }),
    complete(reception('P5D', schedule), { urgent: reception('P2D', schedule) }),
    tellResult(),
  ],
  approvals: [
    {
      key: 'diagnosis',
      name: words('Diagnosis', '故障诊断', '故障診斷'),
      by: [{ post: 'technical_support_engineer' }],
      from: 'diagnosing',
      before: 'repairing',
      needs: ['cause_found'],
      signature: 'own',
      anew: true,
      limit: reception('P1D', schedule),
    },
    {
      key: 'repair',
      name: words('Repair', '修复结果', '修復結果'),
      by: [{ post: 'technical_support_engineer' }],
      from: 'repairing',
      before: 'resolved',
      needs: ['result', 'fix', 'failure_reason'],
      signature: 'own',
      anew: true,
      limit: reception('P3D', schedule),
    },
  ],
  workOrder: { accept: shift('PT4H'), arrive: shift('P2D'), complete: shift('P3D'), when: hurriedWork },
  visits: [],
};
