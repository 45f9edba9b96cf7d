import type { AddCustomer, ChangeCustomer } from '../../customer/inputs.ts';
import { customerById } from '../../customer/facts.ts';
import { dialled } from '../../kernel/text/dialled.ts';
import { normalisePhone } from '../../kernel/text/mask.ts';
import type { Context } from '../../platform/context.ts';
import type { Read } from './customer-read.ts';

type Plain = Pick<AddCustomer, 'name' | 'kind' | 'vip' | 'language' | 'note'>;
type Lists = Pick<AddCustomer, 'phones' | 'emails' | 'places'>;
type Now = Plain & Lists & { codes: ReadonlyMap<string, string> };

/** `wanted`: what to change; null: nothing. `former`: the same fields as they stand; `shown`: as people read them. */
export type Change = {
  wanted: Omit<ChangeCustomer, 'version'> | null;
  former: Omit<ChangeCustomer, 'version'>;
  shown: Record<string, string>;
};

/** Everything of a customer that a file may change. */
export async function customerNow(context: Context, id: string): Promise<Now> {
  const { tx } = context;
  const own = id as never;
  const { name, kind, vip, language, note } = await customerById(tx, id);
  const phones = await tx
    .selectFrom('customer_phone')
    .select(['digits', 'label'])
    .where('customer_id', '=', own)
    .orderBy('first', 'desc')
    .orderBy('digits')
    .execute();
  const emails = await tx
    .selectFrom('customer_email')
    .select(['address', 'label'])
    .where('customer_id', '=', own)
    .execute();
  const places = await tx
    .selectFrom('customer_place')
    .innerJoin('place', 'place.id', 'customer_place.place_id')
    .select(['place_id', 'relation', 'since', 'until', 'place.code'])
    .where('customer_id', '=', own)
    .execute();
  return {
    name,
    kind,
    vip,
    language: language as Plain['language'],
    note,
    phones: phones.map(({ digits, label }) => ({ number: digits, label })),
    emails,
    places: places.map(({ place_id, code: _, ...rest }) => ({ placeId: place_id, ...rest })),
    codes: new Map(places.map((row) => [row.place_id, row.code])),
  };
}

/** What a row changes of a customer: fields it says otherwise, and numbers, addresses and places that he does not have yet. */
export function changeOf(now: Now, read: Read): Change {
  const wanted: Record<string, unknown> = {};
  const former: Record<string, unknown> = {};
  const shown: Record<string, string> = {};
  const change = (key: keyof Plain | keyof Lists, to: unknown, field: string, words: string): void => {
    wanted[key] = to;
    former[key] = now[key];
    shown[field] = words;
  };
  for (const key of ['name', 'kind', 'vip', 'language', 'note'] as const)
    if (read[key] !== null && read[key] !== now[key]) change(key, read[key], key, String(now[key] ?? ''));
  const phones = added(now.phones, read.phones, ({ number }) => normalisePhone(number));
  if (phones) change('phones', phones, 'phone', now.phones.map(({ number }) => dialled(number)).join('、'));
  const emails = added(now.emails, read.emails, ({ address }) => address.toLowerCase());
  if (emails) change('emails', emails, 'email', now.emails.map(({ address }) => address).join('、'));
  const places = mergedPlaces(now.places, read.places);
  if (places) change('places', places, 'place', [...now.codes.values()].join('、'));
  return { wanted: Object.keys(wanted).length > 0 ? wanted : null, former, shown };
}

function added<One>(now: readonly One[], said: readonly One[], keyOf: (one: One) => string): One[] | null {
  const known = new Set(now.map(keyOf));
  const fresh = said.filter((one) => !known.has(keyOf(one)));
  return fresh.length > 0 ? [...now, ...fresh] : null;
}

type Place = AddCustomer['places'][number];

/** A place he has already, as the same, takes over the days that the file says. */
function mergedPlaces(now: readonly Place[], said: readonly Place[]): Place[] | null {
  const keyOf = ({ placeId, relation }: Place): string => `${placeId} ${relation}`;
  const given = new Map(said.map((place) => [keyOf(place), place]));
  let differs = false;
  const kept = now.map((place) => {
    const { since = null, until = null } = given.get(keyOf(place)) ?? {};
    const next = { ...place, since: since ?? place.since, until: until ?? place.until };
    differs ||= next.since !== place.since || next.until !== place.until;
    return next;
  });
  const fresh = added(now, said, keyOf);
  if (!differs && fresh === null) return null;
  return [...kept, ...(fresh ?? []).slice(now.length)];
}
