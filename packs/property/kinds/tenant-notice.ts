import type { Kind } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { atIntake } from '../lines.ts';
import { ending } from '../stages.ts';
import { complete, tellResult } from '../commitments.ts';
import { schedule } from '../ladders.ts';
import { reception } from '../limits.ts';
import { taskSteps } from '../steps.ts';

/**
 * S2 §2.1.1.6: proposed by the centre manager. Who approves is not said there: the head of the office (inferred). Once approved it
 * reaches every household that was chosen, and each says that it knows.
 */
export const tenantNotice: Kind = {
  key: 'tenant_notice',
  name: words('Notice to tenants', '租户告知', '租戶告知'),
  type: 'task',
  icon: 'message-exclamation',
  urgency: 'normal',
  department: 'customer_service',
  guards: { resolve: ['outcome_given'], close: ['customer_told'] },
  visits: [],
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
    ...ending(words('All know', '告知完毕', '告知完畢'), 'verified', words('Not sent', '不予发出', '不予發出')),
  ],
  fields: [
    atIntake('long_text', 'notice_text', words('What they have to know', '告知内容', '告知內容')),
    atIntake('date', 'know_by', words('To be known by', '知晓期限', '知曉期限')),
  ],
  steps: taskSteps.slice(0, 3),
  commitments: [complete(reception('P15D', schedule)), tellResult(reception('P1D'))],
  receipts: {
    text: 'notice_text',
    knowBy: 'know_by',
    after: 'approval',
    before: 'verification',
    by: { post: 'customer_service_assistant' },
    limit: reception('P3D', schedule),
  },
  approvals: [
    {
      key: 'proposal',
      name: words('Proposed', '提议', '提議'),
      by: ['centre_manager'],
      before: 'proposed',
      needs: ['notice_text', 'know_by'],
      signature: 'own',
      limit: reception('P1D'),
    },
    {
      key: 'approval',
      name: words('Approved', '批准', '審批'),
      by: [{ post: 'office_head' }],
      before: 'approved',
      needs: ['notice_text', 'know_by'],
      limit: reception('P1D'),
    },
    {
      key: 'verification',
      name: words('Verified that tenants know', '核实租户知晓', '核實租戶知曉'),
      by: [{ post: 'customer_service_supervisor' }],
      before: 'verified',
      needs: [],
      signature: 'own',
      limit: reception('P10D', schedule),
    },
  ],
};
