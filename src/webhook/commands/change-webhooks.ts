import type { Id } from '../../kernel/id.ts';
import { Invalid, NotFound, Refused } from '../../kernel/refusal.ts';
import { plus } from '../../kernel/time.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { AddWebhook, ChangeWebhook } from '../inputs.ts';
import type { Webhook } from '../webhook.ts';
import { FORMER_SECRET_FOR, newSecret, whyNotUrl } from '../webhook.ts';

/** More than that is a mistake, or somebody's experiment. */
const MOST = 20;

function orInvalidUrl(url: string, privateAllowed: boolean): void {
  const why = whyNotUrl(url, privateAllowed);
  if (why) throw new Invalid(why.code, { path: 'url' });
}

export async function lockWebhook(context: Context, id: string): Promise<Webhook> {
  orForbid(can(context.actor, 'exchange.manage', {}));
  const webhook = await context.tx
    .selectFrom('webhook')
    .selectAll()
    .where('id', '=', id as Webhook['id'])
    .where('ended_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!webhook) throw new NotFound('webhook.unknown');
  return webhook;
}

/** Adds an endpoint; its secret is told this once. */
export async function addWebhook(
  context: Context,
  input: AddWebhook,
  privateAllowed: boolean,
): Promise<{ id: Id<'webhook'>; secret: string }> {
  orForbid(can(context.actor, 'exchange.manage', {}));
  orInvalidUrl(input.url, privateAllowed);
  const there = await context.tx.selectFrom('webhook').select('id').where('ended_at', 'is', null).execute();
  if (there.some(({ id }) => id === input.id)) throw new Refused('webhook.there_already');
  if (there.length >= MOST) throw new Refused('webhook.too_many', { most: MOST });
  const secret = newSecret();
  const { id, name, url, types } = input;
  await context.tx
    .insertInto('webhook')
    .values({
      id,
      name,
      url,
      types,
      secret,
      former_secret: null,
      former_until: null,
      made_by_id: actingPerson(context),
      made_at: context.now,
      off_at: null,
      off_because: null,
      ended_at: null,
    })
    .execute();
  await context.tx
    .insertInto('webhook_state')
    .values({ webhook_id: id, failing_since: null, last_success_at: null })
    .execute();
  await record(context, { subject: { type: 'webhook', id }, type: 'webhook.added', data: { types } });
  return { id, secret };
}

/** Another name, address or choice of events; off and on by hand. What waited while it was off goes out once it is on. */
export async function changeWebhook(
  context: Context,
  id: string,
  input: ChangeWebhook,
  privateAllowed: boolean,
): Promise<void> {
  const webhook = await lockWebhook(context, id);
  if (input.url !== undefined) orInvalidUrl(input.url, privateAllowed);
  const { on, ...facts } = input;
  const turned =
    on === undefined || on === (webhook.off_at === null)
      ? {}
      : on
        ? { off_at: null, off_because: null }
        : { off_at: context.now, off_because: 'by_hand' as const };
  const change = { ...facts, ...turned };
  if (Object.keys(change).length === 0) return;
  await context.tx.updateTable('webhook').set(change).where('id', '=', webhook.id).execute();
  if (on === true) {
    await context.tx
      .updateTable('webhook_state')
      .set({ failing_since: null })
      .where('webhook_id', '=', webhook.id)
      .execute();
    context.signals.outboxAt = context.now;
  }
  const { types } = input;
  await record(context, {
    subject: { type: 'webhook', id },
    type: 'webhook.changed',
    data: { changed: Object.keys(input), former: { types: webhook.types }, ...(types ? { types } : {}), ...turned },
  });
}

/** Another secret, told this once; the former signs beside it for a day. */
export async function rotateSecret(context: Context, id: string): Promise<{ secret: string }> {
  const webhook = await lockWebhook(context, id);
  const secret = newSecret();
  const former_until = plus(context.now, FORMER_SECRET_FOR);
  await context.tx
    .updateTable('webhook')
    .set({ secret, former_secret: webhook.secret, former_until })
    .where('id', '=', webhook.id)
    .execute();
  await record(context, { subject: { type: 'webhook', id }, type: 'webhook.secret_renewed', data: { former_until } });
  return { secret };
}

/** Nothing goes there any more; its secrets go, what was sent stays in the log for its time. */
export async function endWebhook(context: Context, id: string): Promise<void> {
  const webhook = await lockWebhook(context, id);
  await context.tx
    .updateTable('webhook')
    .set({ ended_at: context.now, secret: '', former_secret: null, former_until: null })
    .where('id', '=', webhook.id)
    .execute();
  await context.tx
    .updateTable('webhook_delivery')
    .set({ state: 'given_up', next_at: null })
    .where('webhook_id', '=', webhook.id)
    .where('state', '=', 'waiting')
    .execute();
  await record(context, { subject: { type: 'webhook', id }, type: 'webhook.ended' });
}
