import type { Kind } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { atIntake } from '../lines.ts';
import { somethingElse } from '../choices.ts';
import { complete, firstAnswer, tellResult } from '../commitments.ts';
import { schedule } from '../ladders.ts';
import { reception } from '../limits.ts';
import { simpleStages } from '../stages.ts';
import { answerSteps } from '../steps.ts';

export const consultation: Kind = {
  key: 'consultation',
  name: words('Consultation', '咨询', '諮詢'),
  about: words('Somebody wants to know something', '询问事项、费用、流程、规定', '詢問事項、費用、流程、規定'),
  type: 'consultation',
  digit: '1',
  icon: 'info-circle',
  public: true,
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
        somethingElse,
      ],
      at: 'intake',
      indexed: true,
    },
    atIntake('long_text', 'question', words('Question', '咨询内容', '諮詢內容')),
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
