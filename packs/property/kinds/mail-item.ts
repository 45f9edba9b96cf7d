import type { Kind } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { ending } from '../stages.ts';
import { complete, tellResult } from '../commitments.ts';
import { schedule } from '../ladders.ts';
import { reception } from '../limits.ts';
import { atIntake, onTicket } from '../lines.ts';
import { AT_THE_COUNTER } from '../posts.ts';
import { serviceSteps } from '../steps.ts';

/** FDBC-04, FDBC-05, FDBC-09: a letter or parcel that came or goes; whoever takes it signs, and until then it stands open. */
export const mailItem: Kind = {
  key: 'mail_item',
  name: words('Letter or parcel', '信件包裹收发', '信件包裹收發'),
  about: words(
    'Something came for somebody, or is to be sent; open until it is taken',
    '代收代发的信件、包裹，签领后办结',
    '代收代寄的信件、包裹，簽領後結案',
  ),
  type: 'task',
  icon: 'clipboard-list',
  urgency: 'normal',
  department: 'customer_service',
  needsPlace: false,
  needsCustomer: true,
  stages: [
    {
      key: 'arrived',
      name: words('To be registered', '待登记', '待登記'),
      class: 'new',
      next: ['registered', 'cancelled'],
    },
    {
      key: 'registered',
      name: words('Registered, to be taken', '已登记，待领取', '已登記，待領取'),
      class: 'active',
      next: ['taken', 'cancelled'],
    },
    { key: 'taken', name: words('Taken', '已签领', '已簽領'), class: 'active', next: ['resolved'] },
    ...ending(
      words('Settled', '办理完毕', '辦理完成'),
      'taken',
      words('Sent back or lost', '退回或遗失', '退回或遺失'),
    ),
  ],
  fields: [
    atIntake('choice', 'way', words('Incoming or outgoing', '收件或寄件', '收件或寄件'), {
      choices: [
        { key: 'incoming', name: words('Incoming', '收件', '收件') },
        { key: 'outgoing', name: words('Outgoing', '寄件', '寄件') },
      ],
      indexed: true,
    }),
    atIntake('choice', 'item_sort', words('What it is', '邮件种类', '郵件種類'), {
      choices: [
        { key: 'letter', name: words('Letter', '信件', '信件') },
        { key: 'postcard', name: words('Postcard', '明信片', '明信片') },
        { key: 'printed', name: words('Newspaper or printed matter', '报刊印刷品', '報刊印刷品') },
        { key: 'parcel', name: words('Parcel', '包裹', '包裹') },
        { key: 'registered', name: words('Registered mail', '挂号信', '掛號信') },
        { key: 'remittance', name: words('Remittance', '汇款单', '匯款單') },
      ],
      indexed: true,
    }),
    onTicket('text', 'item_number', words('Number on it', '邮件单号', '郵件單號'), { indexed: true }),
    onTicket('text', 'kept_at', words('Where it lies', '存放位置', '存放位置')),
    onTicket('text', 'receipt_number', words('Number of the receipt', '回执编号', '回執編號')),
  ],
  steps: serviceSteps.slice(0, 3),
  guards: { resolve: ['outcome_given'], close: ['customer_told'] },
  commitments: [
    {
      kind: 'tell_addressee',
      name: words('Tell the addressee', '通知收件人', '通知收件人'),
      from: 'opened',
      keptBy: ['answered', 'told', 'resolved'],
      limit: reception('PT1H'),
      pausable: false,
    },
    complete(reception('P5D', schedule)),
    tellResult(reception('P1D')),
  ],
  approvals: [
    {
      key: 'registered',
      name: words('Registered', '登记', '登記'),
      by: AT_THE_COUNTER,
      before: 'registered',
      needs: ['item_number', 'kept_at'],
      signature: 'own',
      limit: reception('PT2H'),
    },
    {
      key: 'taken',
      name: words('Taken', '签领', '簽領'),
      by: AT_THE_COUNTER,
      before: 'taken',
      needs: [],
      asks: ['receipt_number'],
      signature: 'customer',
      limit: reception('P5D'),
    },
  ],
  visits: [],
};
