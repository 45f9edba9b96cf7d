import { newId } from '../../kernel/id.ts';
import type { Context, Event } from '../../platform/context.ts';
import { soonest } from '../../platform/context.ts';
import { bodyOf, CATALOGUE } from '../catalogue.ts';
import { endpoints } from '../endpoints.ts';
import type { Webhook } from '../webhook.ts';

/** Lays an event ready for every endpoint that asked for its type; it goes out once this has committed. A replayed past is no news. */
export async function announceToWebhooks(context: Context, event: Event): Promise<void> {
  if (!(event.type in CATALOGUE) || context.replaying) return;
  const asked = (await endpoints(context)).filter(({ types, off_at }) => off_at === null && types.includes(event.type));
  if (asked.length === 0) return;
  const { subject, ticketId, happenedAt, data } = event;
  const body = bodyOf(event.type, { at: happenedAt, subject, ticketId, facts: data });
  await layReady(context, asked, event.type, body);
}

/** One delivery for each of these, due now. */
export async function layReady(
  context: Context,
  to: readonly Pick<Webhook, 'id'>[],
  type: string,
  body: Record<string, unknown>,
): Promise<void> {
  await context.tx
    .insertInto('webhook_delivery')
    .values(
      to.map(({ id }) => ({
        id: newId<'webhook_delivery'>(context.now),
        webhook_id: id,
        type,
        body: JSON.stringify(body),
        at: context.now,
        next_at: context.now,
      })),
    )
    .execute();
  context.signals.outboxAt = soonest(context.signals.outboxAt, context.now);
}
