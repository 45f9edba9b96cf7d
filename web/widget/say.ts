import { ms } from '../ui/time.ts';
import { fill } from '../words/format.ts';
import type { Language } from '../words/languages.ts';
import { LOCALES } from '../../src/kernel/words.ts';
import { visitor as english } from '../words/en/visitor.ts';
import { visitor as simplified } from '../words/zh-hans/visitor.ts';
import { visitor as traditional } from '../words/zh-hant/visitor.ts';

const catalogues = { en: english, 'zh-hans': simplified, 'zh-hant': traditional };

export type Key = `visitor.${keyof typeof english}`;
export type Say = (key: Key, params?: Record<string, string | number>) => string;

/** The few words of a chat, all three languages at once: a page elsewhere fetches one file and no more. */
export function sayIn(language: Language): Say {
  return (key, params = {}) =>
    fill(catalogues[language][key.slice('visitor.'.length) as keyof typeof english], params, LOCALES[language]);
}

/** What is sent by itself once some time has passed. */
const TOO_FAST = new Set(['chat.too_fast', 'chat.too_many', 'chat.too_much_here']);

/** Why something was refused, in words; what this page has no words for is said as a fault. */
export function refusedWords(say: Say, code: string): string {
  if (code === 'chat.ended' || code === 'chat.not_known') return say('visitor.over');
  if (TOO_FAST.has(code)) return say('visitor.too_fast');
  if (code === 'chat.full') return say('visitor.full');
  if (code === 'chat.too_many_files') return say('visitor.file_many');
  if (code === 'file.type_not_allowed') return say('visitor.file_kind');
  if (code === 'request.too_large') return say('visitor.file_size');
  return say('visitor.fault');
}

export function momentIn(language: Language, zone: string): (at: string) => string {
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: zone,
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  return (at) => format.format(ms(at));
}
