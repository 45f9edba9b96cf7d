import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import { classOf } from '../../customer-class/facts.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import type { Context } from '../../platform/context.ts';
import type { ContactSort } from '../custodian.ts';
import { OWED_AS } from '../custodian.ts';
import type { CustodianRow } from '../facts.ts';
import { custodianRulesOf } from '../facts.ts';

type Of = Pick<CustodianRow, 'id' | 'customer_id' | 'person_id' | 'centre_id'>;

/**
 * The specialist owes a contact with his customer: the first within the house's limit, the next within the interval of the customer's class as
 * it stands now. Where that class wants none, none is owed.
 */
export async function oweContact(context: Context, of: Of, sort: ContactSort, since: Instant): Promise<void> {
  const limit =
    sort === 'first'
      ? (await custodianRulesOf(context)).firstContact
      : (await classOf(context, of.customer_id))?.contact;
  if (!limit) return;
  const id = newId<'custodian_contact'>(context.now);
  await context.tx
    .insertInto('custodian_contact')
    .values({
      id,
      custodian_id: of.id,
      customer_id: of.customer_id,
      person_id: of.person_id,
      sort,
      asked_at: since,
      contact_id: null,
      done_at: null,
      dropped_at: null,
    })
    .execute();
  const where = { centreId: of.centre_id, departmentId: null };
  await startCommitments(context, [
    {
      kind: OWED_AS[sort],
      subject: { type: 'custodian_contact', id },
      ticketId: null,
      ownerId: of.person_id,
      ...where,
      calendarId: await calendarFor(context.tx, limit.calendar, where),
      limit,
      startedAt: since,
    },
  ]);
}

export type Dropped = { sort: ContactSort; asked_at: Instant };

/** What was owed with a customer is owed no more: he is somebody else's, or gone. Answers what it was. */
export async function dropContact(
  context: Context,
  customerId: Id<'customer'>,
  reason: string,
): Promise<Dropped | undefined> {
  const row = await context.tx
    .updateTable('custodian_contact')
    .set({ dropped_at: context.now })
    .where('customer_id', '=', customerId)
    .where('done_at', 'is', null)
    .where('dropped_at', 'is', null)
    .returning(['id', 'sort', 'asked_at'])
    .executeTakeFirst();
  if (row) await cancelCommitments(context, { subjectId: row.id, reason });
  return row;
}

/** His class is another: where nothing is owed with him and it wants contacts, the first of these is owed from now on (CUST-10). */
export async function followClass(context: Context, customerId: Id<'customer'>): Promise<void> {
  const of = await context.tx
    .selectFrom('custodian as u')
    .select(['u.id', 'u.customer_id', 'u.person_id', 'u.centre_id'])
    .where('u.customer_id', '=', customerId)
    .where('u.until_at', 'is', null)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('custodian_contact as x')
            .select('x.id')
            .whereRef('x.customer_id', '=', 'u.customer_id')
            .where('x.done_at', 'is', null)
            .where('x.dropped_at', 'is', null),
        ),
      ),
    )
    .executeTakeFirst();
  if (of) await oweContact(context, of, 'regular', context.now);
}
