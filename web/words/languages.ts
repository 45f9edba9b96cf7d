import type { Language } from '../../src/kernel/words.ts';
import { LANGUAGES } from '../../src/kernel/words.ts';

export type { Language };

export const languages = LANGUAGES;

/** What a language calls itself; the same in every language, so that whoever is lost finds home. */
export const languageNames: Record<Language, string> = { en: 'English', 'zh-hans': '简体中文', 'zh-hant': '繁體中文' };

/** For the `lang` attribute, which chooses fonts and the voice of a screen reader. */
export const languageTags: Record<Language, string> = { en: 'en', 'zh-hans': 'zh-Hans', 'zh-hant': 'zh-Hant' };

export function isLanguage(text: unknown): text is Language {
  return languages.includes(text as Language);
}

/** The first of the browser's wishes we speak; script decides for Chinese, else the region (TW, HK, MO write Traditional). */
export function languageFor(wishes: readonly string[]): Language {
  for (const wish of wishes) {
    const tag = wish.toLowerCase();
    if (tag.startsWith('zh')) return /hant|-(tw|hk|mo)\b/.test(tag) && !tag.includes('hans') ? 'zh-hant' : 'zh-hans';
    if (tag.startsWith('en')) return 'en';
  }
  return 'en';
}
