import type { Id } from '../../kernel/id.ts';
import { NotFound, orRefuse } from '../../kernel/refusal.ts';
import { acknowledgeNotification } from '../../notification/commands/acknowledge-notification.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { broughtTo } from '../facts.ts';
import { whyNotReceive } from '../summary.ts';

/**
 * "I have it", dated: said by whom it was brought to, or who is in the post by now. Whatever told him of it is acknowledged with
 * it. Saying it twice changes nothing.
 */
export async function receiveSummary(context: Context, id: Id<'summary'>): Promise<void> {
  const { tx, now } = context;
  const me = actingPerson(context);
  const summary = await tx
    .selectFrom('summary')
    .select(['id', 'submitted_at', 'addressee_post_id'])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!summary) throw new NotFound('summary.unknown');
  const brought = await broughtTo(tx, id);
  if (brought.some(({ personId, receivedAt }) => personId === me && receivedAt !== null)) return;
  orRefuse(whyNotReceive(summary, brought, context.actor));
  await tx
    .insertInto('summary_addressee')
    .values({ summary_id: id, person_id: me, told_at: now, received_at: now })
    .onConflict((conflict) => conflict.columns(['summary_id', 'person_id']).doUpdateSet({ received_at: now }))
    .execute();
  await record(context, { subject: { type: 'summary', id }, type: 'summary.received' });
  await acknowledgeWhatTold(context, id, me);
}

async function acknowledgeWhatTold(context: Context, id: Id<'summary'>, me: Id<'person'>): Promise<void> {
  const told = await context.tx
    .selectFrom('notification')
    .select('id')
    .where('subject_id', '=', id)
    .where('person_id', '=', me)
    .where('type', 'like', 'summary.%')
    .where('needs_acknowledgement', '=', true)
    .where('acknowledged_at', 'is', null)
    .where('deliver_at', '<=', context.now)
    .execute();
  for (const one of told) await acknowledgeNotification(context, one.id);
}
