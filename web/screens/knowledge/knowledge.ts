import type { z } from 'zod';
import type { ArticleSort } from '../../../src/knowledge/article.ts';
import type { articleLineOut, articleOut } from '../../../src/knowledge/view.ts';
import { said, t } from '../../words/words.ts';

export type ArticleLine = z.output<typeof articleLineOut>;
export type ArticleView = z.output<typeof articleOut>;

export const sortWords = (sort: ArticleSort): string => t(`knowledge.sort_${sort}`);

export function audienceWords({ audience, department }: Pick<ArticleLine, 'audience' | 'department'>): string {
  if (audience === 'public') return t('knowledge.audience_public');
  return department ? said(department.name) : t('knowledge.audience_staff');
}

export function ownerWords({ owner }: Pick<ArticleLine, 'owner'>): string {
  return owner.person?.name ?? (owner.post ? said(owner.post.name) : '');
}
