import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { kindOf } from '../pack/kinds.ts';
import type { Context } from '../platform/context.ts';
import { acknowledgeOwn } from '../receipt/commands/answer-receipt.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { forCustomer } from './desk-actor.ts';
import type { CustomerAccessTable } from './table.ts';
import type { ownNoticesOut } from './view.ts';

type Reach = Pick<CustomerAccessTable, 'ticket_id' | 'customer_id'>;
type Row = Pick<Ticket, 'number' | 'title' | 'kind' | 'kind_version' | 'fields'> & {
  id: Id<'notice_receipt'>;
  place: string;
  given_at: Instant | null;
  known_at: Instant | null;
};

const MOST = 50;

/** The notices that reached him, those first that he has not said he knows; none through the link of one matter. */
export async function ownNotices(context: Context, { customer_id }: Reach): Promise<z.input<typeof ownNoticesOut>> {
  if (customer_id === null) return { items: [] };
  const { rows } = await sql<Row>`
    select r.id, p.code as place, r.delivered_at as given_at, r.known_at, t.number::int as number, t.title, t.kind, t.kind_version, t.fields
    from notice_receipt r join ticket t on t.id = r.ticket_id join place p on p.id = r.place_id
    where r.customer_id = ${customer_id} and r.state not in ('chosen', 'waiting')
      and (t.stage_class <> 'cancelled' or r.known_at is not null)
    order by r.known_at is not null, t.number desc limit ${MOST}`.execute(context.tx);
  const items = [];
  for (const { kind, kind_version, fields, given_at, known_at, ...row } of rows) {
    const { receipts } = await kindOf(context, kind, kind_version);
    if (!receipts) continue;
    const [text, knowBy] = [fields[receipts.text], fields[receipts.knowBy]].map((said) => String(said ?? ''));
    items.push({ ...row, text: text!, knowBy: knowBy!, givenAt: given_at, knownAt: known_at });
  }
  return { items };
}

/** He says that he knows; the journal says that it was he. */
export async function acknowledgeNotice(
  asked: Context,
  { customer_id }: Reach,
  id: Id<'notice_receipt'>,
): Promise<void> {
  if (customer_id === null) throw new NotFound('entry.unknown');
  await acknowledgeOwn(await forCustomer(asked), customer_id, id);
}
