import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { AddCustomer } from '../inputs.ts';
import { indexCustomer } from '../search.ts';
import { writeDetails, writeDetailsOfNew } from './write-details.ts';

/** Adds a person, household or company with everything known. The same id again adds nothing twice. */
export async function addCustomer(context: Context, input: AddCustomer): Promise<Id<'customer'>> {
  const [id] = await addCustomers(context, [input]);
  return id!;
}

/** The same for many at once, a statement for each table however many there are; refused whole. */
export async function addCustomers(context: Context, inputs: readonly AddCustomer[]): Promise<Id<'customer'>[]> {
  orForbid(can(context.actor, 'customer.edit', {}));
  const wanted = inputs.map(
    ({ id = newId<'customer'>(context.now), updates = 'any', phones, emails, places, members, ...row }) => ({
      customer: { ...row, updates, id, created_at: context.now, erased_at: null },
      details: { phones, emails, places },
      members,
    }),
  );
  const added = await context.tx
    .insertInto('customer')
    .values(wanted.map(({ customer }) => customer))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .execute();
  const ids = new Set(added.map(({ id }) => id));
  const fresh = wanted.filter(({ customer }) => ids.has(customer.id));
  if (fresh.length > 0) {
    await writeDetailsOfNew(
      context,
      fresh.map(({ customer: { id }, details }) => ({ id, ...details })),
    );
    for (const { customer, members } of fresh)
      if (members.length > 0) await writeDetails(context, customer, { members });
    const events = fresh.map(({ customer: { id, kind } }) => ({
      subject: { type: 'customer' as const, id },
      type: 'customer.added',
      data: { kind },
    }));
    await record(context, ...events);
    await indexCustomer(context, ...fresh.map(({ customer }) => customer));
  }
  return wanted.map(({ customer }) => customer.id);
}
