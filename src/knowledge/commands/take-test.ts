import type { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { NotFound, orRefuse, Stale } from '../../kernel/refusal.ts';
import { orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { whyNotWrite } from '../article.ts';
import { articleInSight, lockArticle } from '../facts.ts';
import type { setTestInput, takeTestInput } from '../inputs.ts';
import { marked, whyNotTake } from '../knowledge-test.ts';
import { newestTest } from '../tests.ts';

/** A few questions with one right answer each, as a new version: it is passed anew by everybody (KNOW-06). */
export async function setTest(
  context: Context,
  id: Id<'article'>,
  input: z.output<typeof setTestInput>,
): Promise<number> {
  const article = await lockArticle(context, id);
  orForbid(whyNotWrite(context.actor, article));
  const last = (await newestTest(context, id))?.version ?? 0;
  if (last !== input.version) throw new Stale('stale', { seen: input.version, version: last });
  const version = last + 1;
  await context.tx
    .insertInto('article_test')
    .values({
      article_id: id,
      version,
      questions: json(input.questions),
      by_id: context.actor.personId,
      at: context.now,
    })
    .execute();
  const data = { version, questions: input.questions.length };
  await record(context, { subject: { type: 'article', id }, type: 'article.test_set', data });
  return version;
}

/** Somebody took the test, as often as he likes; it says how many were right, not which. */
export async function takeTest(
  context: Context,
  articleId: Id<'article'>,
  input: z.output<typeof takeTestInput>,
): Promise<{ correct: number; of: number; passed: boolean }> {
  await articleInSight(context, articleId);
  const test = await newestTest(context, articleId);
  if (!test || test.questions.length === 0) throw new NotFound('article.no_test');
  if (test.version !== input.version) throw new Stale('stale', { seen: input.version, version: test.version });
  orRefuse(whyNotTake(test.questions, input.answers));
  const came = marked(test.questions, input.answers);
  const id = input.id ?? newId<'article_test_result'>(context.now);
  const taken = { id, article_id: articleId, version: test.version, person_id: actingPerson(context), at: context.now };
  const fresh = await context.tx
    .insertInto('article_test_result')
    .values({ ...taken, answers: json(input.answers), ...came })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (Number(fresh.numInsertedOrUpdatedRows) > 0) {
    const data = { version: test.version, ...came };
    await record(context, { subject: { type: 'article', id: articleId }, type: 'article.test_taken', data });
  }
  return { ...came, of: test.questions.length };
}
