import { sql } from 'kysely';
import { customerById } from '../../customer/facts.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { MOST_MONEY } from '../../kernel/money.ts';
import { Invalid, NotFound, Refused } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { centreOf } from '../../organisation/queries.ts';
import { todayIn } from '../../organisation/today.ts';
import { placeById } from '../../place/facts.ts';
import type { Context } from '../../platform/context.ts';
import { afterwards, record } from '../../platform/journal.ts';
import { dayAfter } from '../charge.ts';
import { chargingOf, itemOf } from '../facts.ts';
import type { ChargeOne } from '../inputs.ts';
import type { ChargeItem } from '../items.ts';
import { TELL_BILLS } from './notices.ts';
import { watchDueDay } from './watch-due-day.ts';

/** The matter that a charge comes from: by its work order, or by itself. */
type From = {
  ticket_id: Id<'ticket'>;
  customer_id: Id<'customer'> | null;
  place_id: Id<'place'> | null;
  centre_id: Id<'centre'>;
  stage: string | null;
  price: number | null;
};

/**
 * One charge to a customer: straight from a finished work order (WORK-10, AGCY-02), for a matter that waits for its payment, or by itself. A
 * work order is charged once; a service that is free is not.
 */
export async function chargeOne(context: Context, input: ChargeOne): Promise<Id<'charge'>> {
  const { tx, now } = context;
  const id = input.id ?? newId<'charge'>(now);
  if (await tx.selectFrom('charge').select('id').where('id', '=', id).executeTakeFirst()) return id;
  const from = await fromWhat(context, input);
  const centreId = from?.centre_id ?? (await centreOf(context));
  orForbid(can(context.actor, 'charge.receive', { centreId }));
  const charging = await chargingOf(context);
  const item = itemOf(charging, input.item);
  if (!item.on) throw new Refused('charge.item_off');
  const dueDay = await dueDayOf(context, centreId, input, charging.noticeDays);
  const customerId = await payerOf(context, input, from);
  if (input.placeId) await placeById(tx, input.placeId);
  if (input.workOrderId) await claimOrder(context, id, input.workOrderId);
  const rate = priceOf(item, input, from);
  const amount = rate * input.quantity;
  await tx
    .insertInto('charge')
    .values({
      ...whatItIsOf(input, from),
      id,
      centre_id: centreId,
      customer_id: customerId,
      item_key: item.key,
      item: json(item),
      amount,
      reckoning: json({ rate, quantity: input.quantity }),
      due_day: dueDay,
      by_id: context.actor.personId,
      at: now,
    })
    .execute();
  await tellOf(context, id, customerId);
  await watchDueDay(context, { type: 'charge', id }, centreId, dueDay);
  const data = { item: item.key, amount, dueDay, customer: customerId, ticket: from?.ticket_id ?? null };
  await record(context, { subject: { type: 'charge', id }, type: 'charge.charged', data });
  return id;
}

const whatItIsOf = ({ placeId, workOrderId, note }: ChargeOne, from: From | null) => ({
  place_id: placeId ?? from?.place_id ?? null,
  ticket_id: from?.ticket_id ?? null,
  work_order_id: workOrderId ?? null,
  begins: null,
  run_id: null,
  note,
});

/** The day said, else after as many days as bills have; never one that has passed. */
async function dueDayOf(
  context: Context,
  centreId: Id<'centre'>,
  { dueDay }: ChargeOne,
  noticeDays: number,
): Promise<string> {
  const today = await todayIn(context, centreId);
  if (dueDay !== undefined && dueDay < today) throw new Invalid('charge.due_past', { path: 'dueDay' });
  return dueDay ?? dayAfter(today, noticeDays);
}

async function tellOf(context: Context, id: Id<'charge'>, customerId: Id<'customer'>): Promise<void> {
  const { tx, now } = context;
  await tx
    .insertInto('charge_notice')
    .values({
      id: newId<'charge_notice'>(now),
      run_id: null,
      charge_id: id,
      customer_id: customerId,
      state: 'waiting',
      message_id: null,
      at: null,
      by_id: null,
    })
    .execute();
  await afterwards(context, TELL_BILLS, id, { about: id }, now);
}

/** The price said, else that of the offering the order came of, else the item's rate. */
function priceOf(item: ChargeItem, { amount, quantity }: ChargeOne, from: From | null): number {
  const price = amount ?? from?.price ?? item.rate;
  if (price === null) throw new Invalid('charge.amount_missing', { path: 'amount' });
  if (price === 0) throw new Refused('charge.service_free');
  if (price * quantity > MOST_MONEY) throw new Invalid('charge.too_much', { path: 'quantity' });
  return price;
}

async function payerOf({ tx }: Context, input: ChargeOne, from: From | null): Promise<Id<'customer'>> {
  const id = input.customerId ?? from?.customer_id;
  if (!id) throw new Invalid('charge.customer_missing', { path: 'customerId' });
  const customer = await customerById(tx, id);
  if (customer.erased_at !== null) throw new NotFound('customer.unknown');
  return customer.id;
}

async function fromWhat({ tx }: Context, { workOrderId, ticketId }: ChargeOne): Promise<From | null> {
  if (!workOrderId && !ticketId) return null;
  const { rows } = await sql<From>`
    select t.id as ticket_id, t.customer_id, t.place_id, t.centre_id, w.stage, v.amount as price
    from ticket t left join work_order w on w.id = ${workOrderId ?? null} and w.ticket_id = t.id
    left join service_ticket o on o.ticket_id = t.id left join offering_version v on v.offering_id = o.offering_id and v.version = o.version
    where t.id = coalesce((select ticket_id from work_order where id = ${workOrderId ?? null}), ${ticketId ?? null}::uuid)`.execute(
    tx,
  );
  const [found] = rows;
  if (!found || (workOrderId && found.stage === null))
    throw new NotFound(workOrderId ? 'work_order.unknown' : 'ticket.unknown');
  if (workOrderId && found.stage !== 'done') throw new Refused('charge.order_not_done');
  return found;
}

async function claimOrder({ tx }: Context, id: Id<'charge'>, orderId: Id<'work_order'>): Promise<void> {
  const written = await tx
    .insertInto('charge_claim')
    .values({ about_id: orderId, item_key: '', begins: '', charge_id: id })
    .onConflict((conflict) => conflict.columns(['about_id', 'item_key', 'begins']).doNothing())
    .executeTakeFirst();
  if (Number(written.numInsertedOrUpdatedRows) === 0) throw new Refused('charge.order_charged');
}
