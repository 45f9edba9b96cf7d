import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Tx } from '../platform/tx.ts';
import type { ReceiptCounts, ReceiptState } from './receipt.ts';
import { RECEIPT_STATES } from './receipt.ts';

/** How many households of a notice stand how; counted from their receipts each time. */
export async function receiptCounts(tx: Tx, ticketId: Id<'ticket'>): Promise<ReceiptCounts> {
  const { rows } = await sql<{ state: ReceiptState; n: number }>`
    select state, count(*)::int as n from notice_receipt where ticket_id = ${ticketId} group by state`.execute(tx);
  const counted = new Map(rows.map(({ state, n }) => [state, n]));
  return Object.fromEntries(RECEIPT_STATES.map((state) => [state, counted.get(state) ?? 0])) as ReceiptCounts;
}
