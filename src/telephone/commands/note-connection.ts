import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Tx } from '../../platform/tx.ts';

export async function noteConnected(tx: Tx, id: Id<'telephone_system'>, now: Instant): Promise<void> {
  await tx
    .updateTable('telephone_system')
    .set({ connected_at: now, failing_since: null, fault: null })
    .where('id', '=', id)
    .execute();
}

/** It cannot be heard; answers whether that is news. */
export async function noteLost(tx: Tx, id: Id<'telephone_system'>, now: Instant, fault: string): Promise<boolean> {
  const former = await tx
    .selectFrom('telephone_system')
    .select(['fault', 'failing_since'])
    .where('id', '=', id)
    .executeTakeFirst();
  await tx
    .updateTable('telephone_system')
    .set({ connected_at: null, failing_since: former?.failing_since ?? now, fault })
    .where('id', '=', id)
    .execute();
  return former?.fault !== fault;
}
