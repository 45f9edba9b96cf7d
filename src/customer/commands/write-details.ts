import { Invalid, NotFound, orRefuse } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import type { Customer } from '../customer.ts';
import { storedPhones, whyNotMembers } from '../customer.ts';
import type { ChangeCustomer } from '../inputs.ts';

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

async function writePhones({ tx }: Context, id: Customer['id'], phones: NonNullable<Details['phones']>): Promise<void> {
  const rows = storedPhones(phones).map((phone) => ({ customer_id: id, ...phone }));
  await tx.deleteFrom('customer_phone').where('customer_id', '=', id).execute();
  if (rows.length > 0) await tx.insertInto('customer_phone').values(rows).execute();
}

async function writeEmails({ tx }: Context, id: Customer['id'], emails: NonNullable<Details['emails']>): Promise<void> {
  const once = new Map(emails.map((email) => [email.address.toLowerCase(), email]));
  await tx.deleteFrom('customer_email').where('customer_id', '=', id).execute();
  if (once.size === 0) return;
  await tx
    .insertInto('customer_email')
    .values([...once.values()].map((email) => ({ customer_id: id, ...email })))
    .execute();
}

/** Whoever puts a customer into a place needs the right in that place's centre. */
async function writePlaces(
  context: Context,
  id: Customer['id'],
  places: NonNullable<Details['places']>,
): Promise<void> {
  const { tx } = context;
  places.forEach(({ since, until }, at) => {
    if (since !== null && until !== null && since > until)
      throw new Invalid('customer.place_ends_before_it_begins', { path: `places.${at}.until` });
  });
  const wanted = new Map(places.map((place) => [`${place.placeId} ${place.relation}`, place]));
  const ids = [...new Set(places.map((place) => place.placeId))];
  const found =
    ids.length === 0 ? [] : await tx.selectFrom('place').select(['id', 'centre_id']).where('id', 'in', ids).execute();
  if (found.length < ids.length) throw new NotFound('place.unknown');
  const before = await tx.selectFrom('customer_place').select('place_id').where('customer_id', '=', id).execute();
  const known = new Set(before.map((row) => row.place_id));
  for (const place of found)
    if (!known.has(place.id)) orForbid(can(context.actor, 'customer.edit', { centreId: place.centre_id }));
  await tx.deleteFrom('customer_place').where('customer_id', '=', id).execute();
  if (wanted.size === 0) return;
  await tx
    .insertInto('customer_place')
    .values([...wanted.values()].map(({ placeId, ...rest }) => ({ customer_id: id, place_id: placeId, ...rest })))
    .execute();
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
