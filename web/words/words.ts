import type { Words } from '../../src/kernel/words.ts';
import type { catalogue as first } from './en/catalogue.ts';
import type { catalogue as entry } from './en/catalogue-entry.ts';
import type { catalogue as later } from './en/catalogue-later.ts';
import type { WordParams } from './format.ts';
import type { Language } from './languages.ts';
import { fill } from './format.ts';
import { LOCALES } from '../../src/kernel/words.ts';
import { languageTags } from './languages.ts';

type Sections = Omit<typeof first, 'errors'> & Omit<typeof later, 'errors'> & Omit<typeof entry, 'errors'>;

export type OwnWords = Partial<Record<Language, Readonly<Record<string, string>>>>;

/** `frame.my_work`: a file of the catalogue and a key in it. A key that is in no catalogue is a type error. */
export type WordKey = { [Section in keyof Sections]: `${Section}.${keyof Sections[Section] & string}` }[keyof Sections];

type TextOf<Key> = Key extends `${infer Section}.${infer Name}`
  ? Section extends keyof Sections
    ? Name extends keyof Sections[Section]
      ? Sections[Section][Name]
      : never
    : never
  : never;

type Gaps<Text> = Text extends `${string}{${infer Inside}}${infer Rest}`
  ? (Inside extends `${infer Name}|${string}` ? Name : Inside) | Gaps<Rest>
  : never;

type Given<Text> = [Gaps<Text>] extends [never] ? [] : [params: Readonly<Record<Gaps<Text> & string, string | number>>];

/** A key whose text has no gaps: what tables of words (rail, columns) may hold. */
export type PlainKey = { [Key in WordKey]: [Gaps<TextOf<Key>>] extends [never] ? Key : never }[WordKey];

/** The same keys as the English file it translates; a missing or surplus one is a type error. */
export type Translation<File> = { readonly [Key in keyof File]: string };

type TranslationOf<English> = { readonly [Section in keyof English]: Translation<English[Section]> };

export type FirstWords = TranslationOf<typeof first>;
export type LaterWords = TranslationOf<typeof later>;
export type CustomerWords = TranslationOf<typeof entry>;

type Catalogue = Readonly<Record<string, Readonly<Record<string, string>>>>;

const NOTHING: Catalogue = {};
let current: Catalogue = NOTHING;
let active: Language | null = null;
let laterWanted = false;
/** What an administrator put in the place of our words, by language and key; nothing where nobody did. */
let own: OwnWords = {};

const firstWords: Record<Language, () => Promise<{ catalogue: FirstWords }>> = {
  en: () => import('./en/catalogue.ts'),
  'zh-hans': () => import('./zh-hans/catalogue.ts'),
  'zh-hant': () => import('./zh-hant/catalogue.ts'),
};

const customerWords: Record<Language, () => Promise<{ catalogue: CustomerWords }>> = {
  en: () => import('./en/catalogue-entry.ts'),
  'zh-hans': () => import('./zh-hans/catalogue-entry.ts'),
  'zh-hant': () => import('./zh-hant/catalogue-entry.ts'),
};

/** Whose words `speak` loads: those of whoever works here, until a page says that it is the customer's. */
let beginning: Record<Language, () => Promise<{ catalogue: Catalogue }>> = firstWords;

const laterWords: Record<Language, () => Promise<{ catalogue: LaterWords }>> = {
  en: () => import('./en/catalogue-later.ts'),
  'zh-hans': () => import('./zh-hans/catalogue-later.ts'),
  'zh-hant': () => import('./zh-hant/catalogue-later.ts'),
};

function both(one: Catalogue, other: Catalogue): Catalogue {
  return { ...one, ...other, errors: { ...one['errors'], ...other['errors'] } };
}

/** From now on nothing is said here but what the customer's page says. */
export function speakToCustomer(): void {
  beginning = customerWords;
}

/**
 * Loads one language's words and makes them the words of the screen: those of the first screen, and all others once a
 * screen wanted them. Nothing may be drawn before the first call.
 */
export async function speak(wanted: Language): Promise<void> {
  if (active === wanted) return;
  const { catalogue } = await beginning[wanted]();
  const more = laterWanted ? (await laterWords[wanted]()).catalogue : NOTHING;
  current = both(catalogue, more);
  active = wanted;
  if (typeof document !== 'undefined') document.documentElement.lang = languageTags[wanted];
}

/** The words of every other screen, in the language being spoken when they have come. */
export async function speakOfAll(): Promise<void> {
  laterWanted = true;
  const wanted = language();
  const { catalogue } = await laterWords[wanted]();
  if (language() !== wanted) return speakOfAll();
  current = both(current, catalogue);
}

export function speakOwnWords(words: OwnWords): void {
  own = words;
}

/** Every text of a language as we ship it, by its key: what an administrator looks through. */
export async function everyText(of: Language): Promise<ReadonlyMap<string, string>> {
  const [one, other, third] = await Promise.all([firstWords[of](), laterWords[of](), customerWords[of]()]);
  return new Map(
    Object.entries({ ...third.catalogue, ...both(one.catalogue, other.catalogue) })
      .filter(([section]) => section !== 'errors')
      .flatMap(([section, texts]) => Object.entries(texts).map(([name, text]) => [`${section}.${name}`, text])),
  );
}

export function language(): Language {
  return active ?? 'en';
}

export function locale(): string {
  return LOCALES[language()];
}

/** The words for a key, in the language being spoken: `t('list.rows', { count: 3 })`. */
export function t<Key extends WordKey>(key: Key, ...[params]: Given<TextOf<Key>>): string {
  const [section, name] = key.split('.') as [string, string];
  const text = own[language()]?.[key] ?? current[section]?.[name] ?? key;
  return params ? fill(text, params, locale()) : text;
}

/** A name that the server sends in every language, or one that somebody typed and nobody translated. */
export function said(words: Words | string): string {
  return typeof words === 'string' ? words : words[language()];
}

/** The words for an error code of the server, or null where this version has none for it. */
export function errorText(code: string, params: WordParams): string | null {
  const text = current['errors']?.[code];
  return text === undefined ? null : fill(text, params, locale());
}
