import { useState } from 'react';
import type { z } from 'zod';
import type { publicArticleOut, publicArticlesOut } from '../../../src/knowledge/view-acts.ts';
import { base } from '../../server/base.ts';
import { useRead } from '../../server/queries.ts';
import { Facts, Section } from '../../ui/section.tsx';
import { Prose } from '../../ui/prose.tsx';
import { absoluteDay, dateOf } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import { languageOf, readable } from '../../matter/written.ts';
import { Around, Failed, Loading } from './around.tsx';
import { Line } from './controls.tsx';
import styles from './entry.module.css';
import { useDebouncedValue } from '@mantine/hooks';

type Articles = z.output<typeof publicArticlesOut>;
type Article = z.output<typeof publicArticleOut>;

/** What the centre answers before anybody asks: rules, charges, how to; found by a word. */
export function Articles() {
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 200);
  const { data } = useRead<Articles>('public/articles', { about: [], query: { q }, keep: true });
  if (!data || (q === '' && data.items.length === 0)) return null;
  return (
    <Section title={t('entry.articles')}>
      <Line
        label={t('entry.find_article')}
        type="search"
        value={typed}
        maxLength={200}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {data.items.length === 0 ? <p role="status">{t('entry.no_article')}</p> : null}
      <ul className={styles['articles']}>
        {data.items.map((one) => (
          <li key={one.id}>
            <a href={`${base}c/articles/${one.id}`} lang={languageOf(one.title, one).tag}>
              {readable(one.title, one)}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** One of them, under an address of its own that an answer can give. */
export function OneArticle({ id }: { id: string }) {
  const { data, error, refetch } = useRead<Article>(`public/articles/${id}`, { about: [] });
  const back = (
    <p>
      <a href={`${base}c`}>{t('entry.to_page')}</a>
    </p>
  );
  if (!data)
    return (
      <Around title={t('entry.articles')} organisation="">
        {error ? <Failed problem={error} retry={() => void refetch()} /> : <Loading />}
        {back}
      </Around>
    );
  return (
    <Around title={readable(data.title, data)} organisation="">
      <Prose text={readable(data.body, data)} lang={languageOf(data.body, data).tag} />
      <Facts
        lines={[
          { label: t('entry.source'), value: data.source },
          { label: t('entry.in_force_on'), value: data.inForceOn ? absoluteDay(data.inForceOn) : null },
          { label: t('entry.article_confirmed'), value: dateOf(data.confirmedAt) },
        ]}
      />
      {back}
    </Around>
  );
}
