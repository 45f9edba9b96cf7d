import type { Kind } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { ending, waitingForPapers } from '../stages.ts';
import { complete, tellResult } from '../commitments.ts';
import { schedule } from '../ladders.ts';
import { reception } from '../limits.ts';
import { atIntake, onTicket } from '../lines.ts';
import { serviceSteps } from '../steps.ts';

/** What the tenant brings. */
const papers = [
  onTicket('yes_no', 'identity_seen', words('Identity card seen', '已核验身份证', '已核驗身分證')),
  onTicket('yes_no', 'driving_licence_seen', words('Driving licence seen', '已核验驾驶证', '已核驗駕駛執照')),
  onTicket('yes_no', 'vehicle_licence_seen', words('Vehicle licence seen', '已核验行驶证', '已核驗行車執照')),
  onTicket('yes_no', 'tenancy_seen', words('Title deed or lease seen', '已核验产权证或租赁合同', '已核驗產權證或租約')),
];

/** PASS-01: a tenant applies, the assistant looks at his papers, the supervisor decides; the pass issued belongs to this application. */
export const vehiclePass: Kind = {
  key: 'vehicle_pass',
  name: words('Application for a vehicle pass', '车辆出入证申请', '車輛出入證申請'),
  about: words(
    'A tenant applies for a pass for his vehicle: papers, decision, pass',
    '租户申请车辆出入证：核验资料、审批、发证',
    '租戶申請車輛出入證：核驗資料、審批、發證',
  ),
  type: 'task',
  function: 'transaction',
  icon: 'clipboard-list',
  urgency: 'normal',
  department: 'customer_service',
  needsPlace: true,
  needsCustomer: true,
  stages: [
    {
      key: 'applied',
      name: words('Applied for', '已申请', '已申請'),
      class: 'new',
      next: ['approved', 'waiting_customer', 'cancelled'],
    },
    {
      key: 'approved',
      name: words('Approved, to be issued', '已批准，待发证', '已核准，待發證'),
      class: 'active',
      next: ['resolved', 'cancelled'],
    },
    waitingForPapers('approved', 'cancelled'),
    ...ending(words('Pass issued', '已发证', '已發證'), 'approved', words('Not approved', '不予批准', '不予核准')),
  ],
  fields: [
    atIntake('text', 'plate_number', words('Plate number', '车牌号码', '車牌號碼'), { indexed: true }),
    atIntake('text', 'vehicle', words('Make and colour', '车型及颜色', '車型及顏色')),
    atIntake('date', 'pass_wanted_until', words('Wanted until', '申请有效期至', '申請有效期至')),
    ...papers,
  ],
  steps: serviceSteps,
  guards: { resolve: ['outcome_given', 'pass_issued'], close: ['customer_told'] },
  commitments: [complete(reception('P3D', schedule)), tellResult(reception('P1D'))],
  approvals: [
    {
      key: 'decision',
      name: words('Decision on the vehicle pass', '车辆出入证审批', '車輛出入證審批'),
      by: [{ post: 'customer_service_supervisor' }],
      before: 'approved',
      needs: papers.map(({ key }) => key),
      limit: reception('P1D'),
    },
  ],
  visits: [],
};
