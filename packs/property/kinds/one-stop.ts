import type { Kind } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { complete, tellResult } from '../commitments.ts';
import { schedule } from '../ladders.ts';
import { hurriedWork, reception, shift } from '../limits.ts';
import { atIntake } from '../lines.ts';
import { simpleStages } from '../stages.ts';
import { serviceSteps } from '../steps.ts';
import { serviceVisits } from '../visits.ts';

/** AGCY-04: a merchant comes once and has one number; each department has its part, and the case ends when all of them have. */
export const oneStop: Kind = {
  key: 'one_stop',
  name: words('One-stop case of a merchant', '商户一站式服务', '商戶一站式服務'),
  about: words(
    'A merchant wants something of several departments: one number, a part for each',
    '商户事项涉及多个部门：一个编号，各部门分别办理',
    '商戶事項涉及多個部門：一個編號，各部門分別辦理',
  ),
  type: 'request',
  function: 'business_acceptance',
  icon: 'clipboard-list',
  public: true,
  urgency: 'normal',
  department: 'customer_service',
  needsPlace: true,
  needsCustomer: true,
  parts: true,
  stages: simpleStages({
    new: words('Received at the counter', '窗口已受理', '櫃檯已受理'),
    active: words('With the departments', '各部门办理中', '各部門辦理中'),
    resolved: words('All parts settled', '各部门均已办结', '各部門均已辦妥'),
  }),
  fields: [
    atIntake('choice', 'occasion', words('Occasion', '事由', '事由'), {
      choices: [
        { key: 'opening', name: words('Opening of a shop', '开业', '開業') },
        { key: 'running', name: words('Running of a shop', '日常经营', '日常經營') },
        { key: 'promotion', name: words('Promotion or event', '促销、活动', '促銷、活動') },
        { key: 'leaving', name: words('Leaving', '撤场', '撤場') },
      ],
      indexed: true,
    }),
    atIntake('text', 'shop', words('Shop', '店铺名称', '店舖名稱'), { indexed: true }),
  ],
  steps: serviceSteps,
  guards: {
    resolve: ['parts_closed', 'outcome_given'],
    close: ['no_open_work_order', 'parts_closed', 'customer_told', 'visits_ended'],
  },
  commitments: [complete(reception('P3D', schedule)), tellResult(reception('P1D'))],
  workOrder: { accept: shift('PT4H'), arrive: shift('P1D'), complete: shift('P2D'), when: hurriedWork },
  visits: serviceVisits,
};
