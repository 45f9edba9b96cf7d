import { orRefuse } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { expectVersion, record } from '../../platform/journal.ts';
import type { Customer } from '../customer.ts';
import { whyNotChangeCustomer, whyNotMembers } from '../customer.ts';
import { lockCustomer, thingOfCustomer } from '../facts.ts';
import type { ChangeCustomer } from '../inputs.ts';
import { whyMasked } from '../phone.ts';
import { indexCustomer } from '../search.ts';
import { writeDetails } from './write-details.ts';

/**
 * Changes what is known about a customer. The journal says what was changed and by whom, never the words themselves, so that
 * they stay erasable. Numbers and addresses can be replaced only by somebody who sees them whole.
 */
export async function changeCustomer(context: Context, id: string, input: ChangeCustomer): Promise<void> {
  const customer = await lockCustomer(context, id);
  const thing = await thingOfCustomer(context, id);
  orForbid(can(context.actor, 'customer.edit', thing));
  await expectVersion(context, id, input.version);
  orRefuse(whyNotChangeCustomer(customer));
  const { version: _, phones, emails, places, members, ...row } = input;
  if (phones || emails) orForbid(whyMasked(context, thing));
  const changed = Object.entries(row).filter(
    ([key, value]) => value !== undefined && value !== customer[key as keyof Customer],
  );
  const now = { ...customer, ...Object.fromEntries(changed) } as Customer;
  if (now.kind !== customer.kind && !members) await refuseLeftMembers(context, now);
  if (changed.length > 0) {
    await context.tx.updateTable('customer').set(Object.fromEntries(changed)).where('id', '=', customer.id).execute();
  }
  await writeDetails(context, now, { phones, emails, places, members });
  const lists = Object.entries({ phones, emails, places, members }).filter(([, list]) => list !== undefined);
  const what = [...changed, ...lists].map(([key]) => key);
  if (what.length === 0) return;
  await record(context, { subject: { type: 'customer', id }, type: 'customer.changed', data: { what } });
  await indexCustomer(context, now);
}

async function refuseLeftMembers(context: Context, customer: Customer): Promise<void> {
  const members = await context.tx
    .selectFrom('customer_member')
    .select('member_id')
    .where('group_id', '=', customer.id)
    .execute();
  orRefuse(whyNotMembers(customer.kind, members));
}
