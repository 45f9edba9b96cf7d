import type { z } from 'zod';
import type { ArticleSort } from '../../../src/knowledge/article.ts';
import type { articleLineOut, articleOut } from '../../../src/knowledge/view.ts';
import type { Words } from '../../../src/kernel/words.ts';
import { inLanguage } from '../../../src/kernel/words.ts';
import type { Language } from '../../words/languages.ts';
import { languageNames, languageTags } from '../../words/languages.ts';
import { language, said, t } from '../../words/words.ts';

export type ArticleLine = z.output<typeof articleLineOut>;
export type ArticleView = z.output<typeof articleOut>;

type Written = { language: Language };

/** A text of an article in the language of the screen, else in the one it was written in. */
export const readable = (words: Words, { language: written }: Written): string =>
  inLanguage(words, written, language());

/** In which language it is read then; said where that is not the screen's. */
export function languageOf(words: Words, { language: written }: Written): { tag: string; says: string | null } {
  const read = words[language()] === '' ? written : language();
  return { tag: languageTags[read], says: read === language() ? null : languageNames[read] };
}

export const sortWords = (sort: ArticleSort): string => t(`knowledge.sort_${sort}`);

export function audienceWords({ audience, department }: Pick<ArticleLine, 'audience' | 'department'>): string {
  if (audience === 'public') return t('knowledge.audience_public');
  return department ? said(department.name) : t('knowledge.audience_staff');
}

export function ownerWords({ owner }: Pick<ArticleLine, 'owner'>): string {
  return owner.person?.name ?? (owner.post ? said(owner.post.name) : '');
}
