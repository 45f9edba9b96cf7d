import { sql } from 'kysely';
import type { z } from 'zod';
import { customerById } from '../customer/facts.ts';
import type { Id } from '../kernel/id.ts';
import { refusal } from '../kernel/refusal.ts';
import { can, orForbid } from '../organisation/can.ts';
import { personNames } from '../organisation/house.ts';
import { centreOf } from '../organisation/queries.ts';
import { todayIn } from '../organisation/today.ts';
import type { Context } from '../platform/context.ts';
import { chargeScope, chargingOf } from './facts.ts';
import { chargeLine, chargeRows } from './list.ts';
import { receiptLine, receiptRows } from './receipts.ts';
import type { accountOut } from './view.ts';

const MOST_OPEN = 200;
const LAST_RECEIPTS = 5;

/** What a customer owes and what he paid last. */
export async function accountOf(context: Context, id: Id<'customer'>): Promise<z.input<typeof accountOut>> {
  const customer = await customerById(context.tx, id);
  const { currency } = await chargingOf(context);
  const centreId = await centreOf(context);
  orForbid(can(context.actor, 'charge.see', { centreId }));
  const today = await todayIn(context, centreId);
  const names = await personNames(context);
  const rows = await chargeRows(
    context,
    [sql`c.customer_id = ${id}`, sql`c.amount > s.settled`, chargeScope(context, 'c.centre_id')],
    sql`c.due_day, c.id`,
    MOST_OPEN,
  );
  const paid = await receiptRows(
    context,
    [sql`r.customer_id = ${id}`, chargeScope(context, 'r.centre_id')],
    LAST_RECEIPTS,
  );
  const dunning = await context.tx
    .selectFrom('dunning')
    .select('id')
    .where('customer_id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  const charges = rows.map((row) => chargeLine(context, row, names, today));
  const sum = (some: typeof charges) => some.reduce((all, one) => all + one.open, 0);
  const open = sum(charges);
  return {
    customer: { id: customer.id, name: customer.name },
    currency,
    open,
    overdue: sum(charges.filter((one) => one.state === 'overdue')),
    charges,
    receipts: paid.map((row) => receiptLine(context, row, names)),
    dunningId: dunning?.id ?? null,
    can: {
      receive: can(context.actor, 'charge.receive', { centreId }) ?? (open > 0 ? null : refusal('charge.nothing_owed')),
    },
  };
}
