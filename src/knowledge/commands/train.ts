import type { Id } from '../../kernel/id.ts';
import { Invalid, orRefuse } from '../../kernel/refusal.ts';
import { orForbid } from '../../organisation/can.ts';
import { posts } from '../../organisation/house.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { whyNotTrain, whyNotWrite } from '../article.ts';
import type { Article } from '../facts.ts';
import { articleInSight, lockSeen } from '../facts.ts';
import type { Train } from '../inputs.ts';
import { askWhoIsBound } from './ask-to-read.ts';

/**
 * Which posts a standard process binds and which articles belong to its training, all of them anew (QUAL-02). Whoever holds one of the
 * posts is asked to read the process and each of those, and passes their tests before he confirms the process.
 */
export async function train(context: Context, id: Id<'article'>, input: Train): Promise<void> {
  const { tx } = context;
  const article = await lockSeen(context, id, input.version);
  orForbid(whyNotWrite(context.actor, article));
  orRefuse(whyNotTrain(article));
  await allHere(context, article, input);
  const before = await trainingOf(context, id);
  await tx.deleteFrom('article_post').where('article_id', '=', id).execute();
  await tx.deleteFrom('article_training').where('process_id', '=', id).execute();
  const bound = [...new Set(input.postIds)].map((post_id) => ({ article_id: id, post_id }));
  const trained = [...new Set(input.articleIds)].map((article_id) => ({ process_id: id, article_id }));
  if (bound.length > 0) await tx.insertInto('article_post').values(bound).execute();
  if (trained.length > 0) await tx.insertInto('article_training').values(trained).execute();
  await askWhoIsBound(context, article);
  const now = await trainingOf(context, id);
  const touched = new Map([...before, ...now].map((one) => [one.id, one]));
  for (const one of touched.values()) await askWhoIsBound(context, one);
  const data = { version: article.version, posts: input.postIds, training: input.articleIds };
  await record(context, { subject: { type: 'article', id }, type: 'article.training_set', data });
}

async function allHere(context: Context, article: Article, { postIds, articleIds }: Train): Promise<void> {
  const known = await posts(context);
  if (postIds.some((postId) => !known.has(postId))) throw new Invalid('post.unknown', { path: 'postIds' });
  if (articleIds.includes(article.id)) throw new Invalid('article.trains_itself', { path: 'articleIds' });
  for (const articleId of articleIds) {
    const { retired_at } = await articleInSight(context, articleId);
    if (retired_at !== null) throw new Invalid('article.retired', { path: 'articleIds' });
  }
}

/** What belongs to the training of a process. */
async function trainingOf({ tx }: Context, processId: Id<'article'>): Promise<Article[]> {
  return tx
    .selectFrom('article')
    .innerJoin('article_training', 'article_training.article_id', 'article.id')
    .selectAll('article')
    .where('process_id', '=', processId)
    .orderBy('article.id')
    .execute();
}

/** A process holds no longer, or again: so does what its training asks for. */
export async function askTrainees(context: Context, process: Pick<Article, 'id'>): Promise<void> {
  for (const article of await trainingOf(context, process.id)) await askWhoIsBound(context, article);
}
