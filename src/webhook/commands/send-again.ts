import type { Id } from '../../kernel/id.ts';
import { NotFound, Refused } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { bodyOf, TEST_TYPE } from '../catalogue.ts';
import { layReady } from './announce.ts';
import { lockWebhook } from './change-webhooks.ts';

/** Sends a delivery for a try: whether a receiver hears, and can check the signature. */
export async function testWebhook(context: Context, id: string): Promise<void> {
  const webhook = await lockWebhook(context, id);
  if (webhook.off_at !== null) throw new Refused('webhook.off');
  const subject = { type: 'webhook' as const, id };
  await layReady(
    context,
    [webhook],
    TEST_TYPE,
    bodyOf(TEST_TYPE, { at: context.now, subject, ticketId: null, facts: {} }),
  );
}

/** Sends one again under its own webhook-id, so that a receiver that has it knows it. */
export async function replayDelivery(context: Context, deliveryId: string): Promise<void> {
  const delivery = await context.tx
    .selectFrom('webhook_delivery')
    .select(['id', 'webhook_id'])
    .where('id', '=', deliveryId as Id<'webhook_delivery'>)
    .forUpdate()
    .executeTakeFirst();
  if (!delivery) throw new NotFound('webhook.delivery_unknown');
  const webhook = await lockWebhook(context, delivery.webhook_id);
  if (webhook.off_at !== null) throw new Refused('webhook.off');
  await context.tx
    .updateTable('webhook_delivery')
    .set({ state: 'waiting', next_at: context.now, tries: 0 })
    .where('id', '=', delivery.id)
    .execute();
  context.signals.outboxAt = context.now;
  await record(context, {
    subject: { type: 'webhook', id: webhook.id },
    type: 'webhook.sent_again',
    data: { delivery: delivery.id },
  });
}

/** The same for everything since a moment: after a receiver lost what it had. Says how many. */
export async function replaySince(context: Context, id: string, since: Instant): Promise<number> {
  const webhook = await lockWebhook(context, id);
  if (webhook.off_at !== null) throw new Refused('webhook.off');
  const { numUpdatedRows } = await context.tx
    .updateTable('webhook_delivery')
    .set({ state: 'waiting', next_at: context.now, tries: 0 })
    .where('webhook_id', '=', webhook.id)
    .where('at', '>=', since)
    .executeTakeFirst();
  context.signals.outboxAt = context.now;
  const count = Number(numUpdatedRows);
  await record(context, { subject: { type: 'webhook', id }, type: 'webhook.sent_again', data: { since, count } });
  return count;
}
