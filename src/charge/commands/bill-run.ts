import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { Refused } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { afterwards, record } from '../../platform/journal.ts';
import type { Reckoning } from '../charge.ts';
import type { Bill } from '../inputs.ts';
import type { Looked } from '../preview.ts';
import { lookAtRun } from '../preview.ts';
import { TELL_BILLS } from './notices.ts';
import { watchDueDay } from './watch-due-day.ts';

type Claimed = {
  id: Id<'charge'>;
  place_id: Id<'place'>;
  customer_id: Id<'customer'>;
  amount: number;
  reckoning: Reckoning;
};

/**
 * Bills a period of an item to every unit for which nothing is missing, in one act (FEE-01, FEE-03): a few statements however many units
 * there are. What was billed before is not billed again, whoever else bills at the same moment. Everybody billed is told, at a pace, and
 * the due day is watched.
 */
export async function billRun(context: Context, input: Bill): Promise<Id<'charge_run'>> {
  const { tx, now } = context;
  const id = input.id ?? newId<'charge_run'>(now);
  if (await tx.selectFrom('charge_run').select('id').where('id', '=', id).executeTakeFirst()) return id;
  const looked = await lookAtRun(context, input);
  const { centreId, item, period } = looked;
  await tx
    .insertInto('charge_run')
    .values({
      id,
      centre_id: centreId,
      item_key: item.key,
      item: json(item),
      period: period.period,
      begins: period.begins,
      due_day: input.dueDay,
      by_id: actingPerson(context),
      at: now,
    })
    .execute();
  const charges = await claim(context, looked);
  if (charges.length === 0) throw new Refused('charge.nothing_to_bill');
  await write(context, id, looked, input.dueDay, charges);
  await notify(context, id, [...new Set(charges.map((one) => one.customer_id))]);
  await watchDueDay(context, { type: 'charge_run', id }, centreId, input.dueDay);
  const amount = charges.reduce((sum, one) => sum + one.amount, 0);
  const data = { item: item.key, begins: period.begins, dueDay: input.dueDay, charges: charges.length, amount };
  await record(context, { subject: { type: 'charge_run', id }, type: 'charge.run_billed', data });
  return id;
}

/** Whoever claims the period of a unit first charges it. */
async function claim({ tx, now }: Context, { item, period, lines }: Looked): Promise<Claimed[]> {
  const wanted = lines.flatMap(({ id, customer_id, line }): Claimed[] =>
    'amount' in line ? [{ id: newId<'charge'>(now), place_id: id, customer_id: customer_id!, ...line }] : [],
  );
  const { rows } = await sql<{ charge_id: string }>`
    insert into charge_claim (about_id, item_key, begins, charge_id)
    select x.place_id, ${item.key}, ${period.begins}, x.id from jsonb_to_recordset(${json(wanted)}::jsonb) as x(id uuid, place_id uuid)
    order by x.place_id on conflict do nothing returning charge_id`.execute(tx);
  const claimed = new Set(rows.map((row) => row.charge_id));
  return wanted.filter((one) => claimed.has(one.id));
}

async function write(
  { tx, now, actor }: Context,
  runId: Id<'charge_run'>,
  { centreId, item, period }: Looked,
  dueDay: string,
  charges: readonly Claimed[],
): Promise<void> {
  await sql`
    insert into charge (id, centre_id, customer_id, place_id, item_key, item, reckoning, amount, begins, due_day, run_id, by_id, at)
    select x.id, ${centreId}, x.customer_id, x.place_id, ${item.key}, ${json(item)}::jsonb, x.reckoning, x.amount, ${period.begins},
      ${dueDay}, ${runId}, ${actor.personId}, ${now}::timestamptz
    from jsonb_to_recordset(${json(charges)}::jsonb) as x(id uuid, customer_id uuid, place_id uuid, reckoning jsonb, amount int)`.execute(
    tx,
  );
}

/** Each customer is told once of all that the run bills him. */
async function notify(context: Context, runId: Id<'charge_run'>, customers: readonly Id<'customer'>[]): Promise<void> {
  const { tx, now } = context;
  const ids = customers.map(() => newId<'charge_notice'>(now));
  await sql`
    insert into charge_notice (id, run_id, customer_id, state)
    select x.id, ${runId}, x.customer, 'waiting' from unnest(${ids}::uuid[], ${customers}::uuid[]) as x(id, customer)`.execute(
    tx,
  );
  await afterwards(context, TELL_BILLS, runId, { about: runId }, now);
}
