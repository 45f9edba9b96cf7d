import type { Id } from '../../kernel/id.ts';
import { orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { whyNotConfirm } from '../article.ts';
import { lockSeen } from '../facts.ts';
import { oweNextReview } from './owe-review.ts';

/** It was looked at and is right as it stands (KNOW-01); the next look is owed from today on. */
export async function confirmArticle(context: Context, id: Id<'article'>, input: { version: number }): Promise<void> {
  const article = await lockSeen(context, id, input.version);
  orForbid(whyNotConfirm(context.actor, article));
  await context.tx
    .updateTable('article')
    .set({ confirmed_at: context.now, confirmed_by_id: actingPerson(context) })
    .where('id', '=', id)
    .execute();
  await oweNextReview(context, article);
  const data = { version: article.version };
  await record(context, { subject: { type: 'article', id }, type: 'article.confirmed', data });
}
