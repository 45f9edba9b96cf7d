import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { z } from 'zod';
import type { articlesOut } from '../../../src/knowledge/view.ts';
import { useRead } from '../../server/queries.ts';
import { Go } from '../../ui/go.tsx';
import { t } from '../../words/words.ts';
import { languageOf, readable } from '../../matter/written.ts';
import { sortWords } from './knowledge.ts';
import styles from './knowledge.module.css';

const SHOWN = 5;

/** Product sheets, rules and guides while somebody is on the line: found by a word, read at once (KNOW-02). */
export function FindKnowledge() {
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 200);
  const { data } = useRead<z.output<typeof articlesOut>>('articles', {
    about: ['article'],
    query: { q, limit: SHOWN },
    enabled: q !== '',
    keep: true,
  });
  const found = q === '' ? [] : (data?.items ?? []);
  return (
    <section aria-label={t('frame.knowledge')}>
      <TextInput
        type="search"
        label={t('knowledge.search')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {q !== '' && data?.items.length === 0 ? (
        <p className="dim" role="status">
          {t('knowledge.none_found')}
        </p>
      ) : null}
      {found.map((one) => (
        <details key={one.id} className={styles['suggestion']}>
          <summary>
            <span lang={languageOf(one.title, one).tag}>{readable(one.title, one)}</span>{' '}
            <span className="dim">{sortWords(one.sort)}</span>
          </summary>
          <p lang={languageOf(one.excerpt, one).tag}>{readable(one.excerpt, one)}</p>
          <Go to={`/knowledge/${one.id}`} className={styles['open']}>
            {t('knowledge.open')}
          </Go>
        </details>
      ))}
    </section>
  );
}
