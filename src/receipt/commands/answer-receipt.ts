import type { Selectable } from 'kysely';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { recordContact } from '../../contact/commands/record-contact.ts';
import { contactInput } from '../../contact/inputs.ts';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { NotFound, orRefuse, Refused } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { kindOf } from '../../pack/kinds.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { happened, record } from '../../platform/journal.ts';
import { ticketById } from '../../ticket/facts.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { isEnded } from '../../ticket/ticket.ts';
import type { Delivered, Known, Missed } from '../inputs.ts';
import { lastMomentOf } from '../know-by.ts';
import { OWED_CALL, OWED_DELIVERY, whyNotDeliver, whyNotKnow, whyNotMiss } from '../receipt.ts';
import type { NoticeReceiptTable } from '../table.ts';
import { oweOnReceipts } from './owe-on-receipts.ts';

type Receipt = Selectable<NoticeReceiptTable>;
type Change = Partial<Omit<Receipt, 'id' | 'ticket_id' | 'customer_id' | 'place_id' | 'message_id'>>;

async function lockReceipt({ tx }: Context, id: Id<'notice_receipt'>): Promise<Receipt | undefined> {
  return tx.selectFrom('notice_receipt').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
}

/** A receipt, locked, with its notice, for somebody of ours who keeps the centre's contacts. */
async function forDesk(context: Context, id: Id<'notice_receipt'>, rule: (receipt: Receipt) => Refusal | null) {
  const receipt = await lockReceipt(context, id);
  if (!receipt) throw new NotFound('receipt.unknown');
  const ticket = await ticketById(context.tx, receipt.ticket_id);
  orForbid(can(context.actor, 'contact.record', { centreId: ticket.centre_id }));
  if (isEnded(ticket)) throw new Refused('receipt.notice_ended');
  orRefuse(rule(receipt));
  return { receipt, ticket };
}

async function write(context: Context, { id }: Receipt, at: Instant, type: string, change: Change): Promise<void> {
  await context.tx.updateTable('notice_receipt').set(change).where('id', '=', id).execute();
  const kinds = type === 'receipt.delivered' ? [OWED_DELIVERY] : [OWED_DELIVERY, OWED_CALL];
  await keepCommitments(context, { subjectId: id, kinds, happenedAt: at });
  await record(context, { subject: { type: 'notice_receipt', id }, type, happenedAt: at });
}

/** A touch in the history of contacts of the household. */
async function touched(
  context: Context,
  { receipt, ticket }: { receipt: Receipt; ticket: Ticket },
  channel: 'phone' | 'visit',
  outcome: string,
  happenedAt: Instant,
): Promise<void> {
  const { customer_id: customerId, place_id: placeId } = receipt;
  const touch = { direction: 'out', channel, purpose: 'follow_up', customerId, placeId, need: ticket.title };
  await recordContact(context, contactInput.parse({ ...touch, outcome, happenedAt }));
}

/** It was handed to the household, put into its letter box, or read to it. */
export async function recordDelivery(context: Context, id: Id<'notice_receipt'>, input: Delivered): Promise<void> {
  const { receipt, ticket } = await forDesk(context, id, whyNotDeliver);
  const at = happened(context, input.happenedAt, ticket.opened_at);
  await write(context, receipt, at, 'receipt.delivered', {
    state: 'delivered',
    delivered_at: at,
    delivered_by: input.by,
    by_id: actingPerson(context),
  });
  const { receipts } = await kindOf(context, ticket.kind, ticket.kind_version);
  // handed over after the day by which everybody should know: a call is owed at once
  if (receipts && context.now >= (await lastMomentOf(context, ticket, receipts)))
    await oweOnReceipts(context, ticket, receipts, OWED_CALL, [id]);
}

/** The household said by telephone, or by its signature, that it knows: it has been given it by then, too. */
export async function recordKnown(context: Context, id: Id<'notice_receipt'>, input: Known): Promise<void> {
  const known = await forDesk(context, id, whyNotKnow);
  const at = happened(context, input.happenedAt, known.ticket.opened_at);
  if (input.by === 'phone') await touched(context, known, 'phone', '', at);
  await write(context, known.receipt, at, 'receipt.known', {
    state: 'known',
    known_at: at,
    known_by: input.by,
    by_id: actingPerson(context),
    ...(known.receipt.delivered_at === null
      ? { delivered_at: at, delivered_by: input.by === 'phone' ? ('phone' as const) : ('hand' as const) }
      : {}),
  });
}

/** It was called on and not reached: what was owed is done, and it may still say later that it knows. */
export async function recordMissed(context: Context, id: Id<'notice_receipt'>, input: Missed): Promise<void> {
  const missed = await forDesk(context, id, whyNotMiss);
  const at = happened(context, input.happenedAt, missed.ticket.opened_at);
  await touched(context, missed, input.by, input.outcome, at);
  await write(context, missed.receipt, at, 'receipt.missed', {
    state: 'not_reached',
    missed_at: at,
    by_id: actingPerson(context),
  });
}

/** The customer says on his own page that he knows. Anybody else's receipt is not there; pressed twice, the first counts. */
export async function acknowledgeOwn(
  context: Context,
  customerId: Id<'customer'>,
  id: Id<'notice_receipt'>,
): Promise<void> {
  const receipt = await lockReceipt(context, id);
  const isOut = receipt && receipt.state !== 'chosen' && receipt.state !== 'waiting';
  if (!isOut || receipt.customer_id !== customerId) throw new NotFound('entry.unknown');
  if (receipt.state === 'known') return;
  await write(context, receipt, context.now, 'receipt.known', {
    state: 'known',
    known_at: context.now,
    known_by: 'page',
    by_id: null,
  });
}
