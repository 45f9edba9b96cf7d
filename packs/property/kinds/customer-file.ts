import type { Kind } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { ending } from '../stages.ts';
import { complete, tellResult } from '../commitments.ts';
import { desk, schedule } from '../ladders.ts';
import { clock, reception } from '../limits.ts';
import { atIntake, onTicket } from '../lines.ts';

/**
 * CUST-01, CUST-02: what a specialist extracts of a customer in a day goes to the supervisor, who sums it up and classifies it before
 * it is in use, and gives it to the specialist who contacts the customer within a week (S0 Part 1 §1). What becomes of him is written
 * on it from then on.
 */
export const customerFile: Kind = {
  key: 'customer_file',
  name: words('Customer file', '客户资料', '客戶資料'),
  about: words(
    'What was learnt of a customer, to be classified and followed up',
    '提炼录入的客户资料，经归类后由专员跟进',
    '提煉登錄的客戶資料，經歸類後由專員跟進',
  ),
  type: 'task',
  icon: 'clipboard-list',
  inside: true,
  urgency: 'normal',
  department: 'customer_service',
  needsPlace: false,
  needsCustomer: true,
  stages: [
    {
      key: 'extracted',
      name: words('Extracted', '已提炼', '已提煉'),
      class: 'new',
      next: ['submitted', 'cancelled'],
    },
    {
      key: 'submitted',
      name: words('Submitted to the supervisor', '已报主管', '已報主任'),
      class: 'active',
      next: ['classified', 'cancelled'],
    },
    {
      key: 'classified',
      name: words('Classified, in use', '已归类，使用中', '已歸類，使用中'),
      class: 'active',
      next: ['resolved', 'cancelled'],
    },
    ...ending(
      words('Followed up to its end', '跟进完毕', '跟進完畢'),
      'classified',
      words('Not kept', '不予留存', '不予留存'),
    ),
  ],
  fields: [
    atIntake('choice', 'material', words('Kind of material', '资料类别', '資料類別'), {
      choices: [
        { key: 'contact', name: words('Person and contact details', '基本信息与联系方式', '基本資料與聯絡方式') },
        { key: 'needs', name: words('Needs and habits', '需求与使用习惯', '需求與使用習慣') },
        { key: 'opinions', name: words('Opinions and suggestions', '意见与建议', '意見與建議') },
      ],
      indexed: true,
    }),
    atIntake('long_text', 'learnt', words('What was learnt', '资料内容', '資料內容')),
    onTicket('long_text', 'summary', words('Summary and analysis', '汇总分析', '彙總分析')),
    onTicket('choice', 'customer_class', words('Class', '客户分类', '客戶分類'), {
      choices: [
        { key: 'existing', name: words('Existing customer', '现有客户', '現有客戶') },
        { key: 'emerging', name: words('Emerging customer', '新兴客户', '新興客戶') },
        { key: 'potential', name: words('Potential customer', '潜在客户', '潛在客戶') },
      ],
      indexed: true,
    }),
  ],
  steps: [
    { key: 'extracted', name: words('Extracted', '提炼', '提煉'), doneBy: 'opened' },
    { key: 'contacted', name: words('Contacted', '联系', '聯絡'), doneBy: 'answered' },
    { key: 'followed', name: words('Followed up', '跟进', '跟進'), doneBy: 'resolved' },
  ],
  guards: { resolve: ['answer_given', 'outcome_given'], close: ['customer_told'] },
  commitments: [
    complete(reception('P20D', schedule)),
    tellResult(reception('P1D')),
    {
      kind: 'contact_customer',
      name: words('Contact the customer', '一周内联系客户', '一週內聯絡客戶'),
      from: 'approved',
      approval: 'classification',
      keptBy: ['answered', 'told'],
      limit: clock('P7D', desk),
      pausable: false,
    },
  ],
  approvals: [
    {
      key: 'submission',
      name: words('Submitted', '上报', '上報'),
      by: [{ post: 'customer_service_specialist' }],
      before: 'submitted',
      needs: ['material', 'learnt'],
      signature: 'own',
      limit: clock('same-day', desk),
    },
    {
      key: 'classification',
      name: words('Classified', '汇总归类', '彙總歸類'),
      by: [{ post: 'customer_service_supervisor' }],
      before: 'classified',
      needs: ['summary', 'customer_class'],
      limit: reception('P1D'),
    },
  ],
  visits: [],
};
