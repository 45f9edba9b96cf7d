import type { Kind } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { atIntake } from '../lines.ts';
import { somethingElse } from '../choices.ts';
import { complete, firstAnswer, tellResult } from '../commitments.ts';
import { schedule } from '../ladders.ts';
import { reception } from '../limits.ts';
import { simpleStages } from '../stages.ts';
import { answerSteps } from '../steps.ts';

/** CHAN-23: what is on file is looked up and said; nothing is advised or decided. */
export const enquiry: Kind = {
  key: 'enquiry',
  name: words('Information enquiry', '信息查询', '資訊查詢'),
  about: words(
    'Somebody wants to know what is on file: charges, records, where a matter stands',
    '查询费用、档案、办理进度等已有信息',
    '查詢費用、檔案、辦理進度等既有資訊',
  ),
  type: 'consultation',
  function: 'information_enquiry',
  icon: 'info-circle',
  urgency: 'normal',
  department: 'customer_service',
  needsPlace: false,
  needsCustomer: false,
  stages: simpleStages({
    new: words('Asked', '已登记', '已登記'),
    active: words('Being looked up', '查询中', '查詢中'),
    resolved: words('Answered', '已答复', '已答覆'),
  }),
  fields: [
    atIntake('choice', 'enquires_about', words('Enquires about', '查询内容', '查詢內容'), {
      choices: [
        { key: 'charges', name: words('Charges and payments', '费用与缴款', '費用與繳款') },
        { key: 'records', name: words('Own records', '本户档案', '本戶檔案') },
        { key: 'progress', name: words('Where a matter stands', '事项进度', '事項進度') },
        { key: 'notices', name: words('Notices and dates', '通知与时间安排', '通知與時間安排') },
        somethingElse,
      ],
      indexed: true,
    }),
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
