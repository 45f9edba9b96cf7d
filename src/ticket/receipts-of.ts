import type { z } from 'zod';
import type { Thing } from '../organisation/can.ts';
import { can } from '../organisation/can.ts';
import { todayIn } from '../organisation/today.ts';
import type { Kind } from '../pack/format.ts';
import type { Context } from '../platform/context.ts';
import { receiptCounts } from '../receipt/counts.ts';
import type { ReceiptFacts } from '../receipt/receipt.ts';
import { knowByOf, whyNotChoose } from '../receipt/receipt.ts';
import type { Verdicts } from './approvals.ts';
import type { Ticket } from './ticket.ts';
import { whyNotChange } from './ticket.ts';
import type { ticketOut } from './view.ts';

/** Whom a notice reaches and by when they should know; null: it is no notice, and nothing is read. */
export async function receiptFacts(context: Context, ticket: Ticket, kind: Kind): Promise<ReceiptFacts | null> {
  if (!kind.receipts) return null;
  return {
    counts: await receiptCounts(context.tx, ticket.id),
    knowBy: knowByOf(kind, ticket.fields),
    today: await todayIn(context, ticket.centre_id),
  };
}

type Shown = { verdicts: Verdicts; thing: Thing; receipts: ReceiptFacts | null };

/** How many households know of how many, and whether one may still choose them. */
export function receiptsOut(
  { actor }: Context,
  ticket: Ticket,
  kind: Kind,
  { verdicts, thing, receipts }: Shown,
): z.input<typeof ticketOut>['receipts'] {
  if (receipts === null) return null;
  const { counts, knowBy } = receipts;
  return {
    households: Object.values(counts).reduce((sum, n) => sum + n, 0),
    counts,
    knowBy,
    can: { choose: can(actor, 'ticket.handle', thing) ?? whyNotChange(ticket) ?? whyNotChoose(kind, verdicts) },
  };
}
