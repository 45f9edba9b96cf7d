import { z } from 'zod';
import { ARTICLE_SORTS } from './article.ts';

/** After how many days each sort of article is looked at again; absent: as it comes. */
export const articleReviewDays = z.partialRecord(
  z.enum(ARTICLE_SORTS),
  z.number().int().min(7).max(1_825).describe('Days'),
);
