import { orUnseen } from '../../customer/list.ts';
import { newId } from '../../kernel/id.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { centreOf } from '../../organisation/queries.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { archiveRulesOf, orNowhere } from '../facts.ts';
import type { OpenArchives } from '../inputs.ts';
import { oweTending } from './tend.ts';

/** Archives of customers are set up for a department, each with somebody who looks after it (CUST-09). Answers how many there were not yet. */
export async function openArchives(context: Context, input: OpenArchives): Promise<number> {
  const { tx, now } = context;
  const centreId = await centreOf(context);
  orForbid(can(context.actor, 'customer.edit', { centreId }));
  await archiveRulesOf(context);
  await orNowhere(context, input, centreId);
  const ids = [...new Set(input.customerIds)];
  await orUnseen(context, ids, (at) => `customerIds.${at}`);
  const opened = await tx
    .insertInto('customer_archive')
    .values(
      ids.map((customerId) => ({
        id: newId<'customer_archive'>(now),
        customer_id: customerId,
        centre_id: centreId,
        department_id: input.departmentId,
        keeper_id: input.keeperId,
        opened_at: now,
        opened_by_id: actingPerson(context),
        touched_at: now,
      })),
    )
    .onConflict((conflict) => conflict.column('customer_id').doNothing())
    .returningAll()
    .execute();
  await oweTending(context, opened);
  await record(
    context,
    ...opened.map(({ id, customer_id: customer }) => ({
      subject: { type: 'customer_archive' as const, id },
      type: 'customer_archive.opened',
      data: { customer, keeper: input.keeperId },
    })),
  );
  return opened.length;
}
