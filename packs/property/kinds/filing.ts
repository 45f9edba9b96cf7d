import type { Kind } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { ending } from '../stages.ts';
import { complete, tellResult } from '../commitments.ts';
import { schedule } from '../ladders.ts';
import { reception } from '../limits.ts';
import { atIntake, onTicket } from '../lines.ts';
import { taskSteps } from '../steps.ts';

/** S4 §2.6: what is handed in for the archive. The document keeper signs for what he received, arranges it and files it. */
export const filing: Kind = {
  key: 'filing',
  name: words('Papers for the archive', '资料归档', '資料歸檔'),
  about: words(
    'Papers are handed to the document keeper, who signs for them and files them',
    '资料移交文档管理员，签收后整理归档',
    '資料移交文件管理員，簽收後整理歸檔',
  ),
  type: 'task',
  icon: 'clipboard-list',
  inside: true,
  urgency: 'normal',
  department: 'customer_service',
  needsPlace: false,
  needsCustomer: false,
  stages: [
    {
      key: 'handed_in',
      name: words('To be received', '待签收', '待簽收'),
      class: 'new',
      next: ['received', 'cancelled'],
    },
    {
      key: 'received',
      name: words('Received, to be filed', '已签收，待归档', '已簽收，待歸檔'),
      class: 'active',
      next: ['filed', 'cancelled'],
    },
    { key: 'filed', name: words('Filed', '已归档', '已歸檔'), class: 'active', next: ['resolved'] },
    ...ending(words('In the archive', '归档完毕', '歸檔完成'), 'filed', words('Taken back', '已撤回', '已撤回')),
  ],
  fields: [
    atIntake('choice', 'papers_of', words('What papers', '资料种类', '資料種類'), {
      choices: [
        { key: 'owner', name: words('Owner’s papers', '业主资料', '業主資料') },
        { key: 'move_in', name: words('Papers of a move-in', '入住资料', '遷入資料') },
        { key: 'renovation', name: words('Papers of a renovation', '装修资料', '裝修資料') },
        { key: 'complaint', name: words('Papers of a complaint', '投诉资料', '投訴資料') },
        { key: 'other', name: words('Other', '其他', '其他') },
      ],
      indexed: true,
    }),
    atIntake('number', 'papers_brought', words('How many are handed in', '移交份数', '移交份數')),
    onTicket('number', 'papers_received', words('How many were received', '实收份数', '實收份數')),
    onTicket('text', 'papers_lacking', words('What is lacking', '缺失资料', '缺少資料')),
    onTicket(
      'yes_no',
      'arranged',
      words('Arranged in the archive’s order', '已按档案室规定整理', '已按檔案室規定整理'),
    ),
    onTicket('text', 'archive_number', words('Archive number', '档案编号', '檔案編號'), { indexed: true }),
    onTicket('text', 'archive_shelf', words('Where it stands', '存放位置', '存放位置')),
  ],
  steps: taskSteps,
  guards: { resolve: ['outcome_given'], close: ['customer_told'] },
  commitments: [complete(reception('P5D', schedule)), tellResult(reception('P1D'))],
  approvals: [
    {
      key: 'receipt',
      name: words('Received', '签收', '簽收'),
      by: [{ post: 'document_keeper' }],
      before: 'received',
      needs: ['papers_received'],
      asks: ['papers_lacking'],
      signature: 'own',
      limit: reception('P1D'),
    },
    {
      key: 'filing',
      name: words('Arranged and filed', '整理归档', '整理歸檔'),
      by: [{ post: 'document_keeper' }],
      before: 'filed',
      needs: ['arranged', 'archive_number', 'archive_shelf'],
      signature: 'own',
      limit: reception('P3D'),
    },
  ],
  visits: [],
};
