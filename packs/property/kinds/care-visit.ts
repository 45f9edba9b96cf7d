import type { Field, Kind } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { ending } from '../stages.ts';
import { complete, tellResult } from '../commitments.ts';
import { schedule } from '../ladders.ts';
import { hurriedWork, reception, shift } from '../limits.ts';
import { atIntake, onTicket } from '../lines.ts';

type Name = Field['name'];

/** A line of our own work: nothing weak, or the department is given what to remedy, with the words of the field below it. */
const ownWork = (key: string, name: Name, department: string): Field[] => [
  onTicket('choice', key, name, {
    choices: [
      { key: 'fine', name: words('Nothing weak', '无不足', '無不足') },
      {
        key: 'weak',
        name: words('Weak point', '存在不足', '有待改善'),
        failed: { department, saidIn: `${key}_weak`, stays: true },
      },
    ],
    requiredFor: 'resolve',
    indexed: true,
  }),
  onTicket(
    'long_text',
    `${key}_weak`,
    words(`${name.en}: what is weak`, `${name['zh-hans']}：不足之处`, `${name['zh-hant']}：不足之處`),
    {
      when: { field: key, is: 'weak' },
      requiredFor: 'resolve',
    },
  ),
];

/** VISIT-15: whom we visit unasked, by the type of customer; what he needs, how he sees the market, and where our own work is weak. */
export const careVisit: Kind = {
  key: 'care_visit',
  name: words('Unscheduled return visit', '不定期回访', '不定期回訪'),
  about: words(
    'Customers of one type are asked what they need and where our work is weak',
    '按客户类型走访，了解需求与我们工作的不足',
    '按客戶類型走訪，了解需求與我們工作的不足',
  ),
  type: 'consultation',
  function: 'market_survey',
  icon: 'heart',
  urgency: 'normal',
  department: 'customer_service',
  needsPlace: false,
  needsCustomer: true,
  stages: [
    {
      key: 'planned',
      name: words('To be visited', '待回访', '待回訪'),
      class: 'new',
      next: ['visited', 'resolved', 'cancelled'],
    },
    {
      key: 'visited',
      name: words('Being remedied', '不足整改中', '不足改善中'),
      class: 'active',
      next: ['resolved', 'cancelled'],
    },
    ...ending(words('Finished', '已完成', '已完成'), 'visited'),
  ],
  fields: [
    atIntake('choice', 'customer_type', words('Type of customer', '客户类型', '客戶類型'), {
      choices: [
        { key: 'owner', name: words('Owner', '业主', '業主') },
        { key: 'tenant', name: words('Tenant', '租户', '租戶') },
        { key: 'merchant', name: words('Merchant', '商户', '商戶') },
        { key: 'company', name: words('Company', '企业客户', '企業客戶') },
        { key: 'key_account', name: words('Key customer', '重点客户', '重點客戶') },
        { key: 'former', name: words('Former customer', '流失客户', '流失客戶') },
      ],
      indexed: true,
    }),
    atIntake('choice', 'method', words('Method', '回访方式', '回訪方式'), {
      choices: [
        { key: 'telephone', name: words('Telephone', '电话', '電話') },
        { key: 'email', name: words('E-mail', '电子邮件', '電子郵件') },
        { key: 'text_message', name: words('Text message', '短信', '簡訊') },
        { key: 'other', name: words('Other', '其他', '其他') },
      ],
      indexed: true,
    }),
    onTicket('long_text', 'needs', words('Needs', '客户需求', '客戶需求'), { requiredFor: 'resolve' }),
    onTicket('long_text', 'market', words('Market consultation', '市场咨询', '市場諮詢'), {
      hint: words(
        'How he sees the market, what others offer him',
        '对市场的看法、同行提供的服务',
        '對市場的看法、同業提供的服務',
      ),
      requiredFor: 'resolve',
    }),
    ...ownWork('service', words('Customer service', '客户服务', '客戶服務'), 'customer_service'),
    ...ownWork('maintenance', words('Repairs and upkeep', '维修养护', '維修養護'), 'engineering'),
    ...ownWork('order', words('Security and order', '安全秩序', '安全秩序'), 'security'),
    ...ownWork('cleanliness', words('Cleaning and greening', '保洁绿化', '清潔綠化'), 'cleaning_greening'),
    ...ownWork('charges', words('Charges', '收费', '收費'), 'finance'),
  ],
  steps: [
    { key: 'planned', name: words('Planned', '计划', '計劃'), doneBy: 'opened' },
    { key: 'recorded', name: words('Asked and remedied', '回访整改', '回訪改善'), doneBy: 'resolved' },
    { key: 'told', name: words('Told', '反馈', '回饋'), doneBy: 'told' },
  ],
  // each weak point is a work order of its own; when the last is done, whoever named it is told
  guards: { resolve: ['outcome_given'], close: ['no_open_work_order', 'customer_told'] },
  commitments: [complete(reception('P10D', schedule)), tellResult(reception('P3D'))],
  workOrder: { accept: shift('P1D'), arrive: shift('P3D'), complete: shift('P5D'), when: hurriedWork },
  visits: [],
};
