import type { Field, Kind, Stage } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { ending } from '../stages.ts';
import { complete, firstAnswer, tellResult } from '../commitments.ts';
import { schedule } from '../ladders.ts';
import { atIntake, onTicket } from '../lines.ts';
import { reception } from '../limits.ts';
import { productFields } from '../products.ts';
import { serviceVisits } from '../visits.ts';

const stages: Stage[] = [
  {
    key: 'ordered',
    name: words('Ordered', '已下订', '已訂購'),
    class: 'new',
    next: ['preparing', 'waiting_customer', 'cancelled'],
  },
  {
    key: 'preparing',
    name: words('Being prepared', '备货中', '備貨中'),
    class: 'active',
    next: ['on_the_way', 'waiting_customer', 'waiting_goods', 'resolved', 'cancelled'],
  },
  {
    key: 'on_the_way',
    name: words('On the way', '配送中', '配送中'),
    class: 'active',
    next: ['preparing', 'waiting_customer', 'resolved', 'cancelled'],
  },
  {
    key: 'waiting_customer',
    name: words('Waiting for the customer', '等待客户回复', '等候客戶回覆'),
    class: 'waiting_customer',
    pause: 'waiting_customer',
    next: ['preparing', 'on_the_way', 'cancelled'],
  },
  {
    // a supplier who does not deliver to us is our own affair: nothing is paused
    key: 'waiting_goods',
    name: words('Waiting for the supplier', '等待供货', '等候供貨'),
    class: 'waiting_other',
    next: ['preparing', 'on_the_way', 'cancelled'],
  },
  ...ending(words('Delivered', '已送达', '已送達'), 'preparing'),
];

const fields: Field[] = [
  ...productFields,
  atIntake('number', 'quantity', words('Quantity', '数量', '數量')),
  atIntake('text', 'deliver_to', words('Deliver to', '送货地址', '送貨地址')),
  {
    key: 'pays',
    name: words('Payment', '付款方式', '付款方式'),
    type: 'choice',
    choices: [
      { key: 'on_delivery', name: words('On delivery', '货到付款', '貨到付款') },
      { key: 'counter', name: words('At the counter', '柜台付款', '櫃檯付款') },
      { key: 'transfer', name: words('By transfer', '转账', '轉帳') },
      { key: 'postal', name: words('Postal order', '邮政汇款', '郵政匯款') },
    ],
    at: 'intake',
    indexed: true,
  },
  onTicket('choice', 'sent_by', words('Sent by', '配送方式', '配送方式'), {
    choices: [
      { key: 'own', name: words('Our own people', '自行配送', '自行配送') },
      { key: 'carrier', name: words('Carrier or post', '快递或邮寄', '快遞或郵寄') },
      { key: 'collected', name: words('Collected by the customer', '客户自提', '客戶自取') },
    ],
    requiredAt: [{ stage: 'on_the_way', on: 'enter' }],
    requiredFor: 'resolve',
  }),
  onTicket('text', 'consignment', words('Carrier and consignment number', '承运方与运单号', '承運商與運單號'), {
    when: { field: 'sent_by', is: 'carrier' },
    requiredAt: [{ stage: 'on_the_way', on: 'enter' }],
    requiredFor: 'resolve',
  }),
  onTicket('date', 'delivered_on', words('Delivered on', '送达日期', '送達日期'), { requiredFor: 'resolve' }),
  onTicket('text', 'received_by', words('Received by', '签收人', '簽收人'), { requiredFor: 'resolve' }),
];

/** CHAN-18: ordered by telephone, by post or however else: one record, its channel on it, followed until it is delivered. */
export const productOrder: Kind = {
  key: 'product_order',
  name: words('Order of goods', '商品订购', '商品訂購'),
  about: words(
    'Goods are ordered by telephone, by post, at the counter or in writing',
    '电话订货、邮购、到店或线上下单',
    '電話訂購、郵購、到店或線上下單',
  ),
  type: 'request',
  icon: 'clipboard-list',
  urgency: 'normal',
  department: 'customer_service',
  needsPlace: false,
  needsCustomer: true,
  stages,
  fields,
  steps: [
    { key: 'ordered', name: words('Ordered', '下订', '訂購'), doneBy: 'opened' },
    { key: 'accepted', name: words('Being prepared', '备货', '備貨'), doneBy: 'accepted' },
    { key: 'delivered', name: words('Delivered', '送达', '送達'), doneBy: 'resolved' },
    { key: 'return_visit', name: words('Return visit', '回访', '回訪'), doneBy: 'visited' },
  ],
  guards: { resolve: ['outcome_given'], close: ['customer_told', 'visits_ended', 'customer_view_known'] },
  commitments: [
    firstAnswer(reception('PT4H')),
    {
      ...complete(reception('P5D', schedule), { urgent: reception('P1D', schedule) }),
      name: words('Deliver the goods', '按时送达', '如期送達'),
    },
    tellResult(),
  ],
  visits: serviceVisits,
};
