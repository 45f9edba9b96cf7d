import type { Language, Words } from '../kernel/words.ts';

const ASKS: Words = {
  en: 'Your own link, good once: {address}',
  'zh-hans': '您的专属链接（仅限作答一次）：{address}',
  'zh-hant': '您的專屬連結（僅限作答一次）：{address}',
};

/** What he is written: what the questionnaire says first, and the link that is his alone. */
export function letterOf(intro: string, address: string, language: Language): string {
  return `${intro}\n\n${ASKS[language].replace('{address}', address)}`;
}
