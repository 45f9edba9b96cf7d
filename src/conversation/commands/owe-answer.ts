import { channelOf } from '../../channel/channels.ts';
import { KIND_FACTS } from '../../channel/kinds.ts';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { whoIsTold } from '../../organisation/queries.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { answerLimit } from '../answer-limit.ts';
import type { Conversation } from '../conversation.ts';
import { OWED_AS } from '../conversation.ts';

/**
 * Somebody waits from this moment on: an answer is owed, once, however often he writes again before it. By the limit of its
 * channel, unless another is named.
 */
export async function oweAnswer(
  context: Context,
  conversation: Conversation,
  at: Instant,
  by?: 'answerMessage',
): Promise<void> {
  if (conversation.waiting_since !== null) return;
  const { limits } = await settingsOf(context);
  const { kind } = await channelOf(context, conversation.channel_id);
  const limit = answerLimit(limits, by ?? KIND_FACTS[kind].limit);
  const where = { centreId: conversation.centre_id, departmentId: conversation.department_id };
  await startCommitments(context, [
    {
      kind: OWED_AS,
      subject: { type: 'conversation', id: conversation.id },
      ticketId: null,
      ownerId: conversation.owner_id ?? (await whoAnswersFor(context, conversation)),
      ...where,
      calendarId: await calendarFor(context.tx, limit.calendar, where),
      limit,
      startedAt: at,
    },
  ]);
}

/** Until somebody takes it: the head of its department, or whoever stands at the front desk now. */
async function whoAnswersFor(
  context: Context,
  { centre_id, department_id }: Conversation,
): Promise<Id<'person'> | null> {
  const to = department_id === null ? 'front_desk' : 'department_head';
  return (await whoIsTold(context, { to, centreId: centre_id, departmentId: department_id }))[0] ?? null;
}

/** He has an answer: kept or late by when it was given. */
export async function keepAnswer(context: Context, conversation: Conversation, at: Instant): Promise<void> {
  await keepCommitments(context, { subjectId: conversation.id, kinds: [OWED_AS], happenedAt: at });
}

/** Nobody waits after all: it asked for nothing, or was no customer. */
export async function dropAnswer(context: Context, conversation: Conversation, reason: string): Promise<void> {
  await cancelCommitments(context, { subjectId: conversation.id, kinds: [OWED_AS], reason });
}
