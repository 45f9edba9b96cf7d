import { Invalid, NotFound, orRefuse } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import type { Customer } from '../customer.ts';
import { storedPhones, whyNotMembers } from '../customer.ts';
import type { AddCustomer, ChangeCustomer } from '../inputs.ts';

/** What hangs on a customer in lists of its own; each list that is given takes the place of the one before. */
export type Details = Pick<ChangeCustomer, 'phones' | 'emails' | 'places' | 'members'>;

export async function writeDetails(
  context: Context,
  customer: Pick<Customer, 'id' | 'kind'>,
  details: Details,
): Promise<void> {
  if (details.phones) await writePhones(context, customer.id, details.phones);
  if (details.emails) await writeEmails(context, customer.id, details.emails);
  if (details.places) await writePlaces(context, customer.id, details.places);
  if (details.members) await writeMembers(context, customer, details.members);
}

/** What hangs on somebody who has just been added; of many at once, a statement for each table. */
export async function writeDetailsOfNew(context: Context, all: readonly DetailsOf[]): Promise<void> {
  await insertPhones(context, all);
  await insertEmails(context, all);
  await insertPlaces(context, all);
}

type DetailsOf = { id: Customer['id'] } & Required<Pick<AddCustomer, 'phones' | 'emails' | 'places'>>;

async function insertPhones({ tx }: Context, all: readonly Pick<DetailsOf, 'id' | 'phones'>[]): Promise<void> {
  const rows = all.flatMap(({ id, phones }) => storedPhones(phones).map((phone) => ({ customer_id: id, ...phone })));
  if (rows.length > 0) await tx.insertInto('customer_phone').values(rows).execute();
}

async function insertEmails({ tx }: Context, all: readonly Pick<DetailsOf, 'id' | 'emails'>[]): Promise<void> {
  const rows = all.flatMap(({ id, emails }) => {
    const once = new Map(emails.map((email) => [email.address.toLowerCase(), email]));
    return [...once.values()].map((email) => ({ customer_id: id, ...email }));
  });
  if (rows.length > 0) await tx.insertInto('customer_email').values(rows).execute();
}

/** Whoever puts a customer into a place needs the right in that place's centre, unless he is `known` there already. */
async function insertPlaces(
  context: Context,
  all: readonly Pick<DetailsOf, 'id' | 'places'>[],
  known: ReadonlySet<string> = new Set(),
): Promise<void> {
  const { tx } = context;
  for (const { places } of all) orOutOfOrder(places);
  const ids = [...new Set(all.flatMap(({ places }) => places.map(({ placeId }) => placeId)))];
  const found =
    ids.length === 0 ? [] : await tx.selectFrom('place').select(['id', 'centre_id']).where('id', 'in', ids).execute();
  if (found.length < ids.length) throw new NotFound('place.unknown');
  for (const place of found)
    if (!known.has(place.id)) orForbid(can(context.actor, 'customer.edit', { centreId: place.centre_id }));
  const rows = all.flatMap(({ id, places }) => {
    const once = new Map(places.map((place) => [`${place.placeId} ${place.relation}`, place]));
    return [...once.values()].map(({ placeId, ...rest }) => ({ customer_id: id, place_id: placeId, ...rest }));
  });
  if (rows.length > 0) await tx.insertInto('customer_place').values(rows).execute();
}

function orOutOfOrder(places: DetailsOf['places']): void {
  places.forEach(({ since, until }, at) => {
    if (since !== null && until !== null && since > until)
      throw new Invalid('customer.place_ends_before_it_begins', { path: `places.${at}.until` });
  });
}

async function writePhones(context: Context, id: Customer['id'], phones: DetailsOf['phones']): Promise<void> {
  await context.tx.deleteFrom('customer_phone').where('customer_id', '=', id).execute();
  await insertPhones(context, [{ id, phones }]);
}

async function writeEmails(context: Context, id: Customer['id'], emails: DetailsOf['emails']): Promise<void> {
  await context.tx.deleteFrom('customer_email').where('customer_id', '=', id).execute();
  await insertEmails(context, [{ id, emails }]);
}

async function writePlaces(context: Context, id: Customer['id'], places: DetailsOf['places']): Promise<void> {
  const before = await context.tx
    .deleteFrom('customer_place')
    .where('customer_id', '=', id)
    .returning('place_id')
    .execute();
  await insertPlaces(context, [{ id, places }], new Set(before.map(({ place_id }) => place_id)));
}

async function writeMembers(
  { tx }: Context,
  customer: Pick<Customer, 'id' | 'kind'>,
  members: NonNullable<Details['members']>,
): Promise<void> {
  orRefuse(whyNotMembers(customer.kind, members));
  const wanted = new Map(members.map((member) => [member.customerId, member.relation]));
  if (wanted.has(customer.id)) throw new Invalid('customer.member_of_itself', { path: 'members' });
  const found =
    wanted.size === 0
      ? []
      : await tx
          .selectFrom('customer')
          .select('id')
          .where('id', 'in', [...wanted.keys()])
          .where('erased_at', 'is', null)
          .execute();
  if (found.length < wanted.size) throw new NotFound('customer.unknown');
  await tx.deleteFrom('customer_member').where('group_id', '=', customer.id).execute();
  if (wanted.size === 0) return;
  await tx
    .insertInto('customer_member')
    .values([...wanted].map(([member_id, relation]) => ({ group_id: customer.id, member_id, relation })))
    .execute();
}
