import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { posts } from '../../organisation/house.ts';
import { whoIsTold } from '../../organisation/queries.ts';
import type { Kind } from '../../pack/format.ts';
import type { Context } from '../../platform/context.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { OWED_CALL, OWED_DELIVERY } from '../receipt.ts';

/** Somebody who holds the post is to go to these households, or to call them: due like everything else. */
export async function oweOnReceipts(
  context: Context,
  ticket: Ticket,
  { by, limit }: NonNullable<Kind['receipts']>,
  kind: typeof OWED_DELIVERY | typeof OWED_CALL,
  ids: readonly Id<'notice_receipt'>[],
): Promise<void> {
  if (ids.length === 0) return;
  const where = { centreId: ticket.centre_id, departmentId: ticket.department_id };
  const postId = [...(await posts(context)).values()].find(({ key }) => key === by.post)?.id ?? null;
  const [ownerId = null] = await whoIsTold(context, { ...where, to: 'owner', postId });
  const calendarId = await calendarFor(context.tx, limit.calendar, where);
  const owed = { kind, ticketId: null, ownerId, postId, ...where, calendarId, limit, startedAt: context.now };
  await startCommitments(
    context,
    ids.map((id) => ({ ...owed, subject: { type: 'notice_receipt', id } })),
  );
}
