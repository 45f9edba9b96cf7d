import { Textarea, TextInput } from '@mantine/core';
import type { Words } from '../../../src/kernel/words.ts';
import { language, said } from '../../words/words.ts';

type WordsProps = { label: string; words: Words; set: (words: Words) => void };

/** In the language of whoever writes; what no other language says otherwise yet is called the same there. */
export function WordsLine({ label, words, set }: WordsProps) {
  const write = (text: string) => set(renamed(words, text));
  return (
    <TextInput
      label={label}
      required
      maxLength={200}
      value={said(words)}
      onChange={(event) => write(event.currentTarget.value)}
    />
  );
}

export function WordsText({ label, words, set }: WordsProps) {
  const write = (text: string) => set(renamed(words, text));
  return (
    <Textarea
      label={label}
      required
      autosize
      value={said(words)}
      onChange={(event) => write(event.currentTarget.value)}
    />
  );
}

export function renamed(words: Words, text: string): Words {
  const was = words[language()];
  const take = (before: string) => (before === was ? text : before);
  return { en: take(words.en), 'zh-hans': take(words['zh-hans']), 'zh-hant': take(words['zh-hant']) };
}
