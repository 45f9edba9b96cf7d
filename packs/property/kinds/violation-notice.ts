import type { Kind } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { complete, tellResult } from '../commitments.ts';
import { schedule } from '../ladders.ts';
import { reception } from '../limits.ts';
import { onTicket } from '../lines.ts';
import { ending } from '../stages.ts';
import { taskSteps } from '../steps.ts';

const ON_SITE = [{ post: 'site_administrator' }, { post: 'site_supervisor' }];

/**
 * RENO-20: a rule of fit-out that a contractor breaks leads to a notice to the owner (业主装修违规整改通知书): opened by the point that
 * failed, served against signature, and looked at again on site. The days are ours: the source names none.
 */
export const violationNotice: Kind = {
  key: 'violation_notice',
  name: words('Violation notice', '装修违规整改通知书', '裝修違規改善通知書'),
  about: words(
    'A point of the fit-out rules was broken; the owner has it put right by a day',
    '装修检查不合格项，通知业主限期整改',
    '裝修檢查不合格項目，通知業主限期改善',
  ),
  type: 'task',
  icon: 'message-exclamation',
  urgency: 'normal',
  department: 'engineering',
  needsPlace: false,
  needsCustomer: false,
  stages: [
    { key: 'found', name: words('To be served', '待送达', '待送達'), class: 'new', next: ['served', 'cancelled'] },
    {
      key: 'served',
      name: words('Served, being put right', '已送达，整改中', '已送達，改善中'),
      class: 'active',
      next: ['put_right', 'cancelled'],
    },
    {
      key: 'put_right',
      name: words('Put right on site', '现场复查合格', '現場複查合格'),
      class: 'active',
      next: ['resolved'],
    },
    ...ending(words('Put right', '整改完毕', '改善完畢'), 'served', words('Issued in error', '误发撤回', '誤發撤回')),
  ],
  fields: [
    {
      key: 'rule',
      name: words('Rule that was broken', '违反的规定', '違反的規定'),
      type: 'text',
      at: 'intake',
      requiredFor: 'open',
      indexed: true,
    },
    onTicket('date', 'put_right_by', words('To be put right by', '整改期限', '改善期限'), { indexed: true }),
    onTicket('date', 'put_right_on', words('Found put right on', '复查合格日期', '複查合格日期')),
  ],
  steps: taskSteps.slice(0, 3),
  guards: { resolve: ['outcome_given'], close: ['customer_told'] },
  commitments: [complete(reception('P10D', schedule)), tellResult(reception('P1D'))],
  approvals: [
    {
      key: 'served',
      name: words('Served on the owner', '送达业主签收', '送達業主簽收'),
      by: ON_SITE,
      before: 'served',
      needs: ['rule', 'put_right_by'],
      signature: 'customer',
      limit: reception('P1D', schedule),
    },
    {
      key: 'looked_at_again',
      name: words('Looked at again on site', '现场复查', '現場複查'),
      by: ON_SITE,
      from: 'served',
      before: 'put_right',
      needs: ['put_right_on'],
      signature: 'own',
      limit: reception('P5D', schedule),
    },
  ],
  visits: [],
};
