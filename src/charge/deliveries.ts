import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { refusal } from '../kernel/refusal.ts';
import { named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import { whyNotConfirm, whyNotDeliver } from './charge.ts';
import { chargeScope, chargingOf } from './facts.ts';
import type { DeliveriesQuery } from './inputs.ts';
import type { ChargeDeliveryTable } from './table.ts';
import { undelivered, weekLedger } from './undelivered.ts';
import type { DeliveryLine, deliveriesOut } from './view-money.ts';

type Row = Selectable<ChargeDeliveryTable> & {
  owner_id: Id<'person'> | null;
  post_id: Id<'post'> | null;
  due_at: DeliveryLine['dueAt'];
};

/** The money of each week on its way to finance, the newest first; of those that run, as the receipts come to now (AGCY-03). */
export async function listDeliveries(context: Context, query: DeliveriesQuery): Promise<z.input<typeof deliveriesOut>> {
  const { currency } = await chargingOf(context);
  const wanted = [chargeScope(context, 'd.centre_id')];
  if (query.from) wanted.push(sql`d.until_at > ${query.from}::timestamptz`);
  if (query.until) wanted.push(sql`d.from_at < ${query.until}::timestamptz`);
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(d.from_at, d.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const { rows } = await sql<Row>`
    select d.*, k.owner_id, k.post_id, k.due_at from charge_delivery d left join lateral (
      select owner_id, post_id, due_at from commitment where subject_id = d.id and settled_at is null order by id desc limit 1) k on true
    where ${sql.join(wanted, sql` and `)} order by d.from_at desc, d.id desc limit ${query.limit + 1}`.execute(
    context.tx,
  );
  const shown = page(
    rows,
    query.limit,
    (row) => row,
    (row) => cursorOf(row.from_at, row.id),
  );
  const names = await personNames(context);
  const items: DeliveryLine[] = [];
  for (const row of shown.items) items.push(await lineOf(context, row, names));
  return { items, next: shown.next, currency };
}

async function lineOf(context: Context, row: Row, names: ReadonlyMap<string, string>): Promise<DeliveryLine> {
  const mine = isMine(context, row);
  const money = await moneyOf(context, row);
  return {
    id: row.id,
    period: row.period,
    begins: row.begins,
    fromAt: row.from_at,
    untilAt: row.until_at,
    state: stateOf(row, context.now),
    ...money,
    ledger: row.ledger ?? (await weekLedger(context.tx, row.centre_id, row)),
    amount: row.amount,
    because: row.because,
    deliveredAt: row.delivered_at,
    deliveredBy: named(names, row.delivered_by_id),
    received: row.received,
    receivedBecause: row.received_because,
    receivedAt: row.received_at,
    receivedBy: named(names, row.received_by_id),
    dueAt: row.due_at,
    can: { deliver: whyNotDeliver(row, context.now) ?? mine, confirm: whyNotConfirm(row) ?? mine },
  };
}

/** What went with it, or what would go with it now. */
async function moneyOf({ tx }: Context, row: Row): Promise<Pick<DeliveryLine, 'computed' | 'receipts' | 'byWay'>> {
  const gone = row.delivered_at === null ? (await undelivered(tx, row.centre_id)).items : await deliveredIn(row, tx);
  const { rows } = await sql<{ way: DeliveryLine['byWay'][number]['way']; amount: number; receipts: number }>`
    select r.way, sum(case x.sort when 'taken' then r.amount else -r.amount end)::float8 as amount,
      count(*) filter (where x.sort = 'taken')::int as receipts
    from jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) as x(receipt uuid, sort text) join charge_receipt r on r.id = x.receipt
    group by r.way order by r.way`.execute(tx);
  return {
    computed: rows.reduce((sum, one) => sum + one.amount, 0),
    receipts: rows.reduce((sum, one) => sum + one.receipts, 0),
    byWay: rows.map(({ way, amount }) => ({ way, amount })),
  };
}

function deliveredIn({ id }: Row, tx: Context['tx']) {
  return tx
    .selectFrom('charge_delivered')
    .select(['receipt_id as receipt', 'sort'])
    .where('delivery_id', '=', id)
    .execute();
}

function stateOf(row: Row, now: string): DeliveryLine['state'] {
  if (row.received_at !== null) return 'confirmed';
  if (row.delivered_at !== null) return 'to_confirm';
  return now < row.until_at ? 'running' : 'to_deliver';
}

function isMine({ actor }: Context, { owner_id, post_id }: Row) {
  const mine = owner_id === actor.personId || actor.posts.some(({ id }) => id === post_id);
  return mine ? null : refusal('charge.not_your_delivery');
}
