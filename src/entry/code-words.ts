import { MINUTE } from '../kernel/time.ts';
import type { Language } from '../kernel/words.ts';
import { LASTS } from './access.ts';

type CodeWords = { subject: string; text: string };

const MINUTES = LASTS.sent / MINUTE;

const WORDS: Record<Language, (code: string, organisation: string) => CodeWords> = {
  en: (code, organisation) => ({
    subject: `Your code: ${code}`,
    text: `${organisation}: your code is ${code}. It is good once, for ${MINUTES} minutes. Tell it to nobody. If you did not ask for it, ignore this message.`,
  }),
  'zh-hans': (code, organisation) => ({
    subject: `您的查询码：${code}`,
    text: `【${organisation}】您的查询码是 ${code}，${MINUTES} 分钟内有效，仅可使用一次，请勿告诉他人。如非本人操作，请忽略本消息。`,
  }),
  'zh-hant': (code, organisation) => ({
    subject: `您的查詢碼：${code}`,
    text: `【${organisation}】您的查詢碼是 ${code}，${MINUTES} 分鐘內有效，僅可使用一次，請勿告訴他人。如非本人操作，請忽略本訊息。`,
  }),
};

/** What is written to whoever asked for a code, in the language of the page on which he asked. */
export function codeWords(language: Language, code: string, organisation: string): CodeWords {
  return WORDS[language](code, organisation);
}
