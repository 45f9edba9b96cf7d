import { z } from 'zod';
import { writeUpdate } from '../../conversation/commands/write-update.ts';
import type { Id } from '../../kernel/id.ts';
import { MINUTE, plus } from '../../kernel/time.ts';
import { addressees } from '../../outreach/known.ts';
import type { Addressee } from '../../outreach/known.ts';
import { wayFor } from '../../outreach/way.ts';
import type { Kind } from '../../pack/format.ts';
import { kindOf } from '../../pack/kinds.ts';
import type { Context } from '../../platform/context.ts';
import type { Task } from '../../platform/jobs/task.ts';
import { afterwards } from '../../platform/journal.ts';
import { lockTicket } from '../../ticket/facts.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { isEnded } from '../../ticket/ticket.ts';
import { BATCH, letterOf, OWED_CALL, OWED_DELIVERY } from '../receipt.ts';
import { lastMomentOf } from '../know-by.ts';
import { oweOnReceipts } from './owe-on-receipts.ts';

export const DELIVER_RECEIPTS = 'receipt.deliver';
export const CHASE_RECEIPTS = 'receipt.chase';
const payloadShape = z.strictObject({ ticket: z.uuid() });

type Receipts = NonNullable<Kind['receipts']>;
type Receipt = { id: Id<'notice_receipt'>; customer_id: Id<'customer'> };

/** A notice was approved: all its households are reached from now on, and looked after once the day has passed by which they should know. */
export async function sendNotice(context: Context, ticket: Ticket, receipts: Receipts): Promise<void> {
  const { tx, now } = context;
  await tx
    .updateTable('notice_receipt')
    .set({ state: 'waiting' })
    .where('ticket_id', '=', ticket.id)
    .where('state', '=', 'chosen')
    .execute();
  await afterwards(context, DELIVER_RECEIPTS, ticket.id, { ticket: ticket.id }, now);
  await afterwards(
    context,
    CHASE_RECEIPTS,
    ticket.id,
    { ticket: ticket.id },
    await lastMomentOf(context, ticket, receipts),
  );
}

async function noticeOf(context: Context, payload: unknown): Promise<{ ticket: Ticket; receipts: Receipts } | null> {
  const ticket = await lockTicket(context, payloadShape.parse(payload).ticket);
  const { receipts } = await kindOf(context, ticket.kind, ticket.kind_version);
  return isEnded(ticket) || !receipts ? null : { ticket, receipts };
}

/** The next few households, and those after them a minute later: each in writing as the customer wants it, else by hand. */
export const deliverReceipts: Task = async (context, payload) => {
  const notice = await noticeOf(context, payload);
  if (!notice) return;
  const { ticket, receipts } = notice;
  const next = await context.tx
    .selectFrom('notice_receipt')
    .select(['id', 'customer_id'])
    .where('ticket_id', '=', ticket.id)
    .where('state', '=', 'waiting')
    .orderBy('id')
    .limit(BATCH)
    .execute();
  const whom = await addressees(
    context,
    next.map((one) => one.customer_id),
  );
  const byHand: Id<'notice_receipt'>[] = [];
  for (const one of next) {
    const addressee = whom.get(one.customer_id);
    if (!addressee || !(await write(context, notice, one, addressee))) byHand.push(one.id);
  }
  if (byHand.length > 0)
    await context.tx.updateTable('notice_receipt').set({ state: 'to_deliver' }).where('id', 'in', byHand).execute();
  await oweOnReceipts(context, ticket, receipts, OWED_DELIVERY, byHand);
  if (next.length === BATCH)
    await afterwards(context, DELIVER_RECEIPTS, ticket.id, { ticket: ticket.id }, plus(context.now, MINUTE));
  context.signals.changed.set(ticket.id, 'ticket');
};

/** Whether it could be written to the customer by a way that he wants. What everybody has to know is handed to those who want nothing by it. */
async function write(
  context: Context,
  { ticket, receipts }: { ticket: Ticket; receipts: Receipts },
  { id }: Receipt,
  whom: Addressee,
): Promise<boolean> {
  const way = await wayFor(context, whom, ticket.centre_id);
  if (typeof way === 'string') return false;
  const [text, day] = [ticket.fields[receipts.text], ticket.fields[receipts.knowBy]].map(String) as [string, string];
  const messageId = await writeUpdate(context, way, {
    subject: ticket.title,
    text: letterOf(text, day, whom.language),
    ticketId: null,
  });
  await context.tx
    .updateTable('notice_receipt')
    .set({ state: 'delivered', message_id: messageId, delivered_at: context.now, delivered_by: 'message' })
    .where('id', '=', id)
    .execute();
  return true;
}

/** The day has passed: whoever was given it and has not said that he knows is owed a call or a visit. */
export const chaseReceipts: Task = async (context, payload) => {
  const notice = await noticeOf(context, payload);
  if (!notice) return;
  const { ticket, receipts } = notice;
  const silent = await context.tx
    .selectFrom('notice_receipt')
    .select('id')
    .where('ticket_id', '=', ticket.id)
    .where('state', '=', 'delivered')
    .execute();
  await oweOnReceipts(
    context,
    ticket,
    receipts,
    OWED_CALL,
    silent.map(({ id }) => id),
  );
};
