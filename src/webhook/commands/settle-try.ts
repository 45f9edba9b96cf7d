import { sql } from 'kysely';
import { plus } from '../../kernel/time.ts';
import { notify } from '../../notification/commands/notify.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Posted } from '../../platform/outward/posted.ts';
import type { Webhook } from '../webhook.ts';
import { hasFailedLong, verdictOf, waitAfter } from '../webhook.ts';
import type { Due } from './claim-due.ts';

/** Notes what came of a try: what it answered, and when it is tried again, if ever. Switches an endpoint off that is gone. */
export async function settleTry(context: Context, delivery: Due, posted: Posted): Promise<void> {
  const { tx, now } = context;
  const { status, answer, milliseconds, error } = posted;
  await sql`
    insert into webhook_try (delivery_id, no, at, milliseconds, status, answer, error)
    select ${delivery.id}, 1 + coalesce(max(no), 0), ${now}::timestamptz, ${milliseconds}, ${status}, ${answer}, ${error}
    from webhook_try where delivery_id = ${delivery.id}`.execute(tx);
  // whoever has its log open sees it at once
  context.signals.changed.set(delivery.webhook_id, 'webhook');
  const verdict = verdictOf(status);
  const wait = verdict === 'again' ? waitAfter(delivery.tries) : null;
  const state = verdict === 'delivered' ? 'delivered' : wait === null ? 'given_up' : 'waiting';
  await tx
    .updateTable('webhook_delivery')
    .set({ state, next_at: wait === null ? null : plus(now, wait) })
    .where('id', '=', delivery.id)
    .execute();
  await noteHealth(context, delivery.webhook_id, verdict === 'delivered');
  if (verdict === 'gone') await switchOff(context, delivery.webhook_id, 'gone');
}

/** Since when nothing has come through. Touched only where that changes, for every delivery of an endpoint meets here. */
async function noteHealth(context: Context, id: Webhook['id'], through: boolean): Promise<void> {
  const { tx, now } = context;
  if (through) {
    await sql`update webhook_state set failing_since = null, last_success_at = ${now}::timestamptz
      where webhook_id = ${id} and (failing_since is not null or last_success_at is null
        or last_success_at < ${plus(now, -60_000)}::timestamptz)`.execute(tx);
    return;
  }
  await sql`update webhook_state set failing_since = ${now}::timestamptz
    where webhook_id = ${id} and failing_since is null`.execute(tx);
  const { failing_since } = await tx
    .selectFrom('webhook_state')
    .select('failing_since')
    .where('webhook_id', '=', id)
    .executeTakeFirstOrThrow();
  if (hasFailedLong(failing_since, now)) await switchOff(context, id, 'failing');
}

/** Nothing more is sent there until somebody has looked: whoever made it, and whoever may connect systems, is told. */
async function switchOff(context: Context, id: Webhook['id'], because: 'gone' | 'failing'): Promise<void> {
  const off = await context.tx
    .updateTable('webhook')
    .set({ off_at: context.now, off_because: because })
    .where('id', '=', id)
    .where('off_at', 'is', null)
    .returning('made_by_id')
    .executeTakeFirst();
  if (!off) return;
  const subject = { type: 'webhook' as const, id };
  await record(context, { subject, type: 'webhook.switched_off', data: { because } });
  const people = new Set([off.made_by_id, ...(await administrators(context))]);
  await notify(
    context,
    [...people].map((personId) => ({ personId, subject, ticketId: null, type: 'webhook.off', params: { because } })),
  );
}

async function administrators({ tx }: Context): Promise<Webhook['made_by_id'][]> {
  const { rows } = await sql<{ id: Webhook['made_by_id'] }>`
    select distinct p.id from person p join person_post pp on pp.person_id = p.id and pp.deputy_rank is null
      join post po on po.id = pp.post_id and po.rights ? 'exchange.manage'
    where p.left_at is null`.execute(tx);
  return rows.map(({ id }) => id);
}
