import type { Kind } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { atIntake } from '../lines.ts';
import { complete, dispatch, firstAnswer, tellResult } from '../commitments.ts';
import { schedule } from '../ladders.ts';
import { hurriedWork, reception, shift } from '../limits.ts';
import { simpleStages } from '../stages.ts';
import { serviceSteps } from '../steps.ts';
import { specialServiceVisits } from '../visits.ts';

/** WORK-08: opened from the centre's list of services, with person and date; the occupier is always asked what he thinks of it. */
export const specialService: Kind = {
  key: 'special_service',
  name: words('Special service', '专项服务', '特約服務'),
  about: words("From the centre's list of services", '服务清单中的专项服务', '服務清單中的特約服務'),
  type: 'request',
  icon: 'clipboard-list',
  urgency: 'normal',
  department: 'customer_service',
  needsPlace: false,
  needsCustomer: true,
  stages: simpleStages({
    new: words('Asked for', '已登记', '已登記'),
    active: words('Being carried out', '服务中', '服務中'),
    resolved: words('Done', '已完成', '已完成'),
  }),
  fields: [atIntake('text', 'service', words('Service', '服务项目', '服務項目'))],
  steps: serviceSteps,
  guards: {
    resolve: ['no_open_work_order', 'outcome_given'],
    close: ['no_open_work_order', 'customer_told', 'visits_ended', 'customer_view_known'],
  },
  commitments: [
    firstAnswer(reception('PT4H')),
    dispatch(reception('PT4H'), { urgent: reception('PT1H') }),
    complete(reception('P5D', schedule), { urgent: reception('P1D', schedule) }),
    tellResult(),
  ],
  workOrder: { accept: shift('PT4H'), arrive: shift('P3D'), complete: shift('P4D'), when: hurriedWork },
  visits: specialServiceVisits,
};
