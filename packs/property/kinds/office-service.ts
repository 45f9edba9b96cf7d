import type { Kind } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { ending } from '../stages.ts';
import { complete, tellResult } from '../commitments.ts';
import { schedule } from '../ladders.ts';
import { reception } from '../limits.ts';
import { atIntake, onTicket } from '../lines.ts';
import { AT_THE_COUNTER } from '../posts.ts';
import { serviceSteps } from '../steps.ts';

/** FDBC-01: done at the counter for a charge: what, how much, what it came to, and by when. */
export const officeService: Kind = {
  key: 'office_service',
  name: words('Business-centre service', '商务服务', '商務服務'),
  about: words(
    'Fax, typing, copies or a long-distance call at the counter',
    '传真、打字、复印、长途电话等柜台服务',
    '傳真、打字、影印、長途電話等櫃檯服務',
  ),
  type: 'task',
  function: 'transaction',
  icon: 'clipboard-list',
  urgency: 'normal',
  department: 'customer_service',
  needsPlace: false,
  needsCustomer: true,
  stages: [
    {
      key: 'ordered',
      name: words('Ordered', '已受理', '已受理'),
      class: 'new',
      next: ['served', 'cancelled'],
    },
    { key: 'served', name: words('Done', '已完成', '已完成'), class: 'active', next: ['resolved'] },
    ...ending(words('Handed out', '已交付', '已交付'), 'served', words('Not wanted any more', '已取消', '已取消')),
  ],
  fields: [
    atIntake('choice', 'office_work', words('What is wanted', '服务项目', '服務項目'), {
      choices: [
        { key: 'fax', name: words('Fax', '传真', '傳真') },
        { key: 'typing', name: words('Typing', '打字', '打字') },
        { key: 'copies', name: words('Copies', '复印', '影印') },
        { key: 'domestic_call', name: words('Domestic long-distance call', '国内长途', '國內長途') },
        { key: 'foreign_call', name: words('International call', '国际长途', '國際長途') },
      ],
      indexed: true,
    }),
    onTicket('number', 'amount', words('Pages or minutes', '页数或分钟数', '頁數或分鐘數')),
    onTicket('number', 'charge', words('Charge (CNY)', '费用（元）', '費用（元）')),
  ],
  steps: serviceSteps.slice(0, 3),
  guards: { resolve: ['outcome_given'], close: ['customer_told'] },
  commitments: [complete(reception('PT4H', schedule)), tellResult(reception('PT4H'))],
  approvals: [
    {
      key: 'served',
      name: words('Done', '完成', '完成'),
      by: AT_THE_COUNTER,
      before: 'served',
      needs: ['amount', 'charge'],
      signature: 'own',
      limit: reception('PT2H'),
    },
  ],
  visits: [],
};
