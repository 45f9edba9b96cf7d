import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { DAY, HOUR, plus } from '../kernel/time.ts';
import { acknowledgeOwn, recordDelivery, recordKnown } from '../receipt/commands/answer-receipt.ts';
import { chooseAddressees } from '../receipt/commands/choose-addressees.ts';
import { deliverReceipts } from '../receipt/commands/deliver-receipts.ts';
import { approve } from '../ticket/commands/approve.ts';
import { openTicket } from '../ticket/commands/open-ticket.ts';
import { approveInput, openTicketInput } from '../ticket/inputs.ts';
import { attempt } from './case.ts';
import type { Stage } from './stage.ts';

const HOUSEHOLDS = 8;

/** A notice went to some households: some know, some were given it and have not said so, some are still to be visited. */
export function tellHouseholds(stage: Stage, now: Instant): void {
  let ticketId: Id<'ticket'> | undefined;
  stage.plan(plus(now, -26 * HOUR), async () => {
    ticketId = await propose(stage, now);
  });
  stage.plan(plus(now, -2 * HOUR), async () => {
    if (ticketId !== undefined) await answer(stage, ticketId);
  });
}

async function propose(stage: Stage, now: Instant): Promise<Id<'ticket'>> {
  const input = openTicketInput.parse({
    kind: 'tenant_notice',
    title: '二次供水水箱清洗停水',
    channel: 'counter',
    fields: {
      notice_text: '本周六 9 时至 13 时清洗水箱，期间停水，请提前储水；恢复供水后请先放水两分钟。',
      know_by: plus(now, DAY).slice(0, 10),
    },
  });
  const { id } = await stage.as('supervisor', (context) => openTicket(context, input));
  const placeIds = stage.estate.flats.slice(0, HOUSEHOLDS).map((flat) => flat.id);
  await attempt(stage, 'supervisor', (context) => chooseAddressees(context, id, { placeIds, all: false }));
  for (const [who, approval] of [
    ['manager', 'proposal'],
    ['office', 'approval'],
  ] as const)
    await attempt(stage, who, (context) => approve(context, id, approveInput.parse({ approval, verdict: 'approved' })));
  await attempt(stage, 'supervisor', (context) => deliverReceipts(context, { ticket: id }));
  return id;
}

async function answer(stage: Stage, ticketId: Id<'ticket'>): Promise<void> {
  const receipts = await stage.read((tx) =>
    tx
      .selectFrom('notice_receipt')
      .select(['id', 'customer_id', 'state'])
      .where('ticket_id', '=', ticketId)
      .orderBy('id')
      .execute(),
  );
  for (const [at, { id, customer_id, state }] of receipts.entries()) {
    if (at % 4 === 3) continue;
    if (state === 'to_deliver')
      await attempt(stage, 'desk2', (context) => recordDelivery(context, id, { by: 'letter_box' }));
    if (at % 4 === 0) await attempt(stage, 'desk2', (context) => recordKnown(context, id, { by: 'phone' }));
    if (at % 4 === 1)
      await attempt(stage, 'desk2', (context) =>
        acknowledgeOwn({ ...context, onBehalfOf: 'customer' }, customer_id, id),
      );
  }
}
