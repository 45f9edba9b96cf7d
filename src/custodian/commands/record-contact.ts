import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { recordContact } from '../../contact/commands/record-contact.ts';
import { contactInput } from '../../contact/inputs.ts';
import type { Id } from '../../kernel/id.ts';
import { orRefuse } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { happened, record } from '../../platform/journal.ts';
import { OWED_AS, whyNotContact, whyNotYours } from '../custodian.ts';
import type { OwedContact } from '../facts.ts';
import { lockOwed } from '../facts.ts';
import type { Attempted, Contacted } from '../inputs.ts';
import { oweContact } from './owe-contact.ts';

type Said = {
  channel: Attempted['channel'];
  with?: string;
  need?: string;
  outcome: string;
  endedAt?: Instant | undefined;
};

/**
 * The responsible specialist was in touch with his customer: recorded in detail among the customer's contacts, by whose moment what was owed is
 * kept or late. The next contact is owed by the interval of his class (ASGN-02, CUST-10).
 */
export async function recordCustodianContact(
  context: Context,
  id: Id<'custodian_contact'>,
  input: Contacted,
): Promise<void> {
  const owed = await lockMine(context, id);
  const at = happened(context, input.happenedAt, owed.asked_at);
  const contactId = await touch(context, owed, input, at);
  await context.tx
    .updateTable('custodian_contact')
    .set({ done_at: at, contact_id: contactId })
    .where('id', '=', id)
    .execute();
  await keepCommitments(context, { subjectId: id, kinds: [OWED_AS[owed.sort]], happenedAt: at });
  await record(context, {
    subject: { type: 'custodian_contact', id },
    type: 'custodian_contact.made',
    happenedAt: at,
    data: { customer: owed.customer_id, contact: contactId },
  });
  const of = await context.tx
    .selectFrom('custodian')
    .selectAll()
    .where('id', '=', owed.custodian_id)
    .executeTakeFirstOrThrow();
  await oweContact(context, of, 'regular', at);
}

/** Nobody was reached: it stands among the customer's contacts, and the contact is owed as before. */
export async function recordAttempt(context: Context, id: Id<'custodian_contact'>, input: Attempted): Promise<void> {
  const owed = await lockMine(context, id);
  const at = happened(context, input.happenedAt, owed.asked_at);
  const contactId = await touch(context, owed, input, at);
  await context.tx
    .insertInto('custodian_attempt')
    .values({ custodian_contact_id: id, contact_id: contactId })
    .execute();
  await record(context, {
    subject: { type: 'custodian_contact', id },
    type: 'custodian_contact.tried',
    happenedAt: at,
    data: { customer: owed.customer_id, contact: contactId },
  });
}

async function lockMine(context: Context, id: Id<'custodian_contact'>): Promise<OwedContact> {
  const owed = await lockOwed(context, id);
  orForbid(whyNotYours(owed, actingPerson(context)));
  orRefuse(whyNotContact(owed));
  return owed;
}

function touch(context: Context, owed: OwedContact, said: Said, happenedAt: Instant): Promise<Id<'contact'>> {
  return recordContact(
    context,
    contactInput.parse({
      direction: 'out',
      channel: said.channel,
      purpose: 'follow_up',
      customerId: owed.customer_id,
      need: said.need ?? '',
      outcome: said.outcome,
      happenedAt,
      ...(said.with ? { callerName: said.with } : {}),
      ...(said.endedAt ? { endedAt: said.endedAt } : {}),
    }),
  );
}
