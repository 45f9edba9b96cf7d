import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { AddCustomer } from '../inputs.ts';
import { indexCustomer } from '../search.ts';
import { writeDetails } from './write-details.ts';

/** Adds a person, household or company with everything known. The same id again adds nothing twice. */
export async function addCustomer(context: Context, input: AddCustomer): Promise<Id<'customer'>> {
  orForbid(can(context.actor, 'customer.edit', {}));
  const { id = newId<'customer'>(context.now), phones, emails, places, members, ...row } = input;
  const customer = { ...row, id, created_at: context.now, erased_at: null };
  const added = await context.tx
    .insertInto('customer')
    .values(customer)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (Number(added.numInsertedOrUpdatedRows) === 0) return id;
  await writeDetails(context, customer, { phones, emails, places, members });
  await record(context, { subject: { type: 'customer', id }, type: 'customer.added', data: { kind: row.kind } });
  await indexCustomer(context, customer);
  return id;
}
