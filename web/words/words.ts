import type { Words } from '../../src/kernel/words.ts';
import type { catalogue as english } from './en/catalogue.ts';
import type { WordParams } from './format.ts';
import type { Language } from './languages.ts';
import { fill } from './format.ts';
import { languageLocales, languageTags } from './languages.ts';

export type OwnWords = Partial<Record<Language, Readonly<Record<string, string>>>>;

type English = typeof english;
type Sections = Omit<English, 'errors'>;

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

export type Catalogue = { readonly [Section in keyof English]: Translation<English[Section]> };

let current: Record<string, Record<string, string>> = {};
let active: Language | null = null;
/** What an administrator put in the place of our words, by language and key; nothing where nobody did. */
let own: OwnWords = {};

const loaders: Record<Language, () => Promise<{ catalogue: Catalogue }>> = {
  en: () => import('./en/catalogue.ts'),
  'zh-hans': () => import('./zh-hans/catalogue.ts'),
  'zh-hant': () => import('./zh-hant/catalogue.ts'),
};

/** Loads one language's words and makes them the words of the screen. Nothing may be drawn before the first call. */
export async function speak(wanted: Language): Promise<void> {
  if (active === wanted) return;
  const { catalogue } = await loaders[wanted]();
  current = catalogue;
  active = wanted;
  if (typeof document !== 'undefined') document.documentElement.lang = languageTags[wanted];
}

export function speakOwnWords(words: OwnWords): void {
  own = words;
}

/** Every text of a language as we ship it, by its key: what an administrator looks through. */
export async function everyText(of: Language): Promise<ReadonlyMap<string, string>> {
  const { catalogue } = await loaders[of]();
  return new Map(
    Object.entries(catalogue)
      .filter(([section]) => section !== 'errors')
      .flatMap(([section, texts]) => Object.entries(texts).map(([name, text]) => [`${section}.${name}`, text])),
  );
}

export function language(): Language {
  return active ?? 'en';
}

export function locale(): string {
  return languageLocales[language()];
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
