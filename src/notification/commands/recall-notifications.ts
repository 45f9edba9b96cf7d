import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { NotificationType } from '../vocabulary.ts';

export type Said = {
  subjectId: string;
  types: readonly NotificationType[];
  /** Of what clocks said: only these rungs. */
  rungs?: readonly number[] | undefined;
};

/**
 * What was said is not so any more: the offer was withdrawn, the work order cancelled, the promise kept after all. What has
 * not been delivered yet never will be, which makes an undo within the undo delay real; the journal keeps that it was to
 * be said. Answers with the people who have been told already: they must be told that it is otherwise.
 */
export async function recallNotifications(context: Context, said: Said): Promise<Id<'person'>[]> {
  if (said.types.length === 0) return [];
  const rows = await context.tx
    .selectFrom('notification')
    .select(['id', 'person_id', 'type', 'ticket_id', 'params', 'deliver_at'])
    .where('subject_id', '=', said.subjectId)
    .where('type', 'in', said.types)
    .execute();
  const meant = rows.filter(({ params }) => !said.rungs || said.rungs.includes(params['rung'] as number));
  const waiting = meant.filter((row) => row.deliver_at > context.now);
  if (waiting.length > 0) {
    const ids = waiting.map(({ id }) => id);
    await context.tx.deleteFrom('notification').where('id', 'in', ids).execute();
    await record(
      context,
      ...waiting.map((row) => ({
        subject: { type: 'notification' as const, id: row.id },
        type: 'notification.recalled',
        ticketId: row.ticket_id,
        data: { type: row.type, to: row.person_id },
      })),
    );
  }
  const told = meant.filter((row) => row.deliver_at <= context.now);
  return [...new Set(told.map((row) => row.person_id))];
}
