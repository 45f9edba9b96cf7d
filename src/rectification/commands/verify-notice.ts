import type { z } from 'zod';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import { Invalid, orRefuse } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { orForbid } from '../../organisation/can.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { clocksOfNotices } from '../clocks.ts';
import type { Placed } from '../facts.ts';
import { lockNotice, whyNotOnNotice } from '../facts.ts';
import type { verifyNoticeInput } from '../inputs.ts';
import { whyNotVerify } from '../rectification.ts';

/** Looks whether it was put right: accepted, which closes the notice; or not, with the reason and a new deadline. */
export async function verifyNotice(
  context: Context,
  id: string,
  input: z.output<typeof verifyNoticeInput>,
): Promise<void> {
  const placed = await lockNotice(context, id);
  const { notice } = placed;
  orForbid(whyNotOnNotice(context.actor, 'rectification.verify', placed));
  orRefuse(whyNotVerify(notice, context.actor.personId));
  await keepCommitments(context, { subjectId: notice.id, kinds: ['verify_notice'] });
  if (input.accepted) await accept(context, placed);
  else await reject(context, placed, input);
}

async function accept(context: Context, { notice }: Placed): Promise<void> {
  await context.tx
    .updateTable('rectification')
    .set({ verdict: 'accepted', verified_by_id: actingPerson(context), verified_at: context.now })
    .where('id', '=', notice.id)
    .execute();
  await record(context, {
    subject: { type: 'rectification', id: notice.id },
    type: 'rectification.verified',
    ticketId: notice.ticket_id,
    data: { number: notice.number, addressee: notice.addressee_id },
  });
}

async function reject(context: Context, placed: Placed, input: z.output<typeof verifyNoticeInput>): Promise<void> {
  const { notice } = placed;
  if (input.deadlineAt && input.deadlineAt <= context.now)
    throw new Invalid('notice.deadline_in_past', { path: 'deadlineAt' });
  await keepReply(context, placed, input.reason);
  const deadlineAt = await awaitAnother(context, placed, input.deadlineAt);
  await context.tx
    .updateTable('rectification')
    .set({ verdict: 'rejected', reply: null, replied_by_id: null, replied_at: null, deadline_at: deadlineAt })
    .where('id', '=', notice.id)
    .execute();
  await record(context, {
    subject: { type: 'rectification', id: notice.id },
    type: 'rectification.rejected',
    ticketId: notice.ticket_id,
    data: { number: notice.number, addressee: notice.addressee_id, deadlineAt },
  });
}

/** What was replied, and why that was not enough, stays. */
async function keepReply(context: Context, { notice }: Placed, reason: string): Promise<void> {
  const before = await context.tx
    .selectFrom('rejected_reply')
    .select((e) => e.fn.max('no').as('no'))
    .where('rectification_id', '=', notice.id)
    .executeTakeFirst();
  await context.tx
    .insertInto('rejected_reply')
    .values({
      rectification_id: notice.id,
      no: (before?.no ?? 0) + 1,
      reply: notice.reply!,
      replied_by_id: notice.replied_by_id,
      replied_at: notice.replied_at!,
      reason,
      rejected_by_id: actingPerson(context),
      rejected_at: context.now,
    })
    .execute();
}

async function awaitAnother(context: Context, placed: Placed, dueAt: Instant | undefined): Promise<Instant> {
  const { limits } = await settingsOf(context);
  const owed = {
    kind: 'reply_notice' as const,
    noticeId: placed.notice.id,
    ownerId: placed.notice.addressee_id,
    departmentId: placed.notice.department_id,
    centreId: placed.centreId,
    limit: limits.replyNotice,
    dueAt,
    startedAt: context.now,
  };
  const [started] = await startCommitments(context, await clocksOfNotices(context, [owed]));
  return started!.due_at;
}
