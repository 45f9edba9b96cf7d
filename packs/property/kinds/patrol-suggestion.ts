import type { Kind } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { complete, tellResult } from '../commitments.ts';
import { schedule } from '../ladders.ts';
import { reception } from '../limits.ts';
import { atIntake } from '../lines.ts';
import { simpleStages } from '../stages.ts';
import { taskSteps } from '../steps.ts';
import { became } from '../choices.ts';

/**
 * PTRL-01: what somebody on a patrol would have improved; passed to the department concerned as he finds it, which says what becomes of
 * it by a day. No customer made it: whoever did is told.
 */
export const patrolSuggestion: Kind = {
  key: 'patrol_suggestion',
  name: words('Suggestion from a patrol', '巡查改进建议', '巡查改善建議'),
  about: words(
    'Facilities, equipment, security, greening or cleaning could be better',
    '巡查中就公共设施、设备、安全、绿化、保洁提出的改进建议',
    '巡查中就公共設施、設備、安全、綠化、清潔提出的改善建議',
  ),
  type: 'suggestion',
  icon: 'bulb',
  urgency: 'normal',
  department: 'customer_service',
  needsPlace: false,
  needsCustomer: false,
  stages: simpleStages({
    new: words('With the department', '待部门答复', '待部門答覆'),
    active: words('Being carried out', '落实中', '落實中'),
    resolved: words('Decided', '已有结论', '已有結論'),
  }),
  fields: [
    atIntake('long_text', 'suggestion', words('What is suggested', '改进建议', '改善建議')),
    became,
    {
      key: 'reason',
      name: words('Answer of the department', '部门答复', '部門答覆'),
      type: 'long_text',
      at: 'ticket',
      requiredFor: 'resolve',
    },
  ],
  steps: taskSteps.slice(0, 3),
  guards: { resolve: ['department_answered', 'plan_realised', 'outcome_given'], close: ['customer_told'] },
  commitments: [complete(reception('P20D', schedule)), tellResult(reception('P1D'))],
  visits: [],
};
