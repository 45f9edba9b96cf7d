import type { Kind, Stage } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { atIntake } from '../lines.ts';
import { ending } from '../stages.ts';
import { complete, firstAnswer, tellProposer, tellResult } from '../commitments.ts';
import { desk, schedule } from '../ladders.ts';
import { reception, shift } from '../limits.ts';
import { suggestionSteps } from '../steps.ts';
import { became } from '../choices.ts';

const stages: Stage[] = [
  {
    key: 'received',
    name: words('Received', '已收集', '已收集'),
    class: 'new',
    next: ['reviewed', 'waiting_customer', 'resolved', 'cancelled'],
  },
  {
    key: 'reviewed',
    name: words('Reviewed', '已审核', '已審核'),
    class: 'active',
    next: ['evaluated', 'waiting_customer', 'resolved', 'cancelled'],
  },
  {
    key: 'evaluated',
    name: words('Evaluated', '已评估', '已評估'),
    class: 'active',
    next: ['waiting_customer', 'resolved', 'cancelled'],
  },
  {
    key: 'waiting_customer',
    name: words('Waiting for the proposer', '等待建议人回复', '等候建議人回覆'),
    class: 'waiting_customer',
    pause: 'waiting_customer',
    next: ['reviewed', 'evaluated', 'resolved', 'cancelled'],
  },
  ...ending(words('Decided', '已有结论', '已有結論'), 'evaluated', words('Not taken up', '不予采纳', '不予採納')),
];

/**
 * CONS-08: passed to the department it concerns, and what became of it is kept. CONS-09: received, reviewed, evaluated, carried
 * out, and the proposer hears of each.
 */
export const suggestion: Kind = {
  key: 'suggestion',
  name: words('Suggestion', '建议', '建議'),
  about: words('Somebody has an idea for the estate or for us', '对小区或服务提出改进建议', '對社區或服務提出改進建議'),
  type: 'suggestion',
  digit: '0',
  icon: 'bulb',
  public: true,
  urgency: 'normal',
  department: 'customer_service',
  needsPlace: false,
  needsCustomer: true,
  stages,
  fields: [
    atIntake('long_text', 'suggestion', words('Suggestion', '建议内容', '建議內容')),
    {
      key: 'benefit',
      name: words('Benefit', '预期效益', '預期效益'),
      hint: words('For the evaluation', '评估时填写', '評估時填寫'),
      type: 'long_text',
      at: 'ticket',
    },
    {
      key: 'cost',
      name: words('Cost', '所需费用', '所需費用'),
      hint: words('For the evaluation', '评估时填写', '評估時填寫'),
      type: 'text',
      at: 'ticket',
    },
    became,
    {
      key: 'reason',
      name: words('Reason', '理由', '理由說明'),
      type: 'long_text',
      at: 'ticket',
      requiredFor: 'resolve',
    },
  ],
  steps: suggestionSteps,
  guards: {
    resolve: ['no_open_work_order', 'department_answered', 'plan_realised', 'outcome_given'],
    close: ['no_open_work_order', 'customer_told'],
  },
  commitments: [
    firstAnswer(reception('P1D')),
    complete(reception('P20D', schedule)),
    tellProposer,
    tellResult(reception('P1D')),
  ],
  approvals: [
    {
      key: 'review',
      name: words('Review', '审核', '審核'),
      by: ['supervisor'],
      before: 'reviewed',
      needs: [],
      limit: reception('P2D', schedule),
    },
    {
      key: 'evaluation',
      name: words('Evaluation', '评估', '評估'),
      by: ['centre_manager'],
      before: 'evaluated',
      needs: ['benefit', 'cost', 'became'],
      limit: reception('P5D', schedule),
    },
  ],
  workOrder: { accept: shift('P1D', desk), arrive: shift('P5D', desk), complete: shift('P5D') },
  visits: [],
};
