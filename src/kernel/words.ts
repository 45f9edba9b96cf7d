export const LANGUAGES = ['en', 'zh-hans', 'zh-hant'] as const;
export type Language = (typeof LANGUAGES)[number];

/** For dates, numbers and money. British English because a service centre lives by the 24-hour clock. */
export const LOCALES: Record<Language, string> = { en: 'en-GB', 'zh-hans': 'zh-CN', 'zh-hant': 'zh-TW' };

/** A name or sentence in every language a person may choose. */
export type Words = Record<Language, string>;

/** The same text in each language: a name somebody typed, which nobody translated. */
export function untranslated(text: string): Words {
  return { en: text, 'zh-hans': text, 'zh-hant': text };
}

/** Each of them changed in the same way. */
export function inEach(words: Words, change: (text: string, language: Language) => string): Words {
  return Object.fromEntries(LANGUAGES.map((one) => [one, change(words[one], one)])) as Words;
}

/** A text in the language wanted, else in the one it was written in: of some texts there are not all three. */
export function inLanguage(words: Words, written: Language, wanted: Language): string {
  return words[wanted] === '' ? words[written] : words[wanted];
}
