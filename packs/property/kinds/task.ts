import type { Kind } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { complete, tellResult } from '../commitments.ts';
import { schedule } from '../ladders.ts';
import { hurriedWork, reception, shift } from '../limits.ts';
import { simpleStages } from '../stages.ts';
import { taskSteps } from '../steps.ts';

/** ASGN-05: giver and due time stand on the ticket; nobody calls about it, so it has no digit. */
export const task: Kind = {
  key: 'task',
  name: words('Task from a superior', '上级交办任务', '上級交辦事項'),
  about: words('Given by a superior, done on time and to quality', '上级临时交办的工作', '上級臨時交辦的工作'),
  type: 'task',
  icon: 'checklist',
  urgency: 'normal',
  department: 'customer_service',
  needsPlace: false,
  needsCustomer: false,
  stages: simpleStages({
    new: words('Given', '已交办', '已交辦'),
    active: words('In progress', '进行中', '進行中'),
    resolved: words('Done, to be confirmed', '已完成待确认', '已完成待確認'),
  }),
  fields: [
    {
      key: 'standard',
      name: words('What is expected', '完成标准', '完成標準'),
      type: 'long_text',
      at: 'intake',
    },
    {
      key: 'quality',
      name: words('Quality of the result', '完成质量', '完成品質'),
      type: 'choice',
      choices: [
        { key: 'good', name: words('Good', '良好', '良好') },
        { key: 'sufficient', name: words('Sufficient', '合格', '合格') },
        { key: 'poor', name: words('Poor', '欠佳', '欠佳') },
      ],
      at: 'ticket',
      requiredFor: 'close',
    },
  ],
  steps: taskSteps,
  guards: { resolve: ['no_open_work_order', 'outcome_given'], close: ['no_open_work_order', 'customer_told'] },
  commitments: [
    complete(reception('P3D', schedule), { urgent: reception('P1D', schedule) }),
    tellResult(reception('P1D')),
  ],
  workOrder: { accept: shift('P1D'), arrive: shift('P2D'), complete: shift('P2D'), when: hurriedWork },
  visits: [],
};
