import type { Words } from '../../src/kernel/words.ts';
import { inLanguage } from '../../src/kernel/words.ts';
import type { Language } from '../words/languages.ts';
import { languageNames, languageTags } from '../words/languages.ts';
import { language } from '../words/words.ts';

type Written = { language: Language };

/** A text of an article in the language of the screen, else in the one it was written in. */
export const readable = (words: Words, { language: written }: Written): string =>
  inLanguage(words, written, language());

/** In which language it is read then; said where that is not the screen's. */
export function languageOf(words: Words, { language: written }: Written): { tag: string; says: string | null } {
  const read = words[language()] === '' ? written : language();
  return { tag: languageTags[read], says: read === language() ? null : languageNames[read] };
}
