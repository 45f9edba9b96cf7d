import { sql } from 'kysely';
import { lockCustomer } from '../../customer/facts.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { moneyText } from '../../kernel/money.ts';
import { NotFound, orRefuse, refusal } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Right } from '../../organisation/rights.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { whyNotReverse, whyNotSettle } from '../charge.ts';
import { SETTLED } from '../facts.ts';
import { endWhatIsPaid, watchAgain } from './after-settling.ts';

type Charge = {
  id: Id<'charge'>;
  centre_id: Id<'centre'>;
  customer_id: Id<'customer'>;
  run_id: Id<'charge_run'> | null;
  ticket_id: Id<'ticket'> | null;
  amount: number;
  open: number;
  paid: number;
};

/** A charge with its customer locked, so that nobody settles it meanwhile. */
async function held(context: Context, id: Id<'charge'>, right: Right): Promise<Charge> {
  const whose = await context.tx
    .selectFrom('charge')
    .select(['customer_id', 'centre_id'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!whose) throw new NotFound('charge.unknown');
  orForbid(can(context.actor, right, { centreId: whose.centre_id }));
  await lockCustomer(context, whose.customer_id);
  const { rows } = await sql<Charge>`
    select c.id, c.centre_id, c.customer_id, c.run_id, c.ticket_id, c.amount, c.amount - s.settled as open, s.paid from charge c ${SETTLED}
    where c.id = ${id}`.execute(context.tx);
  return rows[0]!;
}

async function settle(
  context: Context,
  charge: Charge,
  sort: 'waiver' | 'reversal',
  { amount, reason }: { amount: number; reason: string },
): Promise<void> {
  const { tx, now, actor } = context;
  await tx
    .insertInto('charge_settlement')
    .values({
      id: newId<'charge_settlement'>(now),
      charge_id: charge.id,
      sort,
      amount,
      receipt_id: null,
      reason,
      by_id: actor.personId,
      at: now,
    })
    .execute();
  await endWhatIsPaid(context, { centreId: charge.centre_id, customerId: charge.customer_id }, [charge]);
  await record(context, {
    subject: { type: 'charge', id: charge.id },
    type: sort === 'waiver' ? 'charge.waived' : 'charge.reversed',
    data: { amount },
  });
}

/** Decided by whom the right allows: so much is not asked for any more. */
export async function waiveCharge(
  context: Context,
  id: Id<'charge'>,
  { amount, reason }: { amount?: number | undefined; reason: string },
): Promise<void> {
  const charge = await held(context, id, 'charge.waive');
  orRefuse(whyNotSettle(charge));
  const waived = amount ?? charge.open;
  orRefuse(waived > charge.open ? refusal('charge.more_than_owed', { owed: moneyText(charge.open) }) : null);
  await settle(context, charge, 'waiver', { amount: waived, reason });
}

/** Charged in error: it stands, and so does what takes it back. What it was for may be charged anew. */
export async function reverseCharge(context: Context, id: Id<'charge'>, { reason }: { reason: string }): Promise<void> {
  const charge = await held(context, id, 'charge.bill');
  orRefuse(whyNotReverse(charge));
  await context.tx.deleteFrom('charge_claim').where('charge_id', '=', id).execute();
  await settle(context, charge, 'reversal', { amount: charge.open, reason });
}

/** Money is given back, or was entered in error: the receipt stands with its number, and what it had paid is owed again. */
export async function reverseReceipt(
  context: Context,
  id: Id<'charge_receipt'>,
  { reason }: { reason: string },
): Promise<void> {
  const { tx, now, actor } = context;
  const receipt = await tx.selectFrom('charge_receipt').selectAll().where('id', '=', id).executeTakeFirst();
  if (!receipt) throw new NotFound('charge.receipt_unknown');
  const { centre_id: centreId, customer_id: customerId } = receipt;
  orForbid(can(actor, 'charge.bill', { centreId }));
  await lockCustomer(context, customerId);
  const written = await tx
    .insertInto('charge_receipt_reversal')
    .values({ receipt_id: id, reason, by_id: actor.personId!, at: now })
    .onConflict((conflict) => conflict.column('receipt_id').doNothing())
    .executeTakeFirst();
  orRefuse(Number(written.numInsertedOrUpdatedRows) === 0 ? refusal('charge.receipt_reversed') : null);
  const { rows } = await sql<{ id: Id<'charge'>; due_day: string; amount: number }>`
    select c.id, c.due_day, x.amount from charge_settlement x join charge c on c.id = x.charge_id where x.receipt_id = ${id}`.execute(
    tx,
  );
  await tx
    .insertInto('charge_settlement')
    .values(
      rows.map((row) => ({
        id: newId<'charge_settlement'>(now),
        charge_id: row.id,
        sort: 'payment' as const,
        amount: -row.amount,
        receipt_id: id,
        by_id: actor.personId,
        at: now,
      })),
    )
    .execute();
  await watchAgain(context, { centreId, customerId }, rows);
  const data = { customer: customerId, amount: receipt.amount };
  await record(context, { subject: { type: 'charge_receipt', id }, type: 'charge.receipt_reversed', data });
}
