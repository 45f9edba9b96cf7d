import type { Kind } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { ending } from '../stages.ts';
import { complete, tellResult } from '../commitments.ts';
import { desk, schedule } from '../ladders.ts';
import { clock, reception } from '../limits.ts';
import { onTicket } from '../lines.ts';

/** S4 §2.7(1): an owner's appraisal form, handed out by one, collected by another within half a month, counted by the statistician. */
export const appraisal: Kind = {
  key: 'appraisal',
  name: words('Owner appraisal form', '业主评议表', '業主意見表'),
  about: words(
    'A form handed to one owner, collected and counted',
    '向业主发放、回收并统计的评议表',
    '向業主派發、收回並統計的意見表',
  ),
  type: 'consultation',
  function: 'market_survey',
  icon: 'clipboard-list',
  urgency: 'normal',
  department: 'customer_service',
  needsPlace: false,
  needsCustomer: true,
  stages: [
    {
      key: 'planned',
      name: words('To be handed out', '待发放', '待派發'),
      class: 'new',
      next: ['handed_out', 'cancelled'],
    },
    {
      key: 'handed_out',
      name: words('Handed out, to be collected', '已发放，待回收', '已派發，待收回'),
      class: 'active',
      next: ['collected', 'cancelled'],
    },
    {
      key: 'collected',
      name: words('Collected, to be counted', '已回收，待统计', '已收回，待統計'),
      class: 'active',
      next: ['counted', 'cancelled'],
    },
    { key: 'counted', name: words('Counted', '已统计', '已統計'), class: 'active', next: ['resolved'] },
    ...ending(words('In the summary', '已汇总', '已彙總'), 'counted', words('Not returned', '未收回', '未收回')),
  ],
  fields: [
    onTicket('date', 'handed_out_on', words('Handed out on', '发放日期', '派發日期')),
    onTicket('text', 'received_by', words('Who received it', '领取人', '領取人')),
    onTicket('date', 'collected_on', words('Collected on', '回收日期', '收回日期')),
    onTicket('choice', 'appraised_as', words('Overall appraisal', '总体评价', '整體評價'), {
      choices: [
        { key: 'very_good', name: words('Very satisfied', '很满意', '很滿意') },
        { key: 'good', name: words('Satisfied', '满意', '滿意') },
        { key: 'fair', name: words('Neither', '一般', '普通') },
        { key: 'poor', name: words('Dissatisfied', '不满意', '不滿意') },
      ],
      indexed: true,
    }),
    onTicket('choice', 'weak_point', words('Weak point', '薄弱环节', '薄弱環節'), {
      choices: [
        { key: 'none', name: words('None named', '未提出', '未提出') },
        { key: 'repairs', name: words('Repairs', '维修服务', '維修服務') },
        { key: 'cleaning', name: words('Cleaning and greening', '保洁绿化', '清潔綠化') },
        { key: 'security', name: words('Security', '安保服务', '保安服務') },
        { key: 'service', name: words('Customer service', '客户服务', '客戶服務') },
        { key: 'fees', name: words('Fees', '收费', '收費') },
      ],
      indexed: true,
    }),
    onTicket('long_text', 'said_on_form', words('What else it says', '其他意见', '其他意見')),
  ],
  steps: [
    { key: 'planned', name: words('Planned', '计划', '計劃'), doneBy: 'opened' },
    { key: 'counted', name: words('Counted', '统计', '統計'), doneBy: 'resolved' },
  ],
  guards: { resolve: ['outcome_given'], close: ['customer_told'] },
  commitments: [complete(reception('P25D', schedule)), tellResult(reception('P1D'))],
  approvals: [
    {
      key: 'handed_out',
      name: words('Handed out', '发放', '派發'),
      by: [{ post: 'form_distributor' }],
      before: 'handed_out',
      needs: ['handed_out_on', 'received_by'],
      signature: 'own',
      limit: reception('P2D'),
    },
    {
      key: 'collected',
      name: words('Collected', '回收', '收回'),
      by: [{ post: 'form_collector' }],
      before: 'collected',
      needs: ['collected_on'],
      signature: 'own',
      limit: clock('P15D', desk),
    },
    {
      key: 'counted',
      name: words('Counted', '统计', '統計'),
      by: [{ post: 'statistician' }],
      before: 'counted',
      needs: ['appraised_as', 'weak_point'],
      asks: ['said_on_form'],
      signature: 'own',
      limit: reception('P3D'),
    },
  ],
  visits: [],
};
