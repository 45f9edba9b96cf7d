import type { z } from 'zod';
import type { Refusal } from '../kernel/refusal.ts';
import type { Thing } from '../organisation/can.ts';
import { can } from '../organisation/can.ts';
import { todayIn } from '../organisation/today.ts';
import type { Approval, Kind } from '../pack/format.ts';
import type { Context } from '../platform/context.ts';
import { receiptCounts } from '../receipt/counts.ts';
import type { ReceiptFacts } from '../receipt/receipt.ts';
import { whyNotByReceipts, whyNotChoose } from '../receipt/receipt.ts';
import type { Verdicts } from './approvals.ts';
import type { Ticket } from './ticket.ts';
import { whyNotChange } from './ticket.ts';
import type { ticketOut } from './view.ts';

async function factsOf(context: Context, ticket: Ticket, { receipts }: Kind): Promise<ReceiptFacts> {
  const day = receipts && ticket.fields[receipts.knowBy];
  return {
    counts: await receiptCounts(context.tx, ticket.id),
    knowBy: day ? String(day) : null,
    today: await todayIn(context, ticket.centre_id),
  };
}

/** Why an approval of a notice may not be given yet, by whom it reaches; null for whatever is no notice. */
export async function receiptsHold(
  context: Context,
  ticket: Ticket,
  kind: Kind,
): Promise<(approval: Approval) => Refusal | null> {
  if (!kind.receipts) return () => null;
  const facts = await factsOf(context, ticket, kind);
  return (approval) => whyNotByReceipts(kind, approval, facts);
}

/** How many households know of how many, and whether one may still choose them; null: it is no notice. */
export async function receiptsOf(
  context: Context,
  ticket: Ticket,
  kind: Kind,
  { verdicts, thing }: { verdicts: Verdicts; thing: Thing },
): Promise<z.input<typeof ticketOut>['receipts']> {
  if (!kind.receipts) return null;
  const { counts, knowBy } = await factsOf(context, ticket, kind);
  return {
    households: Object.values(counts).reduce((sum, n) => sum + n, 0),
    counts,
    knowBy,
    can: {
      choose: can(context.actor, 'ticket.handle', thing) ?? whyNotChange(ticket) ?? whyNotChoose(kind, verdicts),
    },
  };
}
