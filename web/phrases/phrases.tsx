import { Popover, TextInput } from '@mantine/core';
import type { RefObject } from 'react';
import { useState } from 'react';
import type { Language } from '../../src/kernel/words.ts';
import type { About } from '../server/queries.ts';
import { useRead } from '../server/queries.ts';
import { languageTags } from '../words/languages.ts';
import { language as spoken, said, t } from '../words/words.ts';
import type { Offered, OfferedPhrase } from './matching.ts';
import { found, offeredUnder, withPhrase } from './matching.ts';
import styles from './phrases.module.css';

type PhrasesProps = {
  /** Of what one speaks: `{ ticket: id }`. */
  of: Record<string, string>;
  about: About;
  field: RefObject<HTMLTextAreaElement | null>;
  text: string;
  write: (text: string) => void;
};

/**
 * What is said again and again, offered under the field in the customer's language: what fits now, what holds the words being
 * written, and all others behind a button.
 */
export function Phrases({ of, about, field, text, write }: PhrasesProps) {
  const { data } = useRead<Offered>('phrases/offered', { about, query: of, keep: true });
  if (!data || data.items.length === 0) return null;
  const language = data.language ?? spoken();
  const put = (one: OfferedPhrase): void => {
    const at = field.current?.selectionStart ?? text.length;
    const next = withPhrase(text, one.text[language], at);
    write(next.text);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(next.cursor, next.cursor);
    });
  };
  return (
    <div className={styles['strip']} role="group" aria-label={t('phrases.offered')}>
      {offeredUnder(data.items, text, language).map((one) => (
        <button
          key={one.key}
          type="button"
          lang={languageTags[language]}
          title={one.text[language]}
          onClick={() => put(one)}
        >
          {said(one.name)}
        </button>
      ))}
      <AllPhrases items={data.items} language={language} put={put} />
    </div>
  );
}

type AllProps = { items: readonly OfferedPhrase[]; language: Language; put: (one: OfferedPhrase) => void };

/** Every phrase, narrowed by a word. */
function AllPhrases({ items, language, put }: AllProps) {
  const [open, setOpen] = useState(false);
  const [word, setWord] = useState('');
  const take = (one: OfferedPhrase): void => {
    setOpen(false);
    setWord('');
    put(one);
  };
  return (
    <Popover opened={open} onChange={setOpen} position="top-end" width={360} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <button type="button" className={styles['more']} aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('phrases.all')}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <TextInput
          data-autofocus
          label={t('phrases.find')}
          value={word}
          onChange={(event) => setWord(event.currentTarget.value)}
        />
        <ul className={styles['all']}>
          {found(items, word).map((one) => (
            <li key={one.key}>
              <button type="button" onClick={() => take(one)}>
                <b>{said(one.name)}</b>
                <span lang={languageTags[language]}>{one.text[language]}</span>
              </button>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
