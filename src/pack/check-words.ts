import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import { LANGUAGES } from '../kernel/words.ts';
import type { Words } from '../kernel/words.ts';

const HAN = /\p{Script=Han}/u;

function isWords(value: object): value is Words {
  return LANGUAGES.every((language) => language in value);
}

/**
 * Words that somebody forgot to translate: Chinese in the English, or a Chinese that holds none. (Whether the traditional is
 * only the simplified again needs a converter; the pack's own test asks that.)
 */
export function whyNotWords(value: unknown, path: string[] = []): Refusal[] {
  if (typeof value !== 'object' || value === null) return [];
  if (!isWords(value))
    return Object.entries(value).flatMap(([name, inner]) => whyNotWords(inner, [...path, nameOf(inner) ?? name]));
  const wrong = LANGUAGES.filter((language) => HAN.test(value[language]) === (language === 'en'));
  return wrong.map((language) => refusal('pack.words_untranslated', { path: path.join('.'), language }));
}

/** Lists are walked by the keys of what they hold, for a number says little to whoever must find the fault. */
function nameOf(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && 'key' in value ? String(value.key) : undefined;
}
