import type { Kind } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { ending } from '../stages.ts';
import { complete, tellResult } from '../commitments.ts';
import { schedule } from '../ladders.ts';
import { reception } from '../limits.ts';
import { atIntake, onTicket } from '../lines.ts';
import { taskSteps } from '../steps.ts';

/** S4 §2.2(2): studied, planned, approved, held, summed up. Who approves is not said there: whoever answers for the centre (inferred). */
export const publicBenefit: Kind = {
  key: 'public_benefit',
  name: words('Public-benefit activity', '公益活动', '公益活動'),
  about: words(
    'An activity for the community: plan, approval, result',
    '面向社区的公益活动：方案、审批与总结',
    '面向社區的公益活動：方案、審批與總結',
  ),
  type: 'task',
  icon: 'heart',
  urgency: 'normal',
  department: 'customer_service',
  needsPlace: false,
  needsCustomer: false,
  stages: [
    {
      key: 'planned',
      name: words('Plan submitted', '方案已报批', '方案已送審'),
      class: 'new',
      next: ['approved', 'cancelled'],
    },
    {
      key: 'approved',
      name: words('Approved, being held', '已批准，举办中', '已獲許可，舉辦中'),
      class: 'active',
      next: ['resolved', 'cancelled'],
    },
    ...ending(
      words('Held and summed up', '已举办并总结', '已舉辦並總結'),
      'approved',
      words('Not held', '未举办', '未舉辦'),
    ),
  ],
  fields: [
    atIntake('long_text', 'feasibility', words('Feasibility study', '可行性调研', '可行性調研')),
    atIntake('long_text', 'plan', words('Plan of the activity', '活动方案', '活動方案')),
    atIntake('date', 'held_on', words('Day of the activity', '活动日期', '活動日期'), { indexed: true }),
    { key: 'budget', name: words('Budget (CNY)', '预算（元）', '預算（元）'), type: 'number', at: 'intake' },
    onTicket('number', 'took_part', words('How many took part', '参加人数', '參加人數'), { requiredFor: 'resolve' }),
    onTicket('number', 'spent', words('Spent (CNY)', '实际支出（元）', '實際支出（元）')),
    onTicket('long_text', 'analysis', words('Analysis and summary', '分析总结', '分析總結'), {
      requiredFor: 'resolve',
    }),
  ],
  steps: taskSteps.slice(0, 3),
  guards: { resolve: ['outcome_given'], close: ['customer_told'] },
  commitments: [complete(reception('P30D', schedule)), tellResult(reception('P1D'))],
  approvals: [
    {
      key: 'plan_approved',
      name: words('Approval of the plan', '方案审批', '方案審批'),
      by: ['centre_manager'],
      before: 'approved',
      needs: ['feasibility', 'plan'],
      limit: reception('P3D'),
    },
  ],
  visits: [],
};
