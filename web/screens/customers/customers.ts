import type { z } from 'zod';
import { CHANNEL_KINDS, KIND_FACTS } from '../../../src/channel/kinds.ts';
import type { CUSTOMER_KINDS, RELATIONS } from '../../../src/customer/customer.ts';
import type { customerLineOut, customerPageOut } from '../../../src/customer/view.ts';
import type { Instant } from '../../../src/kernel/time.ts';
import { channelWords } from '../../matter/words.ts';
import { instantOf, nowMs } from '../../ui/time.ts';
import type { Language } from '../../words/languages.ts';
import type { PlainKey } from '../../words/words.ts';
import { t } from '../../words/words.ts';

export type CustomerRow = z.output<typeof customerLineOut>;
/** `GET /api/customers/:id` */
export type CustomerAnswer = z.output<typeof customerPageOut>;
export type Matter = CustomerAnswer['open'][number];
export type Kind = (typeof CUSTOMER_KINDS)[number];
export type Relation = (typeof RELATIONS)[number];

export const kinds = ['person', 'household', 'company'] as const satisfies readonly Kind[];
export const relations = ['owner', 'resident', 'tenant', 'user'] as const satisfies readonly Relation[];

const kindKeys: Readonly<Record<string, PlainKey>> = {
  person: 'customers.kind_person',
  household: 'customers.kind_household',
  company: 'customers.kind_company',
};

export function kindWords(kind: string): string {
  const key = kindKeys[kind];
  return key ? t(key) : kind;
}

const relationKeys: Readonly<Record<string, PlainKey>> = {
  owner: 'customers.relation_owner',
  resident: 'customers.relation_resident',
  tenant: 'customers.relation_tenant',
  user: 'customers.relation_user',
};

export function relationWords(relation: string): string {
  const key = relationKeys[relation];
  return key ? t(key) : relation;
}

/** What the form holds; a null id is a line not filled in yet. */
export type CustomerValues = {
  kind: Kind;
  name: string;
  language: Language;
  updates: string;
  vip: boolean;
  note: string;
  phones: { number: string; label: string }[];
  emails: { address: string; label: string }[];
  places: { placeId: string; code: string; relation: Relation; since: string; until: string }[];
  members: { customerId: string; name: string; relation: string }[];
};

const fresh: CustomerValues = {
  kind: 'person',
  name: '',
  language: 'zh-hans',
  updates: 'any',
  vip: false,
  note: '',
  phones: [{ number: '', label: '' }],
  emails: [],
  places: [],
  members: [],
};

export function valuesOf(customer: CustomerAnswer | null): CustomerValues {
  if (!customer) return fresh;
  const { name, vip } = customer;
  return {
    name,
    vip,
    kind: customer.kind as Kind,
    language: customer.language as Language,
    updates: customer.updates,
    note: customer.note ?? '',
    phones: customer.phones.map(({ number, label }) => ({ number, label })),
    emails: customer.emails.map(({ address, label }) => ({ address, label })),
    places: customer.places.map(({ placeId, code, relation, since, until }) => ({
      placeId,
      code,
      relation: relation as Relation,
      since: since ?? '',
      until: until ?? '',
    })),
    members: customer.members.map((one) => ({ customerId: one.id, name: one.name, relation: one.relation })),
  };
}

/** As the server takes it: empty lines left out, and numbers that are only half shown not sent at all. */
export function bodyOf(values: CustomerValues, withNumbers: boolean): Record<string, unknown> {
  const { phones, emails, places, members, ...facts } = values;
  return {
    ...facts,
    note: facts.note.trim() || null,
    places: places
      .filter(({ placeId }) => placeId !== '')
      .map(({ placeId, relation, since, until }) => ({
        placeId,
        relation,
        since: since || null,
        until: until || null,
      })),
    members: members
      .filter(({ customerId }) => customerId !== '')
      .map(({ customerId, relation }) => ({ customerId, relation })),
    ...(withNumbers
      ? {
          phones: phones.filter(({ number }) => number.trim() !== ''),
          emails: emails.filter(({ address }) => address.trim() !== ''),
        }
      : {}),
  };
}

const DAY = 86_400_000;

/** Of no contact for so many days: inferred. */
export function quietOptions(): { value: string; label: string }[] {
  return [30, 90, 180].map((count) => ({ value: String(count), label: t('customers.quiet_days', { count }) }));
}

/** Since when there was none. */
export const quietSinceOf = (days: string): Instant => instantOf(nowMs() - Number(days) * DAY);

/** By which way he hears how his matters stand, in words. */
export function updatesWords(updates: string): string {
  const kind = CHANNEL_KINDS.find((one) => one === updates);
  if (kind) return t('customers.updates_only', { channel: channelWords(KIND_FACTS[kind].touch ?? 'other') });
  if (updates === 'phone') return t('customers.updates_phone');
  return t(updates === 'none' ? 'customers.updates_none' : 'customers.updates_any');
}

/** By which channel, and who reached whom. */
export function touchWords({ channel, direction }: NonNullable<CustomerRow['lastContact']>): string {
  return t(direction === 'in' ? 'customers.reached_us' : 'customers.reached_him', { channel: channelWords(channel) });
}
