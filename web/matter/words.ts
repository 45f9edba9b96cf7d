import type { Channel } from '../../src/kernel/channels.ts';
import type { PURPOSES } from '../../src/contact/inputs.ts';
import type { PlainKey } from '../words/words.ts';
import { t } from '../words/words.ts';

export type Purpose = (typeof PURPOSES)[number];

/** Every way a matter can come in, the commonest at a front desk first. */
export const channels = [
  'phone',
  'counter',
  'visit',
  'letter',
  'complaint_line',
  'emergency_line',
  'email',
  'wechat',
  'chat',
  'sms',
  'web',
  'other',
] as const satisfies readonly Channel[];

export const purposes = [
  'consultation',
  'visit',
  'follow_up',
  'request',
  'complaint',
  'suggestion',
  'repair',
  'help',
  'payment',
  'told_result',
  'other',
] as const satisfies readonly Purpose[];

/** What a matter of this type is about, as the contact that brought it says. */
export function purposeOf(type: string | undefined): Purpose {
  return purposes.find((one) => one === type) ?? 'other';
}

export const urgencies = ['normal', 'urgent', 'emergency'] as const;
export type Urgency = (typeof urgencies)[number];

const known = (keys: readonly string[], key: string) => keys.includes(key);

export function channelWords(channel: string): string {
  return known(channels, channel) ? t(`matter.channel_${channel as Channel}`) : channel;
}

export function purposeWords(purpose: string): string {
  return known(purposes, purpose) ? t(`matter.purpose_${purpose as Purpose}`) : purpose;
}

export function urgencyWords(urgency: string): string {
  return known(urgencies, urgency) ? t(`matter.urgency_${urgency as Urgency}`) : urgency;
}

const orderStages: Readonly<Record<string, PlainKey>> = {
  issued: 'matter.order_issued',
  accepted: 'matter.order_accepted',
  on_the_way: 'matter.order_on_the_way',
  arrived: 'matter.order_arrived',
  no_access: 'matter.order_no_access',
  done: 'matter.order_done',
  refused: 'matter.order_refused',
  cancelled: 'matter.order_cancelled',
};

export function orderStageWords(stage: string): string {
  const key = orderStages[stage];
  return key ? t(key) : stage;
}

const relations: Readonly<Record<string, PlainKey>> = {
  owner: 'matter.relation_owner',
  resident: 'matter.relation_resident',
  tenant: 'matter.relation_tenant',
  user: 'matter.relation_user',
};

export function relationWords(relation: string): string {
  const key = relations[relation];
  return key ? t(key) : relation;
}

const customerKinds: Readonly<Record<string, PlainKey>> = {
  person: 'matter.customer_person',
  household: 'matter.customer_household',
  company: 'matter.customer_company',
};

export function customerKindWords(kind: string): string {
  const key = customerKinds[kind];
  return key ? t(key) : kind;
}

const satisfactions = ['matter.very_bad', 'matter.bad', 'matter.fair', 'matter.good', 'matter.very_good'] as const;

/** 1 to 5, from very dissatisfied to very satisfied. */
export function satisfactionWords(value: number): string {
  const key = satisfactions[value - 1];
  return key ? t(key) : String(value);
}
