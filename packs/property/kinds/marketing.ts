import type { Kind } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { atIntake } from '../lines.ts';
import { complete, tellResult } from '../commitments.ts';
import { schedule } from '../ladders.ts';
import { reception } from '../limits.ts';
import { simpleStages } from '../stages.ts';
import { taskSteps } from '../steps.ts';

/** CHAN-23: a service offered to one customer, and what became of it. */
export const marketing: Kind = {
  key: 'marketing',
  name: words('Marketing', '市场营销', '市場行銷'),
  about: words(
    'A paid service or an activity is offered to a customer',
    '向客户推介有偿服务或社区活动',
    '向客戶推介付費服務或社區活動',
  ),
  type: 'consultation',
  function: 'marketing',
  icon: 'bulb',
  urgency: 'normal',
  department: 'customer_service',
  needsPlace: false,
  needsCustomer: true,
  stages: simpleStages({
    new: words('To be offered', '待推介', '待推介'),
    active: words('Offered', '跟进中', '跟進中'),
    resolved: words('Decided', '已有结果', '已有結果'),
  }),
  fields: [
    atIntake('text', 'offer', words('What is offered', '推介内容', '推介內容')),
    {
      key: 'offer_taken',
      name: words('Customer accepted', '客户接受', '客戶接受'),
      type: 'yes_no',
      at: 'ticket',
      requiredFor: 'resolve',
    },
  ],
  steps: taskSteps,
  guards: { resolve: ['outcome_given'], close: ['customer_told'] },
  commitments: [complete(reception('P5D', schedule)), tellResult(reception('P1D'))],
  visits: [],
};
