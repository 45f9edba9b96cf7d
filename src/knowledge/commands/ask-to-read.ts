import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { isAnyOpen } from '../../commitment/rows.ts';
import { oweConfirmation } from '../../duty-statement/commands/owe-confirmation.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { OWED_AS } from '../article.ts';
import { mustReadIt, readInForce } from '../bound.ts';
import type { Article } from '../facts.ts';

/**
 * Everybody who must have read it is asked to confirm that he read the version in force (KNOW-07, QUAL-02); whoever was asked is not
 * asked twice.
 */
export async function askToRead(context: Context, article: Article): Promise<void> {
  await askEach(context, article, await mustReadIt(context, article));
}

/** Whom a process binds has changed: who is new is asked, and who is bound no more owes nothing. What was confirmed stays. */
export async function askWhoIsBound(context: Context, article: Article): Promise<void> {
  const bound = await mustReadIt(context, article);
  const open = await context.tx
    .selectFrom('article_reading')
    .select(['id', 'person_id'])
    .where('article_id', '=', article.id)
    .where('version', '=', article.version)
    .where('confirmed_at', 'is', null)
    .execute();
  for (const { id } of open.filter(({ person_id }) => !bound.has(person_id))) {
    await cancelCommitments(context, { subjectId: id, reason: 'bound_no_more' });
    await context.tx.deleteFrom('article_reading').where('id', '=', id).execute();
  }
  if (article.retired_at === null) await askEach(context, article, bound);
}

/** Somebody was given a post: he is asked about everything that whoever holds it must have read. */
export async function askNewcomerToRead(context: Context, personId: Id<'person'>): Promise<void> {
  for (const article of await readInForce(context))
    if ((await mustReadIt(context, article)).has(personId)) await ask(context, article, personId);
}

async function askEach(context: Context, article: Article, people: ReadonlySet<Id<'person'>>): Promise<void> {
  for (const personId of people) await ask(context, article, personId);
}

async function ask(context: Context, article: Article, personId: Id<'person'>): Promise<void> {
  const { tx, now } = context;
  const { id: articleId, version } = article;
  await tx
    .insertInto('article_reading')
    .values({
      id: newId<'article_reading'>(now),
      article_id: articleId,
      version,
      person_id: personId,
      asked_at: now,
      confirmed_at: null,
    })
    .onConflict((conflict) => conflict.columns(['article_id', 'version', 'person_id']).doNothing())
    .execute();
  const { id, confirmed_at } = await tx
    .selectFrom('article_reading')
    .select(['id', 'confirmed_at'])
    .where('article_id', '=', articleId)
    .where('version', '=', version)
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  if (confirmed_at !== null || (await isAnyOpen(tx, { subjectId: id }))) return;
  await oweConfirmation(context, {
    kind: OWED_AS.reading,
    subject: { type: 'article_reading', id },
    personId,
    centreId: article.centre_id,
    departmentId: article.department_id,
  });
  await record(context, {
    subject: { type: 'article_reading', id },
    type: 'article.reading_asked',
    data: { article: articleId, version, person: personId },
  });
}

/** A newer version is in force, or none: what was asked of the one before is owed no more. */
export async function dropReadings(context: Context, article: Pick<Article, 'id'>): Promise<void> {
  const open = await context.tx
    .selectFrom('article_reading')
    .innerJoin('commitment', 'commitment.subject_id', 'article_reading.id')
    .select('commitment.id')
    .where('article_reading.article_id', '=', article.id)
    .where('article_reading.confirmed_at', 'is', null)
    .where('commitment.settled_at', 'is', null)
    .execute();
  await cancelCommitments(context, { ids: open.map(({ id }) => id), reason: 'written_anew' });
}
