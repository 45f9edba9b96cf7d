import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';

export type CarriedOrder = { id: Id<'work_order'>; no: number };

/** The work under one ticket goes on under another, numbered after what is there; answers what it was called before. */
export async function carryOrders(context: Context, fromId: Id<'ticket'>, toId: Id<'ticket'>): Promise<CarriedOrder[]> {
  const { tx } = context;
  const orders = await tx
    .selectFrom('work_order')
    .select(['id', 'no'])
    .where('ticket_id', '=', fromId)
    .orderBy('no')
    .forNoKeyUpdate()
    .execute();
  if (orders.length === 0) return [];
  const there = await tx
    .selectFrom('work_order')
    .select((e) => e.fn.max('no').as('no'))
    .where('ticket_id', '=', toId)
    .executeTakeFirst();
  const first = (there?.no ?? 0) + 1;
  for (const [at, { id, no }] of orders.entries()) await carry(context, id, { from: no, to: first + at, toId });
  return orders;
}

/** Back to where they were, under the number they had. */
export async function returnOrders(
  context: Context,
  orders: readonly CarriedOrder[],
  toId: Id<'ticket'>,
): Promise<void> {
  for (const { id, no } of orders) await carry(context, id, { from: null, to: no, toId });
}

async function carry(
  context: Context,
  id: Id<'work_order'>,
  { from, to, toId }: { from: number | null; to: number; toId: Id<'ticket'> },
): Promise<void> {
  await context.tx.updateTable('work_order').set({ ticket_id: toId, no: to }).where('id', '=', id).execute();
  await record(context, {
    subject: { type: 'work_order', id },
    ticketId: toId,
    type: 'work_order.carried',
    data: { from, no: to },
  });
}
