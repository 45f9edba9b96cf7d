import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { Forbidden, orRefuse, refusal } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { OWED_AS } from '../article.ts';
import { lockSeen } from '../facts.ts';
import { whyNotConfirmReading } from '../readings.ts';

/** Each member says himself, with the day, that he read what all must know, in the version in force (KNOW-07). */
export async function confirmReading(context: Context, id: Id<'article'>, input: { version: number }): Promise<void> {
  const me = actingPerson(context);
  const article = await lockSeen(context, id, input.version);
  const asked = await context.tx
    .selectFrom('article_reading')
    .select(['id', 'confirmed_at'])
    .where('article_id', '=', id)
    .where('version', '=', input.version)
    .where('person_id', '=', me)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!asked) throw new Forbidden('article.not_asked');
  orRefuse(
    asked.confirmed_at === null ? await whyNotConfirmReading(context, article) : refusal('article.read_already'),
  );
  await context.tx
    .updateTable('article_reading')
    .set({ confirmed_at: context.now })
    .where('id', '=', asked.id)
    .execute();
  await keepCommitments(context, { subjectId: asked.id, kinds: [OWED_AS.reading] });
  await record(context, {
    subject: { type: 'article_reading', id: asked.id },
    type: 'article.read',
    data: { article: id, version: input.version },
  });
}
