import type { Kind } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { complete, firstAnswer, tellResult } from '../commitments.ts';
import { desk, schedule } from '../ladders.ts';
import { reception, shift } from '../limits.ts';
import { simpleStages } from '../stages.ts';
import { suggestionSteps } from '../steps.ts';

/** CONS-08: passed to the department it concerns, and what became of it is kept. */
export const suggestion: Kind = {
  key: 'suggestion',
  name: words('Suggestion', '建议', '建議'),
  about: words('Somebody has an idea for the estate or for us', '对小区或服务提出改进建议', '對社區或服務提出改進建議'),
  type: 'suggestion',
  digit: '0',
  icon: 'bulb',
  urgency: 'normal',
  department: 'customer_service',
  needsPlace: false,
  needsCustomer: true,
  stages: simpleStages({
    new: words('Made', '已收集', '已收集'),
    active: words('With the department concerned', '相关部门研究中', '相關部門研究中'),
    resolved: words('Decided', '已有结论', '已有結論'),
  }),
  fields: [
    {
      key: 'suggestion',
      name: words('Suggestion', '建议内容', '建議內容'),
      type: 'long_text',
      at: 'intake',
      requiredFor: 'open',
    },
    {
      key: 'became',
      name: words('What became of it', '采纳情况', '採納情況'),
      type: 'choice',
      choices: [
        { key: 'adopted', name: words('Adopted', '采纳', '採納') },
        { key: 'partly', name: words('Adopted in part', '部分采纳', '部分採納') },
        { key: 'later', name: words('Kept for later', '暂缓', '暫緩') },
        { key: 'declined', name: words('Not adopted', '未采纳', '未採納') },
      ],
      at: 'ticket',
      requiredFor: 'resolve',
      indexed: true,
    },
    {
      key: 'reason',
      name: words('Reason', '理由', '理由說明'),
      type: 'long_text',
      at: 'ticket',
      requiredFor: 'resolve',
    },
  ],
  steps: suggestionSteps,
  guards: { resolve: ['no_open_work_order', 'outcome_given'], close: ['no_open_work_order', 'customer_told'] },
  commitments: [firstAnswer(reception('P1D')), complete(reception('P10D', schedule)), tellResult(reception('P1D'))],
  workOrder: { accept: shift('P1D', desk), arrive: shift('P5D', desk), complete: shift('P5D') },
  visits: [],
};
