import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';

/** Somebody is absent or leaves: notices addressed to him and not yet closed go to the successor; their clocks move along. */
export async function moveOpenNotices(context: Context, from: Id<'person'>, to: Id<'person'>): Promise<void> {
  const open = await context.tx
    .updateTable('rectification')
    .set({ addressee_id: to })
    .where('addressee_id', '=', from)
    .where('withdrawn_at', 'is', null)
    .where((e) => e.or([e('verdict', 'is', null), e('verdict', '=', 'rejected')]))
    .returning(['id', 'number', 'ticket_id'])
    .execute();
  await record(
    context,
    ...open.map(({ id, number, ticket_id }) => ({
      subject: { type: 'rectification' as const, id },
      type: 'rectification.readdressed',
      ticketId: ticket_id,
      data: { number, from, to },
    })),
  );
}
