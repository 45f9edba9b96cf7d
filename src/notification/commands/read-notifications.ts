import type { Id } from '../../kernel/id.ts';
import { NotFound } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';

/** I have read this one. Reading is nobody else's business and stands in no journal. */
export async function readNotification(context: Context, id: Id<'notification'>): Promise<void> {
  const me = actingPerson(context);
  const found = await context.tx
    .selectFrom('notification')
    .select('read_at')
    .where('id', '=', id)
    .where('person_id', '=', me)
    .where('deliver_at', '<=', context.now)
    .executeTakeFirst();
  if (!found) throw new NotFound('notification.unknown');
  if (found.read_at !== null) return;
  await context.tx.updateTable('notification').set({ read_at: context.now }).where('id', '=', id).execute();
  context.signals.notified.add(me);
}

/** I have read all that was delivered so far, save what waits for my "I know". */
export async function readAllNotifications(context: Context): Promise<void> {
  const me = actingPerson(context);
  await context.tx
    .updateTable('notification')
    .set({ read_at: context.now })
    .where('person_id', '=', me)
    .where('read_at', 'is', null)
    .where('deliver_at', '<=', context.now)
    .where((e) => e.or([e('needs_acknowledgement', '=', false), e('acknowledged_at', 'is not', null)]))
    .execute();
  context.signals.notified.add(me);
}
