import type { Kind, Stage } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { atIntake } from '../lines.ts';
import { ending } from '../stages.ts';
import { somethingElse } from '../choices.ts';
import { complete, firstAnswer, tellResult } from '../commitments.ts';
import { factFields } from '../facts.ts';
import { schedule } from '../ladders.ts';
import { hurriedWork, reception, shift } from '../limits.ts';
import { answerSteps } from '../steps.ts';

const stages: Stage[] = [
  {
    key: 'received',
    name: words('Reported', '已受理', '已受理'),
    class: 'new',
    next: ['hearing', 'mediating', 'resolved', 'cancelled'],
  },
  {
    key: 'hearing',
    name: words('Both sides being heard', '听取双方陈述', '聽取雙方陳述'),
    class: 'active',
    next: ['mediating', 'waiting_customer', 'resolved', 'cancelled'],
  },
  {
    key: 'mediating',
    name: words('Being mediated', '调解中', '調解中'),
    class: 'active',
    next: ['hearing', 'waiting_customer', 'resolved', 'cancelled'],
  },
  {
    key: 'waiting_customer',
    name: words('Waiting for a party', '等待当事人回复', '等候當事人回覆'),
    class: 'waiting_customer',
    pause: 'waiting_customer',
    next: ['hearing', 'mediating', 'resolved', 'cancelled'],
  },
  ...ending(words('Agreed or referred', '已达成协议或移交', '已達成協議或移交'), 'mediating'),
];

/** COMP-15: between households, mediated by us. It ends in an agreement that is looked after, or in a referral. */
export const dispute: Kind = {
  key: 'dispute',
  name: words('Dispute between households', '邻里纠纷', '鄰里糾紛'),
  about: words(
    'Households are at odds with each other and ask us to mediate',
    '住户之间发生纠纷，请求协调',
    '住戶之間發生糾紛，請求協調',
  ),
  type: 'dispute',
  icon: 'scale',
  public: true,
  urgency: 'normal',
  department: 'customer_service',
  needsPlace: false,
  needsCustomer: true,
  stages,
  fields: [
    atIntake('choice', 'about', words('Dispute about', '纠纷事由', '糾紛事由'), {
      choices: [
        { key: 'noise', name: words('Noise', '噪音', '噪音') },
        { key: 'water', name: words('Water from above', '漏水渗水', '漏水滲水') },
        { key: 'shared_space', name: words('Things in shared space', '占用公共空间', '佔用公共空間') },
        { key: 'parking', name: words('Parking', '停车', '停車') },
        { key: 'pets', name: words('Animals', '宠物', '寵物') },
        { key: 'renovation', name: words('Renovation', '装修', '裝修') },
        somethingElse,
      ],
      indexed: true,
    }),
    ...factFields,
  ],
  steps: answerSteps,
  guards: {
    resolve: ['no_open_work_order', 'facts_established', 'dispute_ended', 'outcome_given'],
    close: ['no_open_work_order', 'customer_told', 'agreement_checked'],
  },
  commitments: [
    firstAnswer(reception('PT4H'), { urgent: reception('PT1H') }),
    complete(reception('P10D', schedule), { urgent: reception('P5D', schedule) }),
    tellResult(),
  ],
  workOrder: { accept: shift('PT4H'), arrive: shift('P1D'), complete: shift('P2D'), when: hurriedWork },
  visits: [],
};
