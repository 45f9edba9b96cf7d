import type { z } from 'zod';
import { eraseCustomerFromPromises } from '../../commitment/commands/erase-customer-words.ts';
import { eraseCustomerFromContacts } from '../../contact/commands/erase-customer-words.ts';
import { eraseCustomerFromDisputes } from '../../dispute/commands/erase-customer-words.ts';
import { orRefuse } from '../../kernel/refusal.ts';
import { dialled } from '../../kernel/text/dialled.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { erasable, ERASED } from '../../platform/erase-words.ts';
import { eraseCustomerFromProposals } from '../../proposal/commands/erase-customer-words.ts';
import { expectVersion, record } from '../../platform/journal.ts';
import { dropFromSearch } from '../../platform/search-index.ts';
import { eraseCustomerFromReminders } from '../../reminder/commands/erase-customer-words.ts';
import { eraseCustomerFromVisits } from '../../return-visit/commands/erase-customer-words.ts';
import { eraseCustomerWords } from '../../ticket/commands/erase-customer-words.ts';
import { forgetFilesOf } from '../../work-order/commands/forget-old-files.ts';
import { eraseCustomerFromWork } from '../../work-order/commands/erase-customer-words.ts';
import { keepReport } from './keep-erasure.ts';
import type { Customer } from '../customer.ts';
import { whyNotErase } from '../customer.ts';
import { beginReport } from '../erasure.ts';
import { isHeld, lockCustomer, openTicketsOf, thingOfCustomer } from '../facts.ts';
import type { eraseCustomerInput } from '../inputs.ts';
import { whyMasked } from '../phone.ts';

/**
 * Erases everything personal about a customer: name, numbers, addresses, ties to places and people, who called for him, and
 * his name and numbers wherever somebody wrote them on his matters. Tickets, clocks and figures stay as they were. Refused
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
  const secrets = await secretsOf(context, customer);
  await eraseRow(context, customer.id);
  const tickets = await eraseCustomerWords(context, customer.id, secrets);
  await eraseCustomerFromContacts(context, id, secrets);
  await eraseCustomerFromDisputes(context, customer.id, secrets);
  await eraseCustomerFromProposals(context, tickets, secrets);
  await eraseCustomerFromWork(context, tickets, secrets);
  await eraseCustomerFromVisits(context, tickets, secrets);
  await eraseCustomerFromPromises(context, tickets, secrets);
  await eraseCustomerFromReminders(context, tickets, secrets);
  const files = await forgetFilesOf(context, tickets);
  await dropFromSearch(context, id);
  await keepReport(context, customer.id, input.reason, { ...report, gone: { ...report.gone, files } });
  await record(context, { subject: { type: 'customer', id }, type: 'customer.erased', data: { reason: input.reason } });
}

/** His name, numbers and addresses, and the names and numbers of those who called for him. */
async function secretsOf({ tx }: Context, customer: Customer): Promise<string[]> {
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
  return erasable([
    customer.name,
    ...phones.flatMap(({ digits }) => [digits, dialled(digits)]),
    ...emails.map(({ address }) => address),
    ...callers.flatMap(({ name, phone }) => [name ?? '', phone ?? '']),
  ]);
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
