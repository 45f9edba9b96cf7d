import type { Kind } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { atIntake } from '../lines.ts';
import { ending } from '../stages.ts';
import { complete, tellResult } from '../commitments.ts';
import { emergency, schedule } from '../ladders.ts';
import { clock, reception } from '../limits.ts';
import { taskSteps } from '../steps.ts';

/**
 * SAFE-07, S0 Part 4 item 6: in an emergency owners are told what happened and what is done about it, in minutes: one release by whoever leads
 * at that hour, and whom it reached is verified afterwards. Who releases and the limits are inferred.
 */
export const emergencyNotice: Kind = {
  key: 'emergency_notice',
  name: words('Emergency explanation to owners', '突发事件业主说明', '突發事件業主說明'),
  type: 'task',
  icon: 'urgent',
  urgency: 'emergency',
  department: 'customer_service',
  guards: { resolve: ['outcome_given'], close: ['customer_told'] },
  visits: [],
  about: words(
    'What owners have to hear at once in an emergency: what happened, what is done, what they should do',
    '突发事件中须立即告知业主的说明：发生什么、正在怎样处理、业主须注意什么',
    '突發事件中須立即告知業主的說明：發生什麼、正在如何處理、業主須注意什麼',
  ),
  needsPlace: false,
  needsCustomer: false,
  stages: [
    {
      key: 'drafted',
      name: words('To be released', '待签发', '待簽發'),
      class: 'new',
      next: ['released', 'cancelled'],
    },
    {
      key: 'released',
      name: words('Released, being delivered', '已签发，送达中', '已簽發，送達中'),
      class: 'active',
      next: ['verified', 'cancelled'],
    },
    {
      key: 'verified',
      name: words('Verified whom it reached', '已核实送达', '已核實送達'),
      class: 'active',
      next: ['resolved'],
    },
    ...ending(words('Owners told', '说明完毕', '說明完畢'), 'verified', words('Not sent', '不予发出', '不予發出')),
  ],
  fields: [
    atIntake('long_text', 'explanation', words('What owners are told', '说明内容', '說明內容')),
    atIntake('date', 'know_by', words('To be known by', '知晓期限', '知曉期限')),
  ],
  steps: taskSteps.slice(0, 3),
  commitments: [complete(clock('PT24H', emergency)), tellResult(reception('P1D'))],
  receipts: {
    text: 'explanation',
    knowBy: 'know_by',
    after: 'release',
    before: 'reached',
    whom: 'owner',
    by: { post: 'customer_service_assistant' },
    limit: clock('PT2H', schedule),
  },
  approvals: [
    {
      key: 'release',
      name: words('Released', '签发', '簽發'),
      by: [{ post: 'customer_service_supervisor' }, { post: 'emergency_line' }, 'centre_manager'],
      before: 'released',
      needs: ['explanation', 'know_by'],
      limit: clock('PT15M', emergency),
    },
    {
      key: 'reached',
      name: words('Verified whom it reached', '核实送达情况', '核實送達情況'),
      by: [{ post: 'customer_service_supervisor' }, 'centre_manager'],
      before: 'verified',
      needs: [],
      signature: 'own',
      limit: clock('PT48H', schedule),
    },
  ],
};
