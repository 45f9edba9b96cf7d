export const LANGUAGES = ['en', 'zh-hans', 'zh-hant'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A name or sentence in every language a person may choose. */
export type Words = Record<Language, string>;

/** The same text in each language: a name somebody typed, which nobody translated. */
export function untranslated(text: string): Words {
  return { en: text, 'zh-hans': text, 'zh-hant': text };
}
