import type { Language, Words } from '../kernel/words.ts';
import { inLanguage } from '../kernel/words.ts';
import type { ArticleSort } from './article.ts';

type Said = { language: Language; title: Words; body: Words; source: string; in_force_on: string | null };

/** Longer quotations are cut at the end of a paragraph or sentence: an answer is read on a telephone. */
const MOST = 400;

const FROM: Record<Language, (title: string, about: string) => string> = {
  en: (title, about) => `According to “${title}”${about === '' ? '' : ` (${about})`}:`,
  'zh-hans': (title, about) => `根据《${title}》${about === '' ? '' : `（${about}）`}：`,
  'zh-hant': (title, about) => `根據《${title}》${about === '' ? '' : `（${about}）`}：`,
};
const SINCE: Record<Language, (day: string) => string> = {
  en: (day) => `in force since ${day}`,
  'zh-hans': (day) => `自 ${day} 起施行`,
  'zh-hant': (day) => `自 ${day} 起施行`,
};

/** How an answer to a customer cites an article: its name, where it is said and since when, and what it says (KNOW-03). */
export function citation({ sort }: { sort: ArticleSort }, said: Said, language: Language): string {
  const title = inLanguage(said.title, said.language, language);
  const about = [said.source, said.in_force_on === null ? '' : SINCE[language](said.in_force_on)].filter(Boolean);
  const body = shortened(inLanguage(said.body, said.language, language));
  if (sort === 'guide') return body;
  return `${FROM[language](title, about.join(language === 'en' ? ', ' : '，'))}\n${body}`;
}

/** The beginning of a text, as far as somebody reads in a list. */
export function shortened(body: string, most = MOST): string {
  const plain = body.replaceAll(/^#+ /gm, '');
  if (plain.length <= most) return plain;
  const cut = plain.slice(0, most);
  const end = Math.max(...['\n', '。', '；', '. '].map((mark) => cut.lastIndexOf(mark)));
  return `${cut.slice(0, end > most / 2 ? end + 1 : most).trimEnd()} …`;
}
