import type { Id } from '../../kernel/id.ts';
import { orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { whyNotRetire } from '../article.ts';
import { lockSeen } from '../facts.ts';
import { askToRead, dropReadings } from './ask-to-read.ts';
import { dropRevisions } from './carry-amendments.ts';
import { askTrainees } from './train.ts';
import { askDepartments, dropAcceptances } from './bind-departments.ts';
import { dropReview, oweNextReview } from './owe-review.ts';

/** It holds no longer, or holds again. Nothing of it is lost; retired, it is found no more and nobody owes its review. */
export async function retireArticle(
  context: Context,
  id: Id<'article'>,
  input: { version: number; retired: boolean },
): Promise<void> {
  const article = await lockSeen(context, id, input.version);
  orForbid(whyNotRetire(context.actor, article));
  if ((article.retired_at !== null) === input.retired) return;
  const by = actingPerson(context);
  const stands = input.retired
    ? { retired_at: context.now, retired_by_id: by }
    : { retired_at: null, retired_by_id: null, confirmed_at: context.now, confirmed_by_id: by };
  await context.tx.updateTable('article').set(stands).where('id', '=', id).execute();
  if (input.retired) {
    await dropReview(context, article, 'retired');
    await dropReadings(context, article);
    await dropAcceptances(context, article);
    await dropRevisions(context, article);
  } else {
    await oweNextReview(context, article);
    await askToRead(context, article);
    await askDepartments(context, article);
  }
  await askTrainees(context, article);
  const type = input.retired ? 'article.retired' : 'article.brought_back';
  await record(context, { subject: { type: 'article', id }, type, data: { version: article.version } });
}
