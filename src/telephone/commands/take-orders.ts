import { DAY, plus, SECOND } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { Id } from '../../kernel/id.ts';
import type { Order } from '../order.ts';

/** What nobody took in this time is not done any more: whoever asked for it has long done something else. */
const STALE = 20 * SECOND;

export type Waiting = { id: Id<'telephone_order'>; order: Order };

/** Takes what waits to be asked of an exchange: each once, whatever becomes of it, for nobody wants to dial twice. */
export async function takeOrders(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  systemId: Id<'telephone_system'>,
): Promise<Waiting[]> {
  // the numbers in them are nobody's business any more
  await tx.deleteFrom('telephone_order').where('made_at', '<', plus(now, -DAY)).execute();
  const rows = await tx
    .updateTable('telephone_order')
    .set((e) => ({
      done_at: now,
      fault: e.case().when('made_at', '<', plus(now, -STALE)).then('stale').else(null).end(),
    }))
    .where('system_id', '=', systemId)
    .where('done_at', 'is', null)
    .returning(['id', 'action', 'fault'])
    .execute();
  return rows.filter(({ fault }) => fault === null).map(({ id, action }) => ({ id, order: action }));
}

export async function noteRefused(
  { tx }: Pick<Context, 'tx'>,
  id: Id<'telephone_order'>,
  fault: string,
): Promise<void> {
  await tx.updateTable('telephone_order').set({ fault }).where('id', '=', id).execute();
}
