import type { Kind } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { ending } from '../stages.ts';
import { complete, tellResult } from '../commitments.ts';
import { schedule } from '../ladders.ts';
import { reception } from '../limits.ts';
import { atIntake, onTicket } from '../lines.ts';
import { serviceSteps } from '../steps.ts';

/** PASS-02: a pass by itself, where no renovation asks for it: made on site, issued by the supervisor, recovered, and security knows. */
export const temporaryPass: Kind = {
  key: 'temporary_pass',
  name: words('Temporary pass', '临时出入证', '臨時出入證'),
  about: words(
    'Somebody comes and goes for a while: issued against a signature, recovered',
    '临时人员出入：签领发证，到期收回',
    '臨時人員出入：簽領發證，到期收回',
  ),
  type: 'task',
  icon: 'clipboard-list',
  urgency: 'normal',
  department: 'customer_service',
  needsPlace: false,
  needsCustomer: true,
  stages: [
    {
      key: 'asked',
      name: words('Asked for', '已申请', '已申請'),
      class: 'new',
      next: ['issued', 'cancelled'],
    },
    { key: 'issued', name: words('Issued', '已发放', '已發放'), class: 'active', next: ['recovered'] },
    { key: 'recovered', name: words('Recovered', '已收回', '已收回'), class: 'active', next: ['resolved'] },
    ...ending(words('Settled', '办理完毕', '辦理完成'), 'recovered', words('Not issued', '不予发放', '不予發放')),
  ],
  fields: [
    atIntake('text', 'pass_for', words('For whom', '持证人', '持證人')),
    atIntake('date', 'pass_until', words('Valid until', '有效期至', '有效期至'), { indexed: true }),
    onTicket('text', 'pass_number', words('Number of the pass', '出入证编号', '出入證編號'), { indexed: true }),
    onTicket('date', 'pass_back_on', words('Recovered on', '收回日期', '收回日期')),
  ],
  steps: serviceSteps.slice(0, 3),
  guards: { resolve: ['outcome_given'], close: ['customer_told'] },
  commitments: [{ ...complete(reception('P30D', schedule)), onlyPromised: true }, tellResult(reception('P1D'))],
  approvals: [
    {
      key: 'made',
      name: words('Pass made', '制作出入证', '製作出入證'),
      by: [{ post: 'site_administrator' }, { post: 'site_supervisor' }],
      before: 'issued',
      needs: ['pass_number'],
      signature: 'own',
      limit: reception('P1D'),
    },
    {
      key: 'issued',
      name: words('Pass issued', '签发出入证', '簽發出入證'),
      by: [{ post: 'customer_service_supervisor' }],
      before: 'issued',
      needs: ['pass_for', 'pass_until', 'pass_number'],
      signature: 'customer',
      limit: reception('P1D'),
    },
    {
      key: 'recovered',
      name: words('Pass recovered', '收回出入证', '收回出入證'),
      by: [{ post: 'site_administrator' }, { post: 'site_supervisor' }],
      before: 'recovered',
      needs: ['pass_back_on'],
      signature: 'own',
      limit: reception('P10D'),
      tells: [{ department: 'security' }],
    },
  ],
  visits: [],
};
