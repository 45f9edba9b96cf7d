import type { Kind } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { ending } from '../stages.ts';
import { complete, tellResult } from '../commitments.ts';
import { schedule } from '../ladders.ts';
import { reception } from '../limits.ts';
import { atIntake, onTicket } from '../lines.ts';
import { taskSteps } from '../steps.ts';

/** S4 §2.4, §2.6(4): the month's title list and lease list. Compiled by one, reviewed by another, received by a third. */
export const unitLists: Kind = {
  key: 'unit_lists',
  name: words('Title list and lease list', '产权清册与租赁清册', '產權清冊與租賃清冊'),
  about: words(
    'The month’s two lists with the owners’ papers, reviewed and received',
    '每月编制产权、租赁清册，经审核后连同业主资料移交',
    '每月編製產權、租賃清冊，經審核後連同業主資料移交',
  ),
  type: 'task',
  icon: 'checklist',
  urgency: 'normal',
  department: 'customer_service',
  needsPlace: false,
  needsCustomer: false,
  stages: [
    {
      key: 'begun',
      name: words('To be compiled', '待编制', '待編製'),
      class: 'new',
      next: ['compiled', 'cancelled'],
    },
    {
      key: 'compiled',
      name: words('Compiled, to be reviewed', '已编制，待审核', '已編製，待審核'),
      class: 'active',
      next: ['reviewed', 'cancelled'],
    },
    {
      key: 'reviewed',
      name: words('Reviewed, to be received', '已审核，待签收', '已審核，待簽收'),
      class: 'active',
      next: ['received', 'cancelled'],
    },
    { key: 'received', name: words('Received', '已签收', '已簽收'), class: 'active', next: ['resolved'] },
    ...ending(words('Handed over', '移交完毕', '移交完成'), 'received', words('Given up', '已作废', '已作廢')),
  ],
  fields: [
    atIntake('date', 'month_ends', words('State as at', '清册截止日', '清冊截止日'), {
      hint: words('The last day of the month', '所属月份的最后一天', '所屬月份的最後一天'),
      indexed: true,
    }),
    onTicket('number', 'titles', words('Units on the title list', '产权清册户数', '產權清冊戶數')),
    onTicket('number', 'leases', words('Units on the lease list', '租赁清册户数', '租賃清冊戶數')),
    onTicket('number', 'changes', words('Changes in the month', '本月变更数', '本月變更數')),
    onTicket('long_text', 'review_findings', words('What the review found', '审核意见', '審核意見')),
    onTicket(
      'number',
      'papers_with_it',
      words('Owners’ papers handed over with it', '随附业主资料份数', '隨附業主資料份數'),
    ),
  ],
  steps: taskSteps.slice(0, 3),
  guards: { resolve: ['outcome_given'], close: ['customer_told'] },
  commitments: [complete(reception('P3D', schedule)), tellResult(reception('P1D'))],
  approvals: [
    {
      key: 'compiled',
      name: words('Compiled', '编制', '編製'),
      by: [{ post: 'customer_service_supervisor' }],
      before: 'compiled',
      needs: ['titles', 'leases', 'changes'],
      signature: 'own',
      limit: reception('P1D'),
    },
    {
      key: 'reviewed',
      name: words('Review', '审核', '審核'),
      by: ['centre_manager'],
      before: 'reviewed',
      needs: ['review_findings'],
      limit: reception('P1D'),
    },
    {
      key: 'received',
      name: words('Received', '签收', '簽收'),
      by: [{ post: 'document_keeper' }],
      before: 'received',
      needs: ['papers_with_it'],
      signature: 'own',
      limit: reception('P1D'),
    },
  ],
  visits: [],
};
