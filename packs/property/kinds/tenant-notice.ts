import type { Kind } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { complete, tellResult } from '../commitments.ts';
import { schedule } from '../ladders.ts';
import { reception } from '../limits.ts';
import { onTicket } from '../lines.ts';
import { taskSteps } from '../steps.ts';

const shared = {
  type: 'task',
  icon: 'message-exclamation',
  urgency: 'normal',
  department: 'customer_service',
  guards: { resolve: ['outcome_given'], close: ['customer_told'] },
  visits: [],
} satisfies Partial<Kind>;

/** S2 §2.1.1.6: proposed by the centre manager. Who approves is not said there: the head of the office (inferred). */
export const tenantNotice: Kind = {
  ...shared,
  key: 'tenant_notice',
  name: words('Notice to tenants', '租户告知', '租戶告知'),
  about: words(
    'Something all tenants concerned have to know: proposed, approved, verified',
    '须让相关租户知晓的事项：提议、批准、核实',
    '須讓相關租戶知曉的事項：提議、審批、核實',
  ),
  needsPlace: false,
  needsCustomer: false,
  stages: [
    {
      key: 'drafted',
      name: words('To be proposed', '待提议', '待提議'),
      class: 'new',
      next: ['proposed', 'cancelled'],
    },
    {
      key: 'proposed',
      name: words('Proposed, to be approved', '已提议，待批准', '已提議，待審批'),
      class: 'active',
      next: ['approved', 'cancelled'],
    },
    {
      key: 'approved',
      name: words('Approved, being delivered', '已批准，送达中', '已通過，送達中'),
      class: 'active',
      next: ['verified', 'cancelled'],
    },
    {
      key: 'verified',
      name: words('Verified that they know', '已核实知晓', '已核實知曉'),
      class: 'active',
      next: ['resolved'],
    },
    {
      key: 'resolved',
      name: words('All know', '告知完毕', '告知完畢'),
      class: 'resolved',
      next: ['closed', 'verified'],
    },
    { key: 'closed', name: words('Closed', '已结单', '已結案'), class: 'closed', next: ['verified'] },
    { key: 'cancelled', name: words('Not sent', '不予发出', '不予發出'), class: 'cancelled', next: [] },
  ],
  fields: [
    {
      key: 'notice_text',
      name: words('What they have to know', '告知内容', '告知內容'),
      type: 'long_text',
      at: 'intake',
      requiredFor: 'open',
    },
    {
      key: 'notice_to',
      name: words('Whom it concerns', '告知范围', '告知範圍'),
      type: 'text',
      at: 'intake',
      requiredFor: 'open',
    },
    onTicket('number', 'tenants', words('How many it concerns', '应告知户数', '應告知戶數')),
    onTicket('number', 'know', words('How many have said that they know', '已确认知晓户数', '已確認知曉戶數')),
    onTicket(
      'long_text',
      'not_reached',
      words('Who was not reached, and why', '未告知到的租户及原因', '未告知到的租戶及原因'),
    ),
  ],
  steps: taskSteps.slice(0, 3),
  commitments: [complete(reception('P10D', schedule)), tellResult(reception('P1D'))],
  approvals: [
    {
      key: 'proposal',
      name: words('Proposed', '提议', '提議'),
      by: ['centre_manager'],
      before: 'proposed',
      needs: ['notice_text', 'notice_to'],
      signature: 'own',
      limit: reception('P1D'),
    },
    {
      key: 'approval',
      name: words('Approved', '批准', '審批'),
      by: [{ post: 'office_head' }],
      before: 'approved',
      needs: [],
      limit: reception('P1D'),
    },
    {
      key: 'verification',
      name: words('Verified that tenants know', '核实租户知晓', '核實租戶知曉'),
      by: [{ post: 'customer_service_supervisor' }],
      before: 'verified',
      needs: ['tenants', 'know'],
      asks: ['not_reached'],
      signature: 'own',
      limit: reception('P5D', schedule),
    },
  ],
};

/** ANNC-01: one tenant's part of it. Open until he has signed that he knows, so that who has not stands in the list. */
export const noticeReceipt: Kind = {
  ...shared,
  key: 'notice_receipt',
  name: words('Tenant’s receipt of a notice', '租户告知签收', '租戶告知簽收'),
  about: words(
    'One tenant is given a notice and signs that he knows',
    '向一户租户送达告知并由其签字确认知晓',
    '向一戶租戶送達告知並由其簽名確認知曉',
  ),
  needsPlace: true,
  needsCustomer: true,
  stages: [
    {
      key: 'to_deliver',
      name: words('To be delivered', '待送达', '待送達'),
      class: 'new',
      next: ['delivered', 'cancelled'],
    },
    {
      key: 'delivered',
      name: words('Delivered, not acknowledged', '已送达，待确认', '已送達，待確認'),
      class: 'active',
      next: ['known', 'cancelled'],
    },
    { key: 'known', name: words('Acknowledged', '已确认知晓', '已確認知曉'), class: 'active', next: ['resolved'] },
    { key: 'resolved', name: words('Settled', '办理完毕', '辦理完成'), class: 'resolved', next: ['closed', 'known'] },
    { key: 'closed', name: words('Closed', '已结单', '已結案'), class: 'closed', next: ['known'] },
    { key: 'cancelled', name: words('Not reached', '未告知到', '未告知到'), class: 'cancelled', next: [] },
  ],
  fields: [
    {
      key: 'of_notice',
      name: words('Number of the notice', '告知单号', '告知單號'),
      type: 'text',
      at: 'intake',
      requiredFor: 'open',
      indexed: true,
    },
    onTicket('date', 'delivered_on', words('Delivered on', '送达日期', '送達日期')),
    onTicket('choice', 'delivered_by', words('How it was delivered', '送达方式', '送達方式'), {
      choices: [
        { key: 'by_hand', name: words('By hand', '当面送达', '當面送達') },
        { key: 'letter_box', name: words('Letter box', '信报箱', '信箱') },
        { key: 'message', name: words('By message', '消息送达', '訊息送達') },
      ],
    }),
  ],
  steps: taskSteps.slice(0, 3),
  commitments: [complete(reception('P5D', schedule)), tellResult(reception('P1D'))],
  approvals: [
    {
      key: 'delivery',
      name: words('Delivered', '送达', '送達'),
      by: [{ post: 'customer_service_assistant' }, { post: 'front_desk_clerk' }],
      before: 'delivered',
      needs: ['delivered_on', 'delivered_by'],
      signature: 'own',
      limit: reception('P2D'),
    },
    {
      key: 'acknowledgement',
      name: words('Tenant knows', '租户确认知晓', '租戶確認知曉'),
      by: [{ post: 'customer_service_assistant' }, { post: 'front_desk_clerk' }],
      before: 'known',
      needs: [],
      signature: 'customer',
      limit: reception('P3D'),
    },
  ],
};
