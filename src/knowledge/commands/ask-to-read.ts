import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { oweConfirmation } from '../../duty-statement/commands/owe-confirmation.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { OWED_AS } from '../article.ts';
import type { Article } from '../facts.ts';
import { readersOf } from '../facts.ts';

/** Everybody in its audience is asked to confirm that he read the version in force (KNOW-07); whoever was asked is not asked twice. */
export async function askToRead(context: Context, article: Article): Promise<void> {
  for (const { personId } of await readersOf(context, article)) await ask(context, article, personId);
}

/** Somebody was given a post: he is asked about everything that whoever holds it must have read. */
export async function askNewcomerToRead(context: Context, personId: Id<'person'>): Promise<void> {
  const must = await context.tx
    .selectFrom('article')
    .selectAll()
    .where('must_read', '=', true)
    .where('retired_at', 'is', null)
    .orderBy('id')
    .execute();
  for (const article of must) {
    const readers = await readersOf(context, article);
    if (readers.some((reader) => reader.personId === personId)) await ask(context, article, personId);
  }
}

async function ask(context: Context, article: Article, personId: Id<'person'>): Promise<void> {
  const { tx, now } = context;
  const id = newId<'article_reading'>(now);
  const asked = await tx
    .insertInto('article_reading')
    .values({
      id,
      article_id: article.id,
      version: article.version,
      person_id: personId,
      asked_at: now,
      confirmed_at: null,
    })
    .onConflict((conflict) => conflict.columns(['article_id', 'version', 'person_id']).doNothing())
    .executeTakeFirst();
  if (Number(asked.numInsertedOrUpdatedRows) === 0) return;
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
    data: { article: article.id, version: article.version, person: personId },
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
