import { DAY, plus, SECOND } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { Id } from '../../kernel/id.ts';
import type { Order } from '../order.ts';

/** What nobody took in this time is not done any more: whoever asked for it has long done something else. */
const TOO_LATE = 20 * SECOND;
/** What is written of such. */
export const STALE = 'stale';

/** `fault`: it is not asked any more, or was refused. */
export type Waiting = { id: Id<'telephone_order'>; order: Order; byId: Id<'person'>; fault: string | null };

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
      fault: e.case().when('made_at', '<', plus(now, -TOO_LATE)).then(STALE).else(null).end(),
    }))
    .where('system_id', '=', systemId)
    .where('done_at', 'is', null)
    .returning(['id', 'action', 'by_id', 'fault'])
    .execute();
  return rows.map(({ id, action, by_id, fault }) => ({ id, order: action, byId: by_id, fault }));
}

export async function noteRefused(
  { tx }: Pick<Context, 'tx'>,
  id: Id<'telephone_order'>,
  fault: string,
): Promise<void> {
  await tx.updateTable('telephone_order').set({ fault }).where('id', '=', id).execute();
}
