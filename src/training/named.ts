import type { Language, Words } from '../kernel/words.ts';
import { inEach, untranslated } from '../kernel/words.ts';

export type KeyNamed = { key: string; name: Words };

/** A form, course or skill by its name; one that the rules know no more keeps its key. */
export function keyNamed(rules: readonly KeyNamed[], key: string): KeyNamed;
export function keyNamed(rules: readonly KeyNamed[], key: string | null): KeyNamed | null;
export function keyNamed(rules: readonly KeyNamed[], key: string | null): KeyNamed | null {
  if (key === null) return null;
  return { key, name: rules.find((one) => one.key === key)?.name ?? untranslated(key) };
}

/** The title of an article in every language: in the one it was written in where there is no other. */
export function titled(title: Words, written: Language): Words {
  return inEach(title, (text) => text || title[written]);
}
