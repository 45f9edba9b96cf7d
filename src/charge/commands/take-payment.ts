import { sql } from 'kysely';
import { lockCustomer } from '../../customer/facts.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { NotFound, orRefuse, refusal, Refused } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { centreOf } from '../../organisation/queries.ts';
import { todayIn } from '../../organisation/today.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Share } from '../charge.ts';
import { allocate } from '../charge.ts';
import type { OpenCharge } from '../facts.ts';
import { openChargesOf } from '../facts.ts';
import type { TakePayment } from '../inputs.ts';
import { endWhatIsPaid } from './after-settling.ts';

/**
 * Money is taken for what a customer owes, the oldest first unless said otherwise, and its receipt stands on record (FEE-05, FINC-03): numbered
 * without gaps by centre and year. The same id again takes nothing twice; more than is owed is not taken.
 */
export async function takePayment(context: Context, input: TakePayment): Promise<Id<'charge_receipt'>> {
  const { tx, now } = context;
  const id = input.id ?? newId<'charge_receipt'>(now);
  if (await tx.selectFrom('charge_receipt').select('id').where('id', '=', id).executeTakeFirst()) return id;
  const centreId = await centreOf(context);
  orForbid(can(context.actor, 'charge.receive', { centreId }));
  const { id: customerId } = await lockCustomer(context, input.customerId);
  const open = chosen(await openChargesOf(tx, centreId, customerId), input.chargeIds);
  orRefuse(open.length === 0 ? refusal('charge.nothing_owed') : null);
  const laid = allocate(open, input.amount);
  if ('refused' in laid) throw new Refused(laid.refused.code, laid.refused.params);
  const issued = await write(context, id, { centreId, customerId }, input, laid.shares);
  const paid = new Set(laid.shares.map((share) => share.chargeId));
  await endWhatIsPaid(
    context,
    { centreId, customerId },
    open.filter((one) => paid.has(one.id)),
  );
  const { amount, way } = input;
  const data = { customer: customerId, ...issued, amount, way, charges: [...paid] };
  await record(context, { subject: { type: 'charge_receipt', id }, type: 'charge.received', data });
  return id;
}

type Whose = { centreId: Id<'centre'>; customerId: Id<'customer'> };

/** The receipt with its number, and what it pays. */
async function write(
  context: Context,
  id: Id<'charge_receipt'>,
  { centreId, customerId }: Whose,
  { amount, way, payer, reference }: TakePayment,
  shares: readonly Share[],
): Promise<{ year: number; number: number }> {
  const { tx, now } = context;
  const { year, number } = await nextNumber(context, centreId);
  const by = actingPerson(context);
  await tx
    .insertInto('charge_receipt')
    .values({
      id,
      centre_id: centreId,
      year,
      number,
      customer_id: customerId,
      amount,
      way,
      payer,
      reference,
      taken_by_id: by,
      at: now,
    })
    .execute();
  const settlements = shares.map((share) => ({
    id: newId<'charge_settlement'>(now),
    charge_id: share.chargeId as Id<'charge'>,
    sort: 'payment' as const,
    amount: share.amount,
    receipt_id: id,
    by_id: by,
    at: now,
  }));
  await tx.insertInto('charge_settlement').values(settlements).execute();
  return { year, number };
}

/** Those said, in their order; else all, the oldest first. */
function chosen(open: readonly OpenCharge[], wanted: readonly Id<'charge'>[] | undefined): OpenCharge[] {
  if (!wanted) return [...open];
  const known = new Map(open.map((one) => [one.id, one]));
  return [...new Set(wanted)].map((id) => {
    const found = known.get(id);
    if (!found) throw new NotFound('charge.not_owed');
    return found;
  });
}

/** The next number of the centre and year. Its row is held until the receipt is written: a receipt that fails leaves no gap. */
async function nextNumber(context: Context, centreId: Id<'centre'>): Promise<{ year: number; number: number }> {
  const year = Number((await todayIn(context, centreId)).slice(0, 4));
  const { rows } = await sql<{ last: number }>`
    insert into charge_receipt_number as n (centre_id, year, last) values (${centreId}, ${year}, 1)
    on conflict (centre_id, year) do update set last = n.last + 1 returning last`.execute(context.tx);
  return { year, number: rows[0]!.last };
}
