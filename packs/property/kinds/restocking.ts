import type { Kind } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { complete, tellResult } from '../commitments.ts';
import { schedule } from '../ladders.ts';
import { reception } from '../limits.ts';
import { simpleStages } from '../stages.ts';
import { taskSteps } from '../steps.ts';

/** RECP-06: what is missing in the waiting area; opened by the checklist and open until it is filled. */
export const restocking: Kind = {
  key: 'restocking',
  name: words('Restocking', '物品补充', '物品補充'),
  about: words(
    'Something the counter or the waiting area has run out of',
    '前台或等候区缺少的物品，补齐为止',
    '櫃檯或等候區缺少的物品，補齊為止',
  ),
  type: 'task',
  icon: 'checklist',
  urgency: 'normal',
  department: 'customer_service',
  needsPlace: false,
  needsCustomer: false,
  stages: simpleStages({
    new: words('Missing', '待补充', '待補充'),
    active: words('Being fetched', '补充中', '補充中'),
    resolved: words('Filled', '已补齐', '已補齊'),
  }),
  fields: [
    { key: 'wanted', name: words('How many are wanted', '需补数量', '需補數量'), type: 'number', at: 'ticket' },
    {
      key: 'filled',
      name: words('How many were filled up', '实补数量', '實補數量'),
      type: 'number',
      at: 'ticket',
      requiredFor: 'resolve',
    },
  ],
  steps: taskSteps,
  guards: { resolve: ['outcome_given'], close: ['customer_told'] },
  commitments: [complete(reception('P1D', schedule)), tellResult(reception('P1D'))],
  visits: [],
};
