import type { AddCustomer } from '../../customer/inputs.ts';
import { words } from '../list-out.ts';
import type { Context } from '../../platform/context.ts';
import { CUSTOMER_KINDS, RELATIONS } from '../codes.ts';
import type { Cells } from './cells.ts';
import type { PlacesCalled } from './known.ts';
import { placesIn } from './known.ts';

/** What a row says of a customer; null: nothing. */
export type Read = {
  externalId: string | null;
  memberOf: string | null;
  name: string;
  kind: AddCustomer['kind'] | null;
  vip: boolean | null;
  language: AddCustomer['language'] | null;
  note: string | null;
  phones: AddCustomer['phones'];
  emails: AddCustomer['emails'];
  places: AddCustomer['places'];
};

const LANGUAGES = {
  en: words('English', '英语', '英語'),
  'zh-hans': words('Chinese (Simplified)', '简体中文', '簡體中文'),
  'zh-hant': words('Chinese (Traditional)', '繁体中文', '繁體中文'),
};

const MAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;

/** What a row says; `known` are the places its cells may name, where they were read for many rows at once. */
export async function readCustomer(context: Context, cells: Cells, known?: PlacesCalled): Promise<Read> {
  const relation = cells.choice('relation', RELATIONS) ?? 'resident';
  const [since, until] = [cells.day('since'), cells.day('until')];
  if (since !== null && until !== null && since > until) cells.refuse('until', 'customer.place_ends_before_it_begins');
  const places = await placesIn(context, cells, 'place', 'customer.edit', known);
  for (const address of cells.list('email'))
    if (!MAIL.test(address)) cells.refuse('email', 'import.mail_unreadable', { text: address.slice(0, 40) });
  return {
    externalId: cells.text('externalId', 100),
    memberOf: cells.text('memberOf', 100),
    name: cells.needed('name', 100),
    kind: cells.choice('kind', CUSTOMER_KINDS),
    vip: cells.yes('vip'),
    language: cells.choice('language', LANGUAGES),
    note: cells.text('note', 2_000),
    phones: cells.phones('phone', 'phone2').map((number) => ({ number, label: '' })),
    emails: cells.list('email').map((address) => ({ address, label: '' })),
    places: places.map(({ id }) => ({ placeId: id, relation, since, until })),
  };
}
