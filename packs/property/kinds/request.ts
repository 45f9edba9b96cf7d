import type { Kind } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { atIntake } from '../lines.ts';
import { somethingElse } from '../choices.ts';
import { complete, dispatch, firstAnswer, tellResult } from '../commitments.ts';
import { schedule } from '../ladders.ts';
import { hurriedWork, reception, shift } from '../limits.ts';
import { simpleStages } from '../stages.ts';
import { serviceSteps } from '../steps.ts';
import { serviceVisits } from '../visits.ts';

export const request: Kind = {
  key: 'request',
  name: words('Request', '服务需求', '服務要求'),
  about: words(
    'Somebody asks us to do or arrange something',
    '委托代办、证件、放行、专项服务等',
    '委託代辦、證件、放行、特約服務等',
  ),
  type: 'request',
  digit: '9',
  icon: 'clipboard-list',
  public: true,
  urgency: 'normal',
  department: 'customer_service',
  needsPlace: false,
  needsCustomer: true,
  stages: simpleStages({
    new: words('Asked for', '已登记', '已登記'),
    active: words('Being arranged', '办理中', '辦理中'),
    resolved: words('Done', '已办结', '已辦妥'),
  }),
  fields: [
    atIntake('choice', 'request_for', words('Request for', '需求类别', '要求類別'), {
      choices: [
        { key: 'agency', name: words('A formality done for him', '委托代办', '委託代辦') },
        { key: 'paid_service', name: words('Paid service', '有偿服务', '收費服務') },
        { key: 'pass', name: words('Pass or certificate', '证件办理', '證件辦理') },
        { key: 'goods_release', name: words('Release of goods', '物品放行', '物品放行條') },
        { key: 'parking', name: words('Parking', '车位车辆', '車位車輛') },
        { key: 'installation', name: words('Installation', '上门安装', '上門安裝') },
        { key: 'appointment', name: words('Appointment', '预约', '預約') },
        somethingElse,
      ],
      indexed: true,
    }),
  ],
  steps: serviceSteps,
  guards: {
    resolve: ['no_open_work_order', 'outcome_given'],
    close: ['no_open_work_order', 'customer_told', 'visits_ended'],
  },
  commitments: [
    firstAnswer(reception('PT4H')),
    dispatch(reception('PT4H'), { urgent: reception('PT1H') }),
    complete(reception('P3D', schedule), { urgent: reception('P1D', schedule) }),
    tellResult(),
  ],
  workOrder: { accept: shift('PT4H'), arrive: shift('P1D'), complete: shift('P2D'), when: hurriedWork },
  visits: serviceVisits,
};
