import type { Kind } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { complete, dispatch, firstAnswer, tellResult } from '../commitments.ts';
import { clock, desk, emergency, hurriedWork, reception, schedule, shift } from '../limits.ts';
import { simpleStages } from '../stages.ts';
import { answerSteps, serviceSteps, suggestionSteps, taskSteps } from '../steps.ts';
import { serviceVisits } from '../visits.ts';

const other = { key: 'other', name: words('Something else', '其他', '其他') };

export const consultation: Kind = {
  key: 'consultation',
  name: words('Consultation', '咨询', '諮詢'),
  about: words('Somebody wants to know something', '询问事项、费用、流程、规定', '詢問事項、費用、流程、規定'),
  type: 'consultation',
  digit: '1',
  icon: 'info-circle',
  urgency: 'normal',
  department: 'customer_service',
  needsPlace: false,
  needsCustomer: false,
  stages: simpleStages({
    new: words('Asked', '已登记', '已登記'),
    active: words('Being looked up', '查询答复中', '查詢答覆中'),
    resolved: words('Answered', '已答复', '已答覆'),
  }),
  fields: [
    {
      key: 'field',
      name: words('Field', '业务领域', '業務範圍'),
      type: 'choice',
      choices: [
        { key: 'charges', name: words('Charges and invoices', '收费与发票', '收費與發票') },
        { key: 'move_in', name: words('Moving in and out', '入住与搬离', '遷入與遷出') },
        { key: 'renovation', name: words('Renovation', '装修', '裝修') },
        { key: 'parking', name: words('Parking and passes', '停车与证件', '停車與證件') },
        { key: 'facilities', name: words('Facilities and hours', '设施与开放时间', '設施與開放時間') },
        { key: 'rules', name: words('House rules', '管理规约', '住戶守則') },
        other,
      ],
      at: 'intake',
      indexed: true,
    },
    {
      key: 'question',
      name: words('Question', '咨询内容', '諮詢內容'),
      type: 'long_text',
      at: 'intake',
      requiredFor: 'open',
    },
  ],
  steps: answerSteps,
  guards: { resolve: ['answer_given', 'outcome_given'], close: ['customer_told'] },
  commitments: [
    firstAnswer(reception('PT2H'), { urgent: reception('PT30M') }),
    complete(reception('P1D', schedule)),
    tellResult(),
  ],
  visits: [],
};

/** CHAN-19: a type of its own, taken at any hour. */
export const help: Kind = {
  key: 'help',
  name: words('Help', '求助', '求助'),
  about: words('Somebody is in difficulty and needs a hand now', '住户遇到困难，需要协助', '住戶遇到困難，需要協助'),
  type: 'help',
  digit: '8',
  icon: 'lifebuoy',
  urgency: 'urgent',
  department: 'security',
  needsPlace: true,
  needsCustomer: false,
  stages: simpleStages({
    new: words('Called for', '已求助', '已求助'),
    active: words('Helping', '协助中', '協助中'),
    resolved: words('Helped', '已协助', '已協助'),
  }),
  fields: [
    {
      key: 'help_with',
      name: words('Help with', '求助事项', '求助事項'),
      type: 'choice',
      choices: [
        { key: 'locked_out', name: words('Locked out', '无法进门', '無法進門') },
        { key: 'medical', name: words('Illness or injury', '疾病或受伤', '疾病或受傷') },
        { key: 'lost', name: words('Lost person or thing', '走失或遗失', '走失或遺失') },
        { key: 'dispute', name: words('Quarrel or nuisance', '纠纷或滋扰', '糾紛或滋擾') },
        { key: 'carrying', name: words('Carrying or moving', '搬运协助', '搬運協助') },
        other,
      ],
      at: 'intake',
      requiredFor: 'open',
      indexed: true,
    },
    {
      key: 'services_called',
      name: words('Public services called', '已联系的外部救援', '已聯絡的外部救援'),
      hint: words('Police, fire brigade, ambulance', '公安、消防、急救', '警察、消防、救護'),
      type: 'text',
      at: 'ticket',
    },
  ],
  steps: serviceSteps,
  guards: {
    resolve: ['no_open_work_order', 'outcome_given'],
    close: ['no_open_work_order', 'customer_told', 'visits_ended'],
  },
  commitments: [
    firstAnswer(clock('PT15M', emergency)),
    dispatch(clock('PT15M', emergency), { emergency: clock('PT5M', emergency) }),
    complete(clock('PT4H', emergency), { emergency: clock('PT2H', emergency) }),
    tellResult(),
  ],
  workOrder: {
    accept: clock('PT5M', emergency),
    arrive: clock('PT20M', emergency),
    complete: clock('PT2H', emergency),
  },
  visits: serviceVisits,
};

export const request: Kind = {
  key: 'request',
  name: words('Request', '服务需求', '服務要求'),
  about: words(
    'Somebody asks us to do or arrange something',
    '委托代办、证件、放行、专项服务等',
    '委託代辦、證件、放行、特約服務等',
  ),
  type: 'request',
  digit: '9',
  icon: 'clipboard-list',
  urgency: 'normal',
  department: 'customer_service',
  needsPlace: false,
  needsCustomer: true,
  stages: simpleStages({
    new: words('Asked for', '已登记', '已登記'),
    active: words('Being arranged', '办理中', '辦理中'),
    resolved: words('Done', '已办结', '已辦妥'),
  }),
  fields: [
    {
      key: 'request_for',
      name: words('Request for', '需求类别', '要求類別'),
      type: 'choice',
      choices: [
        { key: 'agency', name: words('A formality done for him', '委托代办', '委託代辦') },
        { key: 'paid_service', name: words('Paid service', '有偿服务', '收費服務') },
        { key: 'pass', name: words('Pass or certificate', '证件办理', '證件辦理') },
        { key: 'goods_release', name: words('Release of goods', '物品放行', '物品放行條') },
        { key: 'parking', name: words('Parking', '车位车辆', '車位車輛') },
        { key: 'installation', name: words('Installation', '上门安装', '上門安裝') },
        { key: 'appointment', name: words('Appointment', '预约', '預約') },
        other,
      ],
      at: 'intake',
      requiredFor: 'open',
      indexed: true,
    },
  ],
  steps: serviceSteps,
  guards: {
    resolve: ['no_open_work_order', 'outcome_given'],
    close: ['no_open_work_order', 'customer_told', 'visits_ended'],
  },
  commitments: [
    firstAnswer(reception('PT4H')),
    dispatch(reception('PT4H'), { urgent: reception('PT1H') }),
    complete(reception('P3D', schedule), { urgent: reception('P1D', schedule) }),
    tellResult(),
  ],
  workOrder: { accept: shift('PT4H'), arrive: shift('P1D'), complete: shift('P2D'), when: hurriedWork },
  visits: serviceVisits,
};

/** CONS-08: passed to the department it concerns, and what became of it is kept. */
export const suggestion: Kind = {
  key: 'suggestion',
  name: words('Suggestion', '建议', '建議'),
  about: words('Somebody has an idea for the estate or for us', '对小区或服务提出改进建议', '對社區或服務提出改進建議'),
  type: 'suggestion',
  digit: '0',
  icon: 'bulb',
  urgency: 'normal',
  department: 'customer_service',
  needsPlace: false,
  needsCustomer: true,
  stages: simpleStages({
    new: words('Made', '已收集', '已收集'),
    active: words('With the department concerned', '相关部门研究中', '相關部門研究中'),
    resolved: words('Decided', '已有结论', '已有結論'),
  }),
  fields: [
    {
      key: 'suggestion',
      name: words('Suggestion', '建议内容', '建議內容'),
      type: 'long_text',
      at: 'intake',
      requiredFor: 'open',
    },
    {
      key: 'became',
      name: words('What became of it', '采纳情况', '採納情況'),
      type: 'choice',
      choices: [
        { key: 'adopted', name: words('Adopted', '采纳', '採納') },
        { key: 'partly', name: words('Adopted in part', '部分采纳', '部分採納') },
        { key: 'later', name: words('Kept for later', '暂缓', '暫緩') },
        { key: 'declined', name: words('Not adopted', '未采纳', '未採納') },
      ],
      at: 'ticket',
      requiredFor: 'resolve',
      indexed: true,
    },
    {
      key: 'reason',
      name: words('Reason', '理由', '理由說明'),
      type: 'long_text',
      at: 'ticket',
      requiredFor: 'resolve',
    },
  ],
  steps: suggestionSteps,
  guards: { resolve: ['no_open_work_order', 'outcome_given'], close: ['no_open_work_order', 'customer_told'] },
  commitments: [firstAnswer(reception('P1D')), complete(reception('P10D', schedule)), tellResult(reception('P1D'))],
  workOrder: { accept: shift('P1D', desk), arrive: shift('P5D', desk), complete: shift('P5D') },
  visits: [],
};

/** ASGN-05: giver and due time stand on the ticket; nobody calls about it, so it has no digit. */
export const task: Kind = {
  key: 'task',
  name: words('Task from a superior', '上级交办任务', '上級交辦事項'),
  about: words('Given by a superior, done on time and to quality', '上级临时交办的工作', '上級臨時交辦的工作'),
  type: 'task',
  icon: 'checklist',
  urgency: 'normal',
  department: 'customer_service',
  needsPlace: false,
  needsCustomer: false,
  stages: simpleStages({
    new: words('Given', '已交办', '已交辦'),
    active: words('In progress', '进行中', '進行中'),
    resolved: words('Done, to be confirmed', '已完成待确认', '已完成待確認'),
  }),
  fields: [
    {
      key: 'standard',
      name: words('What is expected', '完成标准', '完成標準'),
      type: 'long_text',
      at: 'intake',
    },
    {
      key: 'quality',
      name: words('Quality of the result', '完成质量', '完成品質'),
      type: 'choice',
      choices: [
        { key: 'good', name: words('Good', '良好', '良好') },
        { key: 'sufficient', name: words('Sufficient', '合格', '合格') },
        { key: 'poor', name: words('Poor', '欠佳', '欠佳') },
      ],
      at: 'ticket',
      requiredFor: 'close',
    },
  ],
  steps: taskSteps,
  guards: { resolve: ['no_open_work_order', 'outcome_given'], close: ['no_open_work_order', 'customer_told'] },
  commitments: [
    complete(reception('P3D', schedule), { urgent: reception('P1D', schedule) }),
    tellResult(reception('P1D')),
  ],
  workOrder: { accept: shift('P1D'), arrive: shift('P2D'), complete: shift('P2D'), when: hurriedWork },
  visits: [],
};
