import type { Kind } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { atIntake } from '../lines.ts';
import { somethingElse } from '../choices.ts';
import { complete, firstAnswer, tellResult } from '../commitments.ts';
import { schedule } from '../ladders.ts';
import { reception } from '../limits.ts';
import { simpleStages } from '../stages.ts';
import { answerSteps } from '../steps.ts';

/** RECP-16: recorded beside complaints, passed to those it is about, and answered modestly (PHR-06). */
export const compliment: Kind = {
  key: 'compliment',
  name: words('Compliment', '表扬', '表揚'),
  about: words('Somebody praises us or one of us', '客户表扬、感谢', '客戶表揚、感謝'),
  type: 'compliment',
  icon: 'heart',
  public: true,
  urgency: 'normal',
  department: 'customer_service',
  needsPlace: false,
  needsCustomer: true,
  stages: simpleStages({
    new: words('Received', '已登记', '已登記'),
    active: words('Being passed on', '转达中', '轉達中'),
    resolved: words('Passed on', '已转达', '已轉達'),
  }),
  fields: [
    atIntake('long_text', 'praise', words('What is praised', '表扬内容', '表揚內容'), {
      hint: words('In his own words', '按客户原话记录', '按客戶原話記錄'),
    }),
    atIntake('choice', 'source', words('Given as', '表扬形式', '表揚形式'), {
      choices: [
        { key: 'said', name: words('By word', '口头表扬', '口頭表揚') },
        { key: 'letter', name: words('Letter of thanks', '表扬信', '感謝信') },
        { key: 'pennant', name: words('Pennant', '锦旗', '錦旗') },
        { key: 'online', name: words('Online', '网络留言', '網路留言') },
        somethingElse,
      ],
      indexed: true,
    }),
  ],
  offeredAnswer: words(
    'Thank you for your compliment. This is what I should do.',
    '谢谢您的夸奖，这是我应该做的。',
    '謝謝您的誇獎，這是我應該做的。',
  ),
  steps: answerSteps,
  guards: { resolve: ['compliment_passed_on', 'outcome_given'], close: ['customer_told'] },
  commitments: [firstAnswer(reception('P1D')), complete(reception('P3D', schedule)), tellResult(reception('P1D'))],
  visits: [],
};
