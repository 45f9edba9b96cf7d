import type { Kind, Stage } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { complete, tellResult } from '../commitments.ts';
import { application, identity, lease, paper, where } from '../formalities.ts';
import { schedule } from '../ladders.ts';
import { reception } from '../limits.ts';
import { atIntake, onTicket } from '../lines.ts';
import { ending, waitingForPapers } from '../stages.ts';
import { serviceSteps } from '../steps.ts';
import { serviceVisits } from '../visits.ts';

const OVER = ['waiting_customer', 'cancelled'];

/** How the application stands with whoever provides the service. */
const stages: Stage[] = [
  {
    key: 'received',
    name: words('Received, papers to be checked', '已受理，待核验资料', '已受理，待核驗資料'),
    class: 'new',
    next: ['ready', ...OVER],
  },
  {
    key: 'ready',
    name: words('Papers complete, to be applied for', '资料齐全，待申请', '資料齊全，待申請'),
    class: 'active',
    next: ['applied', ...OVER],
  },
  {
    // the provider decides in his own time: the clock is not held by it
    key: 'applied',
    name: words('Applied for with the provider', '已向服务商申请', '已向服務商申請'),
    class: 'waiting_other',
    next: ['accepted', 'rejected', ...OVER],
  },
  {
    key: 'accepted',
    name: words('Accepted, to be carried out', '服务商已受理，待开通', '服務商已受理，待開通'),
    class: 'active',
    next: ['resolved', 'rejected', ...OVER],
  },
  {
    key: 'rejected',
    name: words('Turned down by the provider', '服务商未受理', '服務商未受理'),
    class: 'active',
    next: ['applied', 'resolved', ...OVER],
  },
  waitingForPapers('ready', 'applied', 'accepted', 'rejected', 'cancelled'),
  ...ending(words('In service', '已开通 / 已办妥', '已開通 / 已辦妥'), 'accepted'),
];

const AT_THE_DESK = [
  { post: 'customer_service_assistant' },
  { post: 'front_desk_clerk' },
  { post: 'permits_keys_assistant' },
];
const periodical = where('service', 'periodical');

/** AGCY-01: what a tenant has the house apply for on his behalf, with the state of the application from stage to stage. */
export const agencyRequest: Kind = {
  key: 'agency_request',
  name: words('Agency request', '代办申请', '代辦申請'),
  about: words(
    'A tenant has us apply for telephone, cable television, a newspaper or magazine',
    '租户委托代办电话、有线电视、报纸、杂志订阅',
    '租戶委託代辦電話、有線電視、報紙、雜誌訂閱',
  ),
  type: 'request',
  function: 'transaction',
  icon: 'clipboard-list',
  public: true,
  urgency: 'normal',
  department: 'customer_service',
  needsPlace: true,
  needsCustomer: true,
  stages,
  fields: [
    atIntake('choice', 'service', words('What for', '代办项目', '代辦項目'), {
      choices: [
        { key: 'telephone', name: words('Telephone', '电话', '電話') },
        { key: 'cable_tv', name: words('Cable television', '有线电视', '有線電視') },
        { key: 'periodical', name: words('Newspaper or magazine', '报纸杂志', '報紙雜誌') },
      ],
      indexed: true,
    }),
    atIntake('choice', 'wish', words('Wish', '办理内容', '辦理內容'), {
      choices: [
        { key: 'begin', name: words('Begin', '开通 / 订阅', '開通 / 訂閱') },
        { key: 'change', name: words('Change or move', '变更 / 移机', '變更 / 移機') },
        { key: 'end', name: words('End', '停机 / 退订', '停機 / 退訂') },
      ],
      indexed: true,
    }),
    atIntake('choice', 'periodical_sort', words('Newspaper or magazine', '报刊类别', '報刊類別'), {
      choices: [
        { key: 'newspaper', name: words('Newspaper', '报纸', '報紙') },
        { key: 'magazine', name: words('Magazine', '杂志', '雜誌') },
      ],
      ...periodical,
    }),
    atIntake('text', 'periodical_name', words('Its title', '报刊名称', '報刊名稱'), periodical),
    atIntake('number', 'copies', words('Copies', '份数', '份數'), periodical),
    atIntake('date', 'from_day', words('Wanted from', '希望起始日期', '希望起始日期')),
    onTicket('text', 'provider', words('Provider', '服务商', '服務商'), {
      requiredAt: [{ stage: 'applied', on: 'enter' }],
      indexed: true,
    }),
    onTicket('date', 'applied_on', words('Applied for on', '申请日期', '申請日期'), {
      requiredAt: [{ stage: 'applied', on: 'enter' }],
      indexed: true,
    }),
    onTicket('text', 'provider_number', words('Number at the provider', '服务商受理号', '服務商受理號'), {
      requiredAt: [{ stage: 'accepted', on: 'enter' }],
    }),
    onTicket('date', 'expected_on', words('Expected on', '预计开通日期', '預計開通日期'), {
      requiredAt: [{ stage: 'accepted', on: 'enter' }],
    }),
    onTicket('text', 'turned_down_because', words('Turned down because', '未受理原因', '未受理原因'), {
      requiredAt: [{ stage: 'rejected', on: 'enter' }],
    }),
    onTicket('yes_no', 'provided', words('In service', '是否已开通', '是否已開通'), { requiredFor: 'resolve' }),
    onTicket('date', 'in_service_on', words('In service on', '开通日期', '開通日期'), {
      requiredFor: 'resolve',
      ...where('provided', true),
    }),
  ],
  steps: serviceSteps,
  papers: {
    by: AT_THE_DESK,
    list: [
      application(words('Agency request form', '代办委托书', '代辦委託書')),
      identity,
      lease({
        hint: words('The provider asks for it', '服务商要求提供', '服務商要求提供'),
        ...where('service', 'telephone'),
      }),
      paper('licence', 'copy', words('Business licence', '营业执照', '營業執照'), {
        optional: true,
        hint: words('Of firms', '单位用户提供', '公司用戶提供'),
      }),
    ],
  },
  guards: { resolve: ['outcome_given'], close: ['customer_told', 'visits_ended'] },
  commitments: [complete(reception('P7D', schedule)), tellResult(reception('P1D'))],
  approvals: [
    {
      key: 'agency_papers',
      name: words('Papers checked', '资料核验', '資料核驗'),
      by: AT_THE_DESK,
      before: 'ready',
      needs: [],
      papers: true,
      signature: 'own',
      limit: reception('P1D'),
    },
  ],
  visits: serviceVisits,
};
