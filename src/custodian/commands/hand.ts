import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Stale } from '../../kernel/refusal.ts';
import { centreOf } from '../../organisation/queries.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { EndedAs } from '../custodian.ts';
import type { CustodianRow } from '../facts.ts';
import { dropContact, oweContact } from './owe-contact.ts';

type Person = Id<'person'>;
type Customer = Id<'customer'>;
export type Hand = { customerId: Customer; personId: Person; seen: Person | null };
type By = { why: string; distributionId: Id<'custodian_distribution'> | null };

/** Locks customers in the order of their ids, and says whose each is now. Somebody else's than was seen refuses all of it. */
export async function lockAsSeen(
  context: Context,
  wanted: readonly { customerId: Customer; seen: Person | null }[],
): Promise<void> {
  const ids = wanted.map(({ customerId }) => customerId);
  await context.tx.selectFrom('customer').select('id').where('id', 'in', ids).orderBy('id').forNoKeyUpdate().execute();
  const standing = await context.tx
    .selectFrom('custodian')
    .select(['customer_id', 'person_id'])
    .where('customer_id', 'in', ids)
    .where('until_at', 'is', null)
    .execute();
  const now = new Map(standing.map((row) => [row.customer_id, row.person_id]));
  if (wanted.some(({ customerId, seen }) => (now.get(customerId) ?? null) !== seen))
    throw new Stale('custodian.moved_on');
}

/** Whoever had a customer has him no more; what was owed with him goes with it. */
export async function take(
  context: Context,
  customerId: Customer,
  endedAs: EndedAs,
): Promise<CustodianRow | undefined> {
  const ended = await context.tx
    .updateTable('custodian')
    .set({ until_at: context.now, ended_as: endedAs, ended_by_id: context.actor.personId })
    .where('customer_id', '=', customerId)
    .where('until_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
  if (ended) await dropContact(context, customerId, endedAs);
  return ended;
}

/** A customer is this specialist’s from now on: whoever had him has him no more. The first contact with him is owed (ASGN-02). */
export async function hand(context: Context, { customerId, personId }: Hand, by: By): Promise<CustodianRow> {
  const { tx, now } = context;
  await take(context, customerId, 'passed_on');
  const given: CustodianRow = {
    id: newId<'custodian'>(now),
    customer_id: customerId,
    person_id: personId,
    centre_id: await centreOf(context),
    distribution_id: by.distributionId,
    from_at: now,
    by_id: actingPerson(context),
    why: by.why,
    until_at: null,
    ended_as: null,
    ended_by_id: null,
  };
  await tx.insertInto('custodian').values(given).execute();
  await oweContact(context, given, 'first', now);
  await record(context, {
    subject: { type: 'customer', id: customerId },
    type: 'customer.given',
    data: { to: personId, distribution: by.distributionId },
  });
  return given;
}
