import { settingsOf } from '../pack/settings.ts';
import type { Context } from '../platform/context.ts';
import type { ArticleSort } from './article.ts';
import { REVIEW_DAYS } from './article.ts';

/** After how many days each sort is looked at again: as the house says, else as we do. */
export async function reviewDaysOf(context: Context): Promise<Record<ArticleSort, number>> {
  return { ...REVIEW_DAYS, ...(await settingsOf(context)).articleReviewDays };
}
