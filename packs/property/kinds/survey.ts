import type { Kind } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { atIntake } from '../lines.ts';
import { complete, tellResult } from '../commitments.ts';
import { schedule } from '../ladders.ts';
import { reception } from '../limits.ts';
import { simpleStages } from '../stages.ts';
import { taskSteps } from '../steps.ts';

/** CHAN-23: one household's or firm's part in a survey of needs and opinions. */
export const survey: Kind = {
  key: 'survey',
  name: words('Market survey', '市场调查', '市場調查'),
  about: words(
    'Somebody is asked about needs and opinions, and what he says is kept',
    '就需求与意见走访或电话调查，记录其回答',
    '就需求與意見走訪或電話調查，記錄其回答',
  ),
  type: 'consultation',
  function: 'market_survey',
  icon: 'clipboard-list',
  urgency: 'normal',
  department: 'customer_service',
  needsPlace: false,
  needsCustomer: true,
  stages: simpleStages({
    new: words('Planned', '待调查', '待調查'),
    active: words('Being asked', '调查中', '調查中'),
    resolved: words('Answered', '已完成', '已完成'),
  }),
  fields: [
    atIntake('text', 'survey_subject', words('Subject', '调查主题', '調查主題')),
    {
      key: 'survey_answer',
      name: words('What was said', '受访者意见', '受訪者意見'),
      type: 'long_text',
      at: 'ticket',
      requiredFor: 'resolve',
    },
  ],
  steps: taskSteps,
  guards: { resolve: ['outcome_given'], close: ['customer_told'] },
  commitments: [complete(reception('P5D', schedule)), tellResult(reception('P1D'))],
  visits: [],
};
