import type { z } from 'zod';
import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import type { ErrorCause } from '../../commitment/told-in-error.ts';
import type { Id } from '../../kernel/id.ts';
import { orRefuse } from '../../kernel/refusal.ts';
import { orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { NOTICE_CLOCKS } from '../clocks.ts';
import { lockNotice, whyNotOnNotice } from '../facts.ts';
import type { withdrawNoticeInput } from '../inputs.ts';
import type { Notice } from '../rectification.ts';
import { whyNotWithdraw } from '../rectification.ts';

/** Takes a notice back, with the reason. It is never deleted: its number, and that it was withdrawn, stay. */
export async function withdrawNotice(
  context: Context,
  id: string,
  input: z.output<typeof withdrawNoticeInput>,
): Promise<void> {
  const placed = await lockNotice(context, id);
  orForbid(whyNotOnNotice(context.actor, 'rectification.issue', placed));
  orRefuse(whyNotWithdraw(placed.notice, context.actor.personId));
  await withdraw(context, placed.notice, input.reason, context.actor.personId);
}

/**
 * The clock had it wrong: the promise was kept in time and reported late, or stood still at the time. The notice that was
 * issued for it is withdrawn with that as its reason, in the name of nobody. One verified already has had its effect.
 */
export async function withdrawLateNotice(
  context: Context,
  commitmentId: Id<'commitment'>,
  because: ErrorCause,
): Promise<void> {
  const notice = await context.tx
    .selectFrom('rectification')
    .selectAll()
    .where('commitment_id', '=', commitmentId)
    .where('source', '=', 'late')
    .where('withdrawn_at', 'is', null)
    .where('verified_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (notice) await withdraw(context, notice, because, null);
}

async function withdraw(context: Context, notice: Notice, reason: string, byId: Id<'person'> | null): Promise<void> {
  await context.tx
    .updateTable('rectification')
    .set({ withdrawn_at: context.now, withdrawn_by_id: byId, withdrawn_reason: reason })
    .where('id', '=', notice.id)
    .execute();
  await cancelCommitments(context, { subjectId: notice.id, kinds: NOTICE_CLOCKS, reason: 'notice_withdrawn' });
  await record(context, {
    subject: { type: 'rectification', id: notice.id },
    type: 'rectification.withdrawn',
    ticketId: notice.ticket_id,
    data: { number: notice.number, addressee: notice.addressee_id, inError: byId === null },
  });
}
