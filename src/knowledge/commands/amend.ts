import type { z } from 'zod';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { NotFound, orRefuse } from '../../kernel/refusal.ts';
import { DAY, plus } from '../../kernel/time.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { orForbid } from '../../organisation/can.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { whyNotDecide } from '../amendment.ts';
import { OWED_AS, REVISION_DAYS, whyNotAmend, whyNotWrite } from '../article.ts';
import type { Article } from '../facts.ts';
import { owedBy } from '../owed-by.ts';
import { lockArticle } from '../facts.ts';
import type { amendInput, decideInput } from '../inputs.ts';

/**
 * A member of staff would have a rule of the house otherwise (KNOW-04). Not a suggestion of src/proposal: that is a customer's
 * matter with an accountable person and a department; this is said of one version of a text, by whoever may read it. Whoever
 * owns the rules owes the decision.
 */
export async function proposeAmendment(
  context: Context,
  articleId: Id<'article'>,
  input: z.output<typeof amendInput>,
): Promise<Id<'article_amendment'>> {
  const { tx, now } = context;
  const article = await lockArticle(context, articleId);
  const id = input.id ?? newId<'article_amendment'>(now);
  if (await tx.selectFrom('article_amendment').select('id').where('id', '=', id).executeTakeFirst()) return id;
  orRefuse(whyNotAmend(article));
  const { proposed, why } = input;
  const undecided = { decision: null, answer: null, decided_by_id: null, decided_at: null, carried_in: null };
  await tx
    .insertInto('article_amendment')
    .values({
      id,
      article_id: articleId,
      version: article.version,
      proposed,
      why,
      by_id: actingPerson(context),
      at: now,
      ...undecided,
    })
    .execute();
  await owe(context, article, id, OWED_AS.amendment);
  const data = { amendment: id, owner: article.owner_id, post: article.owner_post_id };
  await record(context, { subject: { type: 'article', id: articleId }, type: 'article.amendment_proposed', data });
  return id;
}

/** Its owner owes the decision, and of what was adopted the version that carries it. */
async function owe(context: Context, article: Article, id: Id<'article_amendment'>, kind: string): Promise<void> {
  const { limits } = await settingsOf(context);
  const answer = limits.answerSuggestion ?? limits.replyNotice;
  // a text is worded anew in a fortnight, where a word on it takes days; inferred
  const limit =
    kind === OWED_AS.revision ? { dueAt: plus(context.now, REVISION_DAYS * DAY), ladder: answer.ladder } : answer;
  const owed = await owedBy(context, article);
  await startCommitments(context, [
    {
      kind,
      subject: { type: 'article_amendment', id },
      ticketId: null,
      ...owed,
      calendarId: await calendarFor(context.tx, answer.calendar, owed),
      limit,
      startedAt: context.now,
    },
  ]);
}

/** What becomes of it, with the reason; whoever proposed it hears. What is adopted opens a revision: owed until a version carries it (RULE-01). */
export async function decideAmendment(
  context: Context,
  id: Id<'article_amendment'>,
  { decision, answer }: z.output<typeof decideInput>,
): Promise<void> {
  const { tx, now } = context;
  const asked = await tx.selectFrom('article_amendment').selectAll().where('id', '=', id).executeTakeFirst();
  if (!asked) throw new NotFound('article.amendment_unknown');
  const article = await lockArticle(context, asked.article_id);
  orForbid(whyNotWrite(context.actor, article));
  const row = tx.selectFrom('article_amendment').select('decision').where('id', '=', id).forNoKeyUpdate();
  orRefuse(whyNotDecide(await row.executeTakeFirstOrThrow()));
  await tx
    .updateTable('article_amendment')
    .set({ decision, answer, decided_by_id: actingPerson(context), decided_at: now })
    .where('id', '=', id)
    .execute();
  await keepCommitments(context, { subjectId: id, kinds: [OWED_AS.amendment] });
  if (decision !== 'declined') await owe(context, article, id, OWED_AS.revision);
  await record(context, {
    subject: { type: 'article', id: article.id },
    type: 'article.amendment_decided',
    data: { amendment: id, decision, to: asked.by_id },
  });
}
