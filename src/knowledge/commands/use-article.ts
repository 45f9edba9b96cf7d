import type { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, Refused } from '../../kernel/refusal.ts';
import { firstCentre } from '../../organisation/house.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { allowToSee, ticketById } from '../../ticket/facts.ts';
import { citation } from '../citation.ts';
import type { Article } from '../facts.ts';
import { articleInSight, versionOf } from '../facts.ts';
import type { citeInput, feedbackInput, usedInput } from '../inputs.ts';

type Used = z.output<typeof usedInput>;

/** It served somebody, on a matter or without one. */
export async function useArticle(
  context: Context,
  id: Id<'article'>,
  input: Used,
  way: 'used' | 'cited' = 'used',
): Promise<Article> {
  const { tx, now } = context;
  const article = await articleInSight(context, id);
  const ticketId = input.ticketId ?? null;
  if (ticketId !== null) await allowToSee(context, await ticketById(tx, ticketId));
  const useId = input.id ?? newId<'article_use'>(now);
  const fresh = await tx
    .insertInto('article_use')
    .values({
      id: useId,
      article_id: id,
      version: article.version,
      ticket_id: ticketId,
      way,
      by_id: actingPerson(context),
      at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (Number(fresh.numInsertedOrUpdatedRows) === 0) return article;
  await record(context, {
    subject: { type: 'article', id },
    type: `article.${way}`,
    ticketId,
    data: { version: article.version },
  });
  return article;
}

/** The words with which an answer to the customer cites it, and where he reads it himself, if he may (KNOW-03). */
export async function citeArticle(
  context: Context,
  id: Id<'article'>,
  { language, ...input }: z.output<typeof citeInput>,
): Promise<{ text: string; page: string | null }> {
  const article = await useArticle(context, id, input, 'cited');
  if (article.sort === 'experience') throw new Refused('article.experience_is_inside');
  const said = await versionOf(context, article);
  const onPage = article.audience === 'public' && article.centre_id === (await firstCentre(context)).id;
  return { text: citation(article, said, language), page: onPage ? `c/articles/${id}` : null };
}

/** Whether it helped; that it did not, with the reason, reaches whoever answers for it. */
export async function giveArticleFeedback(
  context: Context,
  id: Id<'article'>,
  input: z.output<typeof feedbackInput>,
): Promise<void> {
  const article = await articleInSight(context, id);
  if (!input.helpful && input.words === '') throw new Invalid('article.feedback_unsaid', { path: 'words' });
  const fresh = await context.tx
    .insertInto('article_feedback')
    .values({
      id: input.id ?? newId<'article_feedback'>(context.now),
      article_id: id,
      version: article.version,
      helpful: input.helpful,
      words: input.words,
      by_id: actingPerson(context),
      at: context.now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (Number(fresh.numInsertedOrUpdatedRows) === 0) return;
  await record(context, {
    subject: { type: 'article', id },
    type: 'article.feedback_given',
    data: { helpful: input.helpful, owner: article.owner_id, post: article.owner_post_id },
  });
}
