import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import { DAY, later, plus } from '../../kernel/time.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import type { Context } from '../../platform/context.ts';
import { OWED_AS, REVIEW_AHEAD_DAYS, REVIEW_LADDER } from '../article.ts';
import type { Article } from '../facts.ts';
import { owedBy } from '../owed-by.ts';
import { reviewDaysOf } from '../intervals.ts';

/**
 * It was looked at: the review that was owed is kept, or late, and the next one is owed by its owner, so many days from now. A
 * post owes through whoever holds it.
 */
export async function oweNextReview(context: Context, article: Article): Promise<void> {
  const { tx, now } = context;
  await keepCommitments(context, { subjectId: article.id, kinds: [OWED_AS.review] });
  const days = (await reviewDaysOf(context))[article.sort];
  const dueAt = plus(now, days * DAY);
  const owed = await owedBy(context, article);
  await startCommitments(context, [
    {
      kind: OWED_AS.review,
      subject: { type: 'article', id: article.id },
      ticketId: null,
      ...owed,
      calendarId: await calendarFor(tx, 'always', owed),
      limit: { dueAt, ladder: REVIEW_LADDER },
      startedAt: later(now, plus(dueAt, -REVIEW_AHEAD_DAYS * DAY)),
    },
  ]);
}

export async function dropReview(context: Context, article: Article, reason: string): Promise<void> {
  await cancelCommitments(context, { subjectId: article.id, kinds: [OWED_AS.review], reason });
}
