import type { z } from 'zod';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { orRefuse } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { postOfRole } from '../../organisation/queries.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { happened, record } from '../../platform/journal.ts';
import { clocksOfNotices } from '../clocks.ts';
import type { Placed } from '../facts.ts';
import { lockNotice, thingOfNotice } from '../facts.ts';
import type { receiveNoticeInput, replyNoticeInput } from '../inputs.ts';
import type { Notice } from '../rectification.ts';
import { whyNotReceive, whyNotReply } from '../rectification.ts';

/** The department signs for the notice. */
export async function receiveNotice(
  context: Context,
  id: string,
  input: z.output<typeof receiveNoticeInput>,
): Promise<void> {
  const placed = await lockNotice(context, id);
  orForbid(can(context.actor, 'rectification.answer', thingOfNotice(placed)));
  orRefuse(whyNotReceive(placed.notice));
  await receive(context, placed, happened(context, input.happenedAt, placed.notice.issued_at));
}

async function receive(context: Context, { notice }: Placed, at: Instant): Promise<void> {
  await context.tx
    .updateTable('rectification')
    .set({ received_by_id: actingPerson(context), received_at: at })
    .where('id', '=', notice.id)
    .execute();
  await keepCommitments(context, { subjectId: notice.id, kinds: ['accept_notice'], happenedAt: at });
  await record(context, {
    subject: { type: 'rectification', id: notice.id },
    type: 'rectification.received',
    ticketId: notice.ticket_id,
    happenedAt: at,
    data: { number: notice.number },
  });
}

/** What the department did about it. Replying is signing for it too. Whoever issued it looks whether it is put right. */
export async function replyNotice(
  context: Context,
  id: string,
  input: z.output<typeof replyNoticeInput>,
): Promise<void> {
  const placed = await lockNotice(context, id);
  const { notice } = placed;
  orForbid(can(context.actor, 'rectification.answer', thingOfNotice(placed)));
  orRefuse(whyNotReply(notice));
  const at = happened(context, input.happenedAt, await awaitedSince(context, notice));
  if (notice.received_at === null) await receive(context, placed, at);
  await context.tx
    .updateTable('rectification')
    .set({ reply: input.measures, replied_by_id: actingPerson(context), replied_at: at, verdict: null })
    .where('id', '=', notice.id)
    .execute();
  await keepCommitments(context, { subjectId: notice.id, kinds: ['reply_notice'], happenedAt: at });
  const verifier = await verifierOf(context, placed);
  await awaitVerification(context, placed, verifier, at);
  await record(context, {
    subject: { type: 'rectification', id: notice.id },
    type: 'rectification.replied',
    ticketId: notice.ticket_id,
    happenedAt: at,
    data: { number: notice.number, verifier: verifier.holderId },
  });
}

/** A reply answers what was last asked: the notice, or the rejection of the reply before. */
async function awaitedSince(context: Context, notice: Notice): Promise<Instant> {
  if (notice.verdict !== 'rejected') return notice.issued_at;
  const last = await context.tx
    .selectFrom('rejected_reply')
    .select('rejected_at')
    .where('rectification_id', '=', notice.id)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.rejected_at ?? notice.issued_at;
}

type Verifier = { id: Id<'post'> | null; holderId: Id<'person'> | null };

/** Whoever issued it; where a clock did, or he is gone, the supervisor of the centre. */
async function verifierOf(context: Context, { notice }: Placed): Promise<Verifier> {
  const issuer =
    notice.issued_by_id === null
      ? undefined
      : await context.tx
          .selectFrom('person')
          .select('id')
          .where('id', '=', notice.issued_by_id)
          .where('left_at', 'is', null)
          .executeTakeFirst();
  return issuer ? { id: null, holderId: issuer.id } : postOfRole(context, 'supervisor');
}

async function awaitVerification(context: Context, placed: Placed, verifier: Verifier, at: Instant): Promise<void> {
  const { limits } = await settingsOf(context);
  const owed = {
    kind: 'verify_notice' as const,
    noticeId: placed.notice.id,
    ownerId: verifier.holderId,
    postId: verifier.id,
    departmentId: placed.notice.department_id,
    centreId: placed.centreId,
    limit: limits.verifyNotice,
    startedAt: at,
  };
  await startCommitments(context, await clocksOfNotices(context, [owed]));
}
