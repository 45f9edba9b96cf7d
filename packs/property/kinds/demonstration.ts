import type { Kind } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { atIntake } from '../lines.ts';
import { ending } from '../stages.ts';
import { somethingElse } from '../choices.ts';
import { complete, tellResult } from '../commitments.ts';
import { schedule } from '../ladders.ts';
import { reception } from '../limits.ts';
import { productFields } from '../products.ts';

/** CONS-06: to whom, which product, when, by whom (whoever answers for it), and what the customer said. */
export const demonstration: Kind = {
  key: 'demonstration',
  name: words('Introduction or demonstration', '产品介绍与演示', '產品介紹與展示'),
  about: words(
    'A product was introduced or shown to a customer, or is going to be',
    '已向或将向客户介绍、演示产品',
    '已向或將向客戶介紹、展示產品',
  ),
  type: 'consultation',
  function: 'marketing',
  icon: 'bulb',
  urgency: 'normal',
  department: 'customer_service',
  needsPlace: false,
  needsCustomer: true,
  stages: [
    {
      key: 'arranged',
      name: words('Arranged', '已安排', '已安排'),
      class: 'new',
      next: ['considering', 'resolved', 'cancelled'],
    },
    {
      key: 'considering',
      name: words('Customer considers it', '客户考虑中', '客戶考慮中'),
      class: 'active',
      next: ['resolved', 'cancelled'],
    },
    ...ending(words('Shown', '已介绍', '已介紹'), 'considering'),
  ],
  fields: [
    atIntake('choice', 'shown_how', words('How', '方式', '方式'), {
      choices: [
        { key: 'introduction', name: words('Introduced', '口头介绍', '口頭介紹') },
        { key: 'demonstration', name: words('Demonstrated', '现场演示', '現場展示') },
        { key: 'trial', name: words('Tried by the customer', '客户试用', '客戶試用') },
        somethingElse,
      ],
      indexed: true,
    }),
    ...productFields,
    atIntake('date', 'shown_on', words('On', '日期', '日期'), {
      hint: words('Done, or arranged', '已进行或约定的日期', '已進行或約定的日期'),
      indexed: true,
    }),
    {
      key: 'customer_said',
      name: words('What the customer said', '客户反馈', '客戶回饋'),
      hint: words('In his own words', '按客户原话记录', '按客戶原話記錄'),
      type: 'long_text',
      at: 'intake',
      requiredFor: 'resolve',
    },
  ],
  steps: [
    { key: 'arranged', name: words('Arranged', '安排', '安排'), doneBy: 'opened' },
    { key: 'shown', name: words('Shown', '介绍演示', '介紹展示'), doneBy: 'resolved' },
  ],
  guards: { resolve: ['outcome_given'], close: ['customer_told'] },
  commitments: [complete(reception('P5D', schedule)), tellResult(reception('P1D'))],
  visits: [],
};
