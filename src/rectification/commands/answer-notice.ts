import type { z } from 'zod';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { orRefuse } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { orForbid } from '../../organisation/can.ts';
import { postOfRole } from '../../organisation/queries.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { happened, record } from '../../platform/journal.ts';
import { clocksOfNotices } from '../clocks.ts';
import type { Placed } from '../facts.ts';
import { lockNotice, whyNotOnNotice } from '../facts.ts';
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
  orForbid(whyNotOnNotice(context.actor, 'rectification.answer', placed));
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
  orForbid(whyNotOnNotice(context.actor, 'rectification.answer', placed));
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

/** Who looks at it where the one who issued it cannot, the nearest first. */
const VERIFIERS = ['supervisor', 'centre_manager', 'deputy_general_manager'] as const;

/**
 * Whoever issued it; where a clock did, he is gone, or it is his own to mend, the supervisor of the centre, or the next above who
 * had no part in it.
 */
async function verifierOf(context: Context, { notice, centreId }: Placed): Promise<Verifier> {
  const mends = new Set([notice.addressee_id, context.actor.personId]);
  if (notice.issued_by_id !== null && !mends.has(notice.issued_by_id) && (await isHere(context, notice.issued_by_id)))
    return { id: null, holderId: notice.issued_by_id };
  const posts = await Promise.all(VERIFIERS.map((role) => postOfRole(context, role, centreId)));
  return posts.find(({ holderId }) => !mends.has(holderId)) ?? posts[0]!;
}

async function isHere({ tx }: Context, personId: Id<'person'>): Promise<boolean> {
  const here = tx.selectFrom('person').select('id').where('id', '=', personId).where('left_at', 'is', null);
  return (await here.executeTakeFirst()) !== undefined;
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
