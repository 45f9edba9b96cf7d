import { billRun } from '../charge/commands/bill-run.ts';
import { confirmDelivery, deliverMoney } from '../charge/commands/deliveries.ts';
import { markPrinted, tellBills } from '../charge/commands/notices.ts';
import { recordStep } from '../charge/commands/record-step.ts';
import { setBasis } from '../charge/commands/set-basis.ts';
import { takePayment } from '../charge/commands/take-payment.ts';
import { dayAfter } from '../charge/charge.ts';
import { billInput, stepInput, takePaymentInput } from '../charge/inputs.ts';
import type { Id } from '../kernel/id.ts';
import { newId } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { between, DAY, HOUR, MINUTE, plus } from '../kernel/time.ts';
import { attempt } from './case.ts';
import { planRoutine } from './routine.ts';
import type { Stage } from './stage.ts';

/** So many days ago the month was billed, and yesterday it was due: a bill goes out ten days before. */
const BILLED = 11;
const DUE = 1;
const WAYS = ['wechat', 'cash', 'alipay', 'card', 'transfer'] as const;

/** The day at the estate, eight hours before Greenwich. */
const dayAt = (at: Instant): string => plus(at, 8 * HOUR).slice(0, 10);

/** A month of management fees: billed, most of it paid at the counter, the rest overdue and followed up, the money on its way to finance. */
export function keepCharges(stage: Stage, now: Instant): void {
  const start = stage.clock.now();
  planRoutine(stage, { after: 3 * HOUR, every: DAY, times: Math.ceil(between(start, now) / DAY) }, toFinance);
  const billed = plus(now, -BILLED * DAY);
  if (billed < start) return;
  stage.plan(billed, () => bill(stage, billed));
  for (let day = BILLED - 1; day > DUE; day -= 1) stage.plan(plus(now, -day * DAY + HOUR), () => pay(stage, day));
  stage.plan(plus(now, -10 * MINUTE), () => followUp(stage, now));
}

async function bill(stage: Stage, at: Instant): Promise<void> {
  const lines = stage.estate.flats.map(({ code }, nth) => ({ place: code, value: 7_250 + ((nth * 1_137) % 6_900) }));
  await attempt(stage, 'supervisor', (context) => setBasis(context, { about: 'area', lines }));
  const id = newId<'charge_run'>(at);
  const day = dayAt(at);
  const dueDay = dayAfter(day, BILLED - DUE);
  const { parent_id: under } = await stage.read((tx) =>
    tx.selectFrom('place').select('parent_id').where('id', '=', stage.estate.flats[0]!.id).executeTakeFirstOrThrow(),
  );
  const input = billInput.parse({ id, item: 'management_fee', begins: day, dueDay, under });
  await attempt(stage, 'supervisor', (context) => billRun(context, input));
  for (let more = true; more;) {
    await stage.as('supervisor', (context) => tellBills(context, { about: id }));
    more = (await noticesOf(stage, id, 'waiting')).length > 0;
  }
  const letters = await noticesOf(stage, id, 'to_print');
  if (letters.length > 0) await attempt(stage, 'desk2', (context) => markPrinted(context, letters));
}

async function noticesOf(stage: Stage, run: Id<'charge_run'>, state: 'waiting' | 'to_print') {
  const rows = await stage.read((tx) =>
    tx.selectFrom('charge_notice').select('id').where('run_id', '=', run).where('state', '=', state).execute(),
  );
  return rows.map(({ id }) => id);
}

/** Some come on each day. */
async function pay(stage: Stage, day: number): Promise<void> {
  const rows = await stage.read((tx) =>
    tx
      .selectFrom('charge')
      .select(['id', 'customer_id', 'amount'])
      .where('id', 'not in', tx.selectFrom('charge_settlement').select('charge_id'))
      .orderBy('id')
      .limit(8)
      .execute(),
  );
  for (const [nth, { customer_id: customerId, amount }] of rows.entries()) {
    const input = takePaymentInput.parse({ customerId, amount, way: WAYS[(nth + day) % WAYS.length] });
    await attempt(stage, nth % 3 === 2 ? 'desk2' : 'desk', (context) => takePayment(context, input));
  }
}

/** The first few of those who did not pay in time have a notice, or were called. */
async function followUp(stage: Stage, now: Instant): Promise<void> {
  const rows = await stage.read((tx) =>
    tx.selectFrom('dunning').select('id').where('closed_at', 'is', null).orderBy('id').limit(3).execute(),
  );
  const soon = dayAfter(dayAt(now), 3);
  const steps = [
    { way: 'printed', nextDay: soon },
    { way: 'phone', outcome: '出差在外，答应本周内缴清', nextDay: soon },
    { way: 'phone', reached: false, nextDay: dayAfter(dayAt(now), 1) },
  ];
  for (const [nth, { id }] of rows.entries())
    await attempt(stage, 'desk2', (context) => recordStep(context, id, stepInput.parse(steps[nth])));
}

/** What is due to finance by now goes there, and is confirmed there. */
async function toFinance(stage: Stage): Promise<void> {
  const rows = await stage.read((tx) =>
    tx
      .selectFrom('charge_delivery')
      .select('id')
      .where('delivered_at', 'is', null)
      .where('until_at', '<=', stage.clock.now())
      .orderBy('from_at')
      .execute(),
  );
  for (const { id } of rows) {
    const { amount } = await stage.read((tx) =>
      tx
        .selectFrom('charge_receipt')
        .select((e) => e.fn.sum<string | null>('amount').as('amount'))
        .where('id', 'not in', tx.selectFrom('charge_delivered').select('receipt_id'))
        .executeTakeFirstOrThrow(),
    );
    const handed = Number(amount ?? 0);
    await attempt(stage, 'supervisor', (context) => deliverMoney(context, id, { amount: handed, because: '' }));
    await attempt(stage, 'finance', (context) => confirmDelivery(context, id, { received: handed, because: '' }));
  }
}
