import type { Reaction } from '../platform/context.ts';
import type { Id } from '../kernel/id.ts';
import { kindOf } from '../pack/kinds.ts';
import { dropReceipts } from '../receipt/commands/drop-receipts.ts';
import { sendNotice } from '../receipt/commands/deliver-receipts.ts';
import { ticketById } from '../ticket/facts.ts';

/** A notice was approved: it goes to all the households that were chosen (APRV-11). */
export const sendApproved: Reaction = async (context, event) => {
  const { approval } = event.data as { approval: string };
  const ticket = await ticketById(context.tx, event.subject.id);
  const { receipts } = await kindOf(context, ticket.kind, ticket.kind_version);
  if (receipts?.after === approval) await sendNotice(context, ticket, receipts);
};

export const dropOfCancelled: Reaction = async (context, event) => {
  await dropReceipts(context, event.subject.id as Id<'ticket'>);
};
