import { acknowledgeRung } from '../../commitment/commands/acknowledge-rung.ts';
import type { Id } from '../../kernel/id.ts';
import { NotFound, orRefuse, refusal } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';

/**
 * "I know": said to the rung that told him, which is not climbed again for want of an answer. Where a higher rung speaks by
 * now, or the promise is settled, only that he knows is kept. Saying it twice changes nothing.
 */
export async function acknowledgeNotification(context: Context, id: Id<'notification'>): Promise<void> {
  const me = actingPerson(context);
  const found = await context.tx
    .selectFrom('notification')
    .selectAll()
    .where('id', '=', id)
    .where('person_id', '=', me)
    .where('deliver_at', '<=', context.now)
    .executeTakeFirst();
  if (!found) throw new NotFound('notification.unknown');
  orRefuse(found.needs_acknowledgement ? null : refusal('notification.not_asked'));
  if (found.acknowledged_at !== null) return;
  await context.tx
    .updateTable('notification')
    .set({ acknowledged_at: context.now, read_at: found.read_at ?? context.now })
    .where('id', '=', id)
    .execute();
  context.signals.notified.add(me);
  await record(context, {
    subject: { type: 'notification', id },
    type: 'notification.acknowledged',
    ticketId: found.ticket_id,
    data: { type: found.type },
  });
  await answerRung(context, found.params);
}

async function answerRung(context: Context, params: Record<string, unknown>): Promise<void> {
  const commitmentId = params['commitment'] as Id<'commitment'> | null | undefined;
  if (!commitmentId) return;
  const standing = await context.tx
    .selectFrom('commitment')
    .select(['climbed', 'settled_at'])
    .where('id', '=', commitmentId)
    .executeTakeFirst();
  if (standing?.settled_at === null && standing.climbed === params['rung'])
    await acknowledgeRung(context, { commitmentId });
}
