import { sql } from 'kysely';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import { owedOn } from '../../commitment/queries.ts';
import type { Limit } from '../../commitment/rule.ts';
import { FOOT } from '../../commitment/rule.ts';
import type { Selectable } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { Invalid, NotFound, orRefuse, refusal } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { periodOf } from '../../kernel/working-time/period.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { centres } from '../../organisation/house.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { OWED, whyNotConfirm, whyNotDeliver } from '../charge.ts';
import { answering, chargingOf } from '../facts.ts';
import { undelivered, weekLedger } from '../undelivered.ts';
import type { ChargeDeliveryTable } from '../table.ts';

/** The money of the week that runs now is owed to finance after it (AGCY-03); begun already, it stays as it is. */
export async function beginCurrentDeliveries(context: Context): Promise<void> {
  for (const id of (await centres(context)).keys()) await begin(context, id, context.now);
}

/** The weeks after these: after an outage none is skipped. */
export async function beginDeliveriesAfter(context: Context, ids: readonly Id<'charge_delivery'>[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await context.tx
    .selectFrom('charge_delivery')
    .select(['centre_id', 'until_at'])
    .where('id', 'in', ids)
    .execute();
  for (const { centre_id, until_at } of rows) await begin(context, centre_id, until_at);
}

/** A week, unless the house says otherwise; nothing where it charges nothing. */
async function begin(context: Context, centreId: Id<'centre'>, moment: Instant): Promise<void> {
  const { charging } = await settingsOf(context);
  if (!charging) return;
  const { period, begins, from, until } = periodOf(
    charging.closes,
    (await centres(context)).get(centreId)!.zone,
    moment,
  );
  const id = newId<'charge_delivery'>(context.now);
  const fresh = await context.tx
    .insertInto('charge_delivery')
    .values({ id, centre_id: centreId, period, begins, from_at: from, until_at: until, ledger: null })
    .onConflict((conflict) => conflict.columns(['centre_id', 'period', 'begins']).doNothing())
    .executeTakeFirst();
  if (Number(fresh.numInsertedOrUpdatedRows) === 0) return;
  const { deliver } = charging.limits;
  const ladder = [FOOT, ...deliver.ladder];
  await owe(context, OWED.deliver, { id, centreId }, charging.posts.delivers, { ...deliver, ladder }, until);
  await record(context, {
    subject: { type: 'charge_delivery', id },
    type: 'charge.delivery_begun',
    data: { period, begins },
  });
}

async function owe(
  context: Context,
  kind: string,
  { id, centreId }: { id: Id<'charge_delivery'>; centreId: Id<'centre'> },
  post: string,
  limit: Limit,
  startedAt: Instant,
): Promise<void> {
  const { postId, departmentId, ownerId } = await answering(context, centreId, post);
  await startCommitments(context, [
    {
      kind,
      subject: { type: 'charge_delivery', id },
      ticketId: null,
      ownerId,
      postId,
      departmentId,
      centreId,
      calendarId: await calendarFor(context.tx, limit.calendar, { centreId, departmentId }),
      limit,
      startedAt,
    },
  ]);
}

/** The delivery, locked, for whoever owes this about it, or acts in the post that does. */
async function owedByMe(
  context: Context,
  id: Id<'charge_delivery'>,
  kind: string,
): Promise<Selectable<ChargeDeliveryTable>> {
  const row = await context.tx
    .selectFrom('charge_delivery')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFound('charge.delivery_unknown');
  orForbid(can(context.actor, 'charge.see', { centreId: row.centre_id }));
  orRefuse(kind === OWED.deliver ? whyNotDeliver(row, context.now) : whyNotConfirm(row));
  const { ownerId, postId } = await owedOn(context.tx, id, kind);
  const { personId, posts } = context.actor;
  orRefuse(
    ownerId === personId || posts.some((post) => post.id === postId) ? null : refusal('charge.not_your_delivery'),
  );
  return row;
}

/** What was taken and not delivered yet goes to finance, with what was really handed over. A difference is explained. */
export async function deliverMoney(
  context: Context,
  id: Id<'charge_delivery'>,
  { amount, because }: { amount: number; because: string },
): Promise<void> {
  const { tx, now } = context;
  const delivery = await owedByMe(context, id, OWED.deliver);
  const { centre_id: centreId } = delivery;
  const { items, computed } = await undelivered(tx, centreId);
  if (amount !== computed && because === '') throw new Invalid('charge.difference_unexplained', { path: 'because' });
  await sql`
    insert into charge_delivered (receipt_id, sort, delivery_id)
    select x.receipt, x.sort, ${id} from jsonb_to_recordset(${json(items)}::jsonb) as x(receipt uuid, sort text)`.execute(
    tx,
  );
  const ledger = await weekLedger(tx, centreId, delivery);
  await tx
    .updateTable('charge_delivery')
    .set({ computed, amount, because, ledger: json(ledger), delivered_at: now, delivered_by_id: actingPerson(context) })
    .where('id', '=', id)
    .execute();
  await keepCommitments(context, { subjectId: id, kinds: [OWED.deliver] });
  const { posts, limits } = await chargingOf(context);
  await owe(context, OWED.confirm, { id, centreId }, posts.finance, limits.confirm, now);
  const data = { begins: delivery.begins, computed, amount, receipts: items.length };
  await record(context, { subject: { type: 'charge_delivery', id }, type: 'charge.delivered', data });
}

/** Finance says what it received; a difference is said with its reason. */
export async function confirmDelivery(
  context: Context,
  id: Id<'charge_delivery'>,
  { received, because }: { received: number; because: string },
): Promise<void> {
  const { tx, now } = context;
  const delivery = await owedByMe(context, id, OWED.confirm);
  if (received !== delivery.amount && because === '')
    throw new Invalid('charge.difference_unexplained', { path: 'because' });
  await tx
    .updateTable('charge_delivery')
    .set({ received, received_because: because, received_at: now, received_by_id: actingPerson(context) })
    .where('id', '=', id)
    .execute();
  await keepCommitments(context, { subjectId: id, kinds: [OWED.confirm] });
  const data = { begins: delivery.begins, amount: delivery.amount, received };
  await record(context, { subject: { type: 'charge_delivery', id }, type: 'charge.delivery_confirmed', data });
}
