import type { Words } from '../kernel/words.ts';
import type { SubjectType } from '../platform/context.ts';

type Told = { about: SubjectType; says: Words; facts: Record<string, unknown> };

/** Where the API says more about a thing. */
const ADDRESSES: Partial<Record<SubjectType, string>> = {
  ticket: 'tickets',
  work_order: 'work-orders',
  return_visit: 'return-visits',
  rectification: 'notices',
  contact: 'contacts',
  customer: 'customers',
  place: 'places',
  summary: 'summaries',
};

export function addressOf(subject: { type: SubjectType; id: string }): string | null {
  const folder = ADDRESSES[subject.type];
  return folder === undefined ? null : `/api/${folder}/${subject.id}`;
}

const words = (en: string, hans: string, hant: string): Words => ({ en, 'zh-hans': hans, 'zh-hant': hant });

const ID = '0190d7a2-5b0e-7c31-9f42-1d2a3b4c5d6e';

/** What other systems may be told of. Ids and facts only: names and texts are read from the API, by whoever may. */
export const CATALOGUE = {
  'ticket.opened': {
    about: 'ticket',
    says: words('A ticket was opened', '受理单已开立', '受理單已開立'),
    facts: { kind: 'leak', owner: ID },
  },
  'ticket.accepted': {
    about: 'ticket',
    says: words('A hand-over was accepted', '移交已接受', '移交已接受'),
    facts: {},
  },
  'ticket.moved_stage': {
    about: 'ticket',
    says: words('A ticket moved to another stage', '受理单进入另一阶段', '受理單進入另一階段'),
    facts: { to: 'in_hand' },
  },
  'ticket.waiting': {
    about: 'ticket',
    says: words('A ticket waits for something declared', '受理单转入等待', '受理單轉入等待'),
    facts: { reason: 'parts' },
  },
  'ticket.went_on': { about: 'ticket', says: words('It waits no more', '等待结束', '等待結束'), facts: {} },
  'ticket.urged': { about: 'ticket', says: words('Somebody pressed for an answer', '有人催办', '有人催辦'), facts: {} },
  'ticket.severity_raised': {
    about: 'ticket',
    says: words('A complaint was judged graver', '投诉等级上调', '投訴等級上調'),
    facts: { severity: 'major' },
  },
  'ticket.reclassified': {
    about: 'ticket',
    says: words('A ticket is of another kind now', '受理单改为其他类型', '受理單改為其他類別'),
    facts: { to: 'repair_public' },
  },
  'ticket.customer_told': {
    about: 'ticket',
    says: words('The customer was told the result', '已向客户告知结果', '已向客戶告知結果'),
    facts: {},
  },
  'ticket.resolved': {
    about: 'ticket',
    says: words('A ticket was resolved', '受理单已办结', '受理單已解決'),
    facts: {},
  },
  'ticket.closed': { about: 'ticket', says: words('A ticket was closed', '受理单已结单', '受理單已結案'), facts: {} },
  'ticket.reopened': {
    about: 'ticket',
    says: words('A ticket was opened again', '受理单重新开启', '受理單重新開啟'),
    facts: {},
  },
  'ticket.cancelled': {
    about: 'ticket',
    says: words('A ticket was cancelled', '受理单已取消', '受理單已取消'),
    facts: {},
  },
  'work_order.issued': { about: 'work_order', says: words('Hands were sent', '已派工', '已派工'), facts: { no: 1 } },
  'work_order.accepted': {
    about: 'work_order',
    says: words('A work order was accepted', '工单已接单', '工單已接單'),
    facts: {},
  },
  'work_order.appointed': {
    about: 'work_order',
    says: words('An appointment was made', '已预约上门', '已預約到府'),
    facts: {},
  },
  'work_order.arrived': { about: 'work_order', says: words('Somebody is on the spot', '已到场', '已到場'), facts: {} },
  'work_order.no_access': { about: 'work_order', says: words('Nobody opened', '无人应门', '無人應門'), facts: {} },
  'work_order.done': {
    about: 'work_order',
    says: words('The work is done', '已完工', '已完工'),
    facts: { minutes: 40 },
  },
  'work_order.refused': {
    about: 'work_order',
    says: words('A work order was refused', '工单被拒', '工單被婉拒'),
    facts: {},
  },
  'work_order.cancelled': {
    about: 'work_order',
    says: words('A work order was taken back', '工单已撤回', '工單已收回'),
    facts: {},
  },
  'return_visit.made': {
    about: 'return_visit',
    says: words('A return visit was made', '已回访', '已回訪'),
    facts: { satisfaction: 4 },
  },
  'return_visit.declined': {
    about: 'return_visit',
    says: words('The customer declined a return visit', '客户谢绝回访', '客戶婉拒回訪'),
    facts: {},
  },
  'rectification.issued': {
    about: 'rectification',
    says: words('A rectification notice was issued', '已发出整改通知', '已發出改善通知'),
    facts: {},
  },
  'rectification.replied': {
    about: 'rectification',
    says: words('A notice was answered', '整改通知已回复', '改善通知已回覆'),
    facts: {},
  },
  'rectification.verified': {
    about: 'rectification',
    says: words('The answer was found good', '整改复查合格', '改善複查合格'),
    facts: {},
  },
  'contact.recorded': {
    about: 'contact',
    says: words('A call, visit or letter was recorded', '已登记来电、来访或来函', '已登記來電、來訪或來函'),
    facts: { channel: 'phone' },
  },
  'customer.added': { about: 'customer', says: words('A customer was added', '新增客户', '新增客戶'), facts: {} },
  'customer.changed': {
    about: 'customer',
    says: words('A customer was changed', '客户资料已更改', '客戶資料已更改'),
    facts: {},
  },
  'customer.erased': {
    about: 'customer',
    says: words('A customer was erased: erase him too', '客户资料已清除，对方也应清除', '客戶資料已清除，對方也應清除'),
    facts: {},
  },
  'place.added': { about: 'place', says: words('A place was added', '新增房产或场所', '新增場所'), facts: {} },
  'place.changed': { about: 'place', says: words('A place was changed', '房产或场所已更改', '場所已更改'), facts: {} },
  'summary.submitted': {
    about: 'summary',
    says: words('A summary or report was submitted', '汇总或报告已提交', '彙總或報告已提交'),
    facts: {},
  },
} as const satisfies Record<string, Told>;

export type WebhookType = keyof typeof CATALOGUE;
export const WEBHOOK_TYPES = Object.keys(CATALOGUE) as [WebhookType, ...WebhookType[]];

/** Sent by hand, to see whether a receiver hears and can check the signature. */
export const TEST_TYPE = 'webhook.test';

/** A body as a receiver gets it, for the description. */
export function exampleOf(type: WebhookType): Record<string, unknown> {
  const told: Told = CATALOGUE[type];
  return bodyOf(type, {
    at: '2026-11-21T11:06:53.123Z',
    subject: { type: told.about, id: ID },
    ticketId: told.about === 'ticket' ? ID : null,
    facts: told.facts,
  });
}

type Facts = {
  at: string;
  subject: { type: SubjectType; id: string };
  ticketId: string | null;
  facts: Record<string, unknown>;
};

/** `sequence` is added as it is sent. */
export function bodyOf(type: string, { at, subject, ticketId, facts }: Facts): Record<string, unknown> {
  return { type, timestamp: at, data: { subject, ticketId, api: addressOf(subject), facts } };
}
