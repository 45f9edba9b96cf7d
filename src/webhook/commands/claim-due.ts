import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import { MINUTE, plus } from '../../kernel/time.ts';
import type { Tx } from '../../platform/tx.ts';

export type Due = {
  id: Id<'webhook_delivery'>;
  webhook_id: Id<'webhook'>;
  sequence: number;
  body: { type: string; timestamp: string; data: Record<string, unknown> };
  tries: number;
};

/** Longer than a try may last. A node that dies in between is missed then, and another sends it once more under the same id. */
const LEASE = 2 * MINUTE;

/**
 * Takes what is due of one endpoint, the oldest first, `most` at once. Each is noted as tried and not due again before its
 * lease ends. By the partial index of what waits.
 */
export async function claimDue(tx: Tx, webhookId: Id<'webhook'>, now: Instant, most: number): Promise<Due[]> {
  const { rows } = await sql<Due>`
    update webhook_delivery d set tries = d.tries + 1, next_at = ${plus(now, LEASE)}::timestamptz
    from (select id from webhook_delivery where webhook_id = ${webhookId} and state = 'waiting' and next_at <= ${now}::timestamptz
      order by next_at limit ${most} for update skip locked) due
    where d.id = due.id returning d.id, d.webhook_id, d.sequence, d.body, d.tries`.execute(tx);
  return rows.toSorted((one, other) => one.sequence - other.sequence);
}

/** When the next falls due at an endpoint; null: nothing waits. */
export async function nextDue(tx: Tx, webhookId: Id<'webhook'>): Promise<Instant | null> {
  const row = await tx
    .selectFrom('webhook_delivery')
    .select('next_at')
    .where('webhook_id', '=', webhookId)
    .where('state', '=', 'waiting')
    .orderBy('next_at')
    .limit(1)
    .executeTakeFirst();
  return row?.next_at ?? null;
}

/** What was claimed and not tried: due at once, as if nobody had taken it. */
export async function giveBack(tx: Tx, untried: readonly Due[], now: Instant): Promise<void> {
  await tx
    .updateTable('webhook_delivery')
    .set((e) => ({ next_at: now, tries: e('tries', '-', 1) }))
    .where(
      'id',
      'in',
      untried.map(({ id }) => id),
    )
    .where('state', '=', 'waiting')
    .where('tries', '>', 0)
    .execute();
}

/** What is past its time goes, a batch at a time; what still waits stays. */
export async function forgetOldDeliveries(tx: Tx, before: Instant, most: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from webhook_delivery where id in (
      select id from webhook_delivery where at < ${before}::timestamptz and state <> 'waiting' limit ${most})`.execute(
    tx,
  );
  return Number(numAffectedRows ?? 0);
}
