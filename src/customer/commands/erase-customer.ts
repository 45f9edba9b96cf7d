import { sql } from 'kysely';
import type { z } from 'zod';
import { eraseCustomerFromPromises } from '../../commitment/commands/erase-customer-words.ts';
import { forgetChats } from '../../channel/chat/commands/forget-chats.ts';
import { forgetBindings } from '../../channel/commands/bind-address.ts';
import { forgetAddresses } from '../../channel/commands/forget-addresses.ts';
import { eraseConversations } from '../../conversation/commands/erase-conversations.ts';
import { eraseCustomerFromContacts } from '../../contact/commands/erase-customer-words.ts';
import { eraseCustomerFromCalls } from '../../telephone/commands/erase-customer-calls.ts';
import { eraseCustomerFromDisputes } from '../../dispute/commands/erase-customer-words.ts';
import type { Id } from '../../kernel/id.ts';
import { orRefuse } from '../../kernel/refusal.ts';
import { dialled } from '../../kernel/text/dialled.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { erasable, ERASED } from '../../platform/erase-words.ts';
import { eraseCustomerFromProposals } from '../../proposal/commands/erase-customer-words.ts';
import { expectVersion, record } from '../../platform/journal.ts';
import { dropFromSearch } from '../../platform/search-index.ts';
import { eraseCustomerFromSurveys } from '../../survey/commands/erase-customer-answers.ts';
import { eraseCustomerFromReminders } from '../../reminder/commands/erase-customer-words.ts';
import { eraseCustomerFromVisits } from '../../return-visit/commands/erase-customer-words.ts';
import { eraseCustomerWords } from '../../ticket/commands/erase-customer-words.ts';
import { forgetFilesOf } from '../../work-order/commands/forget-old-files.ts';
import { eraseCustomerFromWork } from '../../work-order/commands/erase-customer-words.ts';
import { eraseFromBooks } from './erase-names.ts';
import { findStillNamed } from './find-still-named.ts';
import { keepReport } from './keep-erasure.ts';
import type { Customer } from '../customer.ts';
import { whyNotErase } from '../customer.ts';
import { beginReport } from '../erasure.ts';
import { isHeld, lockCustomer, openTicketsOf, thingOfCustomer } from '../facts.ts';
import type { eraseCustomerInput } from '../inputs.ts';
import { whyMasked } from '../phone.ts';

/**
 * Erases everything personal about a customer: name, numbers, addresses, ties to places and people, who called for him, and
 * his name and numbers wherever somebody wrote them on his matters. Where they stand in others' matters is noted, for a person to
 * decide. Tickets, clocks and figures stay as they were. Refused
 * while anything of his is open. Nothing brings it back.
 */
export async function eraseCustomer(
  context: Context,
  id: string,
  input: z.output<typeof eraseCustomerInput>,
): Promise<void> {
  const customer = await lockCustomer(context, id);
  const thing = await thingOfCustomer(context, id);
  orForbid(can(context.actor, 'customer.edit', thing) ?? whyMasked(context, thing));
  await expectVersion(context, id, input.version);
  const openTickets = await openTicketsOf(context.tx, id);
  orRefuse(whyNotErase(customer, { openTickets, held: await isHeld(context, id) }));
  const report = await beginReport(context.tx, customer.id);
  const { own, callers } = await secretsOf(context, customer);
  const secrets = erasable([...own, ...callers]);
  const others = await bornByOthers(context, customer.id, own);
  await eraseCustomerFromCalls(context, customer.id);
  await eraseRow(context, customer.id);
  const tickets = await eraseCustomerWords(context, customer.id, secrets);
  await eraseCustomerFromContacts(context, id, secrets);
  const conversations = await eraseConversations(context, id, own);
  await forgetWays(context, customer.id, own);
  await eraseCustomerFromDisputes(context, customer.id, secrets);
  await eraseFromWhatFollowed(context, tickets, secrets);
  const files = await forgetFilesOf(context, tickets);
  await dropFromSearch(context, id);
  const onlyHis = own.filter((one) => !others.has(one));
  const namesakes = own.length - onlyHis.length;
  const books = await eraseFromBooks(context, onlyHis);
  await eraseCustomerFromSurveys(context, customer.id);
  const elsewhere = await findStillNamed(context, customer.id, onlyHis);
  await keepReport(context, customer.id, input.reason, {
    gone: { ...report.gone, files, ...(conversations > 0 ? { conversations } : {}), ...books },
    stays: { ...report.stays, ...(namesakes > 0 ? { namesakes } : {}), ...(elsewhere > 0 ? { elsewhere } : {}) },
  });
  await record(context, {
    subject: { type: 'customer', id },
    type: 'customer.erased',
    data: { reason: input.reason, elsewhere },
  });
}

/** By what the channels knew him. */
async function forgetWays(context: Context, id: Id<'customer'>, own: readonly string[]): Promise<void> {
  await forgetChats(context);
  await forgetAddresses(context, own);
  await forgetBindings(context, id);
}

/** Whatever hangs on his matters: what was proposed, done, asked afterwards, promised and put off. */
async function eraseFromWhatFollowed(
  context: Context,
  tickets: readonly Id<'ticket'>[],
  secrets: readonly string[],
): Promise<void> {
  await eraseCustomerFromProposals(context, tickets, secrets);
  await eraseCustomerFromWork(context, tickets, secrets);
  await eraseCustomerFromVisits(context, tickets, secrets);
  await eraseCustomerFromPromises(context, tickets, secrets);
  await eraseCustomerFromReminders(context, tickets, secrets);
}

type Secrets = { own: string[]; callers: string[] };

/** His name, numbers and addresses, and the names and numbers of those who called for him. */
async function secretsOf({ tx }: Context, customer: Customer): Promise<Secrets> {
  const phones = await tx
    .selectFrom('customer_phone')
    .select('digits')
    .where('customer_id', '=', customer.id)
    .execute();
  const emails = await tx
    .selectFrom('customer_email')
    .select('address')
    .where('customer_id', '=', customer.id)
    .execute();
  const callers = await tx
    .selectFrom('ticket')
    .select(['caller_name as name', 'caller_phone as phone'])
    .where('customer_id', '=', customer.id)
    .unionAll(
      tx
        .selectFrom('contact')
        .select(['caller_name as name', 'caller_phone as phone'])
        .where('customer_id', '=', customer.id),
    )
    .execute();
  return {
    own: erasable([
      customer.name,
      ...phones.flatMap(({ digits }) => [digits, dialled(digits)]),
      ...emails.map(({ address }) => address),
    ]),
    callers: callers.flatMap(({ name, phone }) => [name ?? '', phone ?? '']),
  };
}

/** Which of these another customer bears as well: in texts that are not tied to this one, they may mean that other. */
async function bornByOthers({ tx }: Context, id: Customer['id'], own: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ one: string }>`
    select one from unnest(${own}::text[]) one where exists (select from customer c
      left join customer_phone p on p.customer_id = c.id
      where c.id <> ${id} and c.erased_at is null and (c.name = one or p.digits = one))`.execute(tx);
  return new Set(rows.flatMap(({ one }) => [one, dialled(one)]));
}

async function eraseRow({ tx, now }: Context, id: Customer['id']): Promise<void> {
  await tx.deleteFrom('customer_phone').where('customer_id', '=', id).execute();
  await tx.deleteFrom('customer_email').where('customer_id', '=', id).execute();
  await tx.deleteFrom('customer_place').where('customer_id', '=', id).execute();
  await tx
    .deleteFrom('customer_member')
    .where((e) => e.or([e('group_id', '=', id), e('member_id', '=', id)]))
    .execute();
  await tx
    .updateTable('customer')
    .set({ name: ERASED, note: null, vip: false, erased_at: now })
    .where('id', '=', id)
    .execute();
}
