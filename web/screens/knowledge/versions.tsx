import { useState } from 'react';
import type { z } from 'zod';
import type { articleVersionsOut } from '../../../src/knowledge/view.ts';
import { useRead } from '../../server/queries.ts';
import { LoadingLines } from '../../ui/states.tsx';
import { absolute } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import { ArticleBody } from './article-body.tsx';
import type { ArticleView } from './knowledge.ts';
import { readable } from '../../matter/written.ts';
import styles from './knowledge.module.css';

/** What it said before, who wrote it, when and why; read when somebody looks. */
export function Versions({ article }: { article: ArticleView }) {
  const [open, setOpen] = useState(false);
  const { data } = useRead<z.output<typeof articleVersionsOut>>(`articles/${article.id}/versions`, {
    about: [`article/${article.id}`],
    enabled: open,
  });
  if (article.version === 1) return null;
  return (
    <details className={styles['versions']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('knowledge.former', { count: article.version - 1 })}</summary>
      {open && !data ? <LoadingLines count={4} /> : null}
      {data?.items
        .filter((one) => one.version < article.version)
        .map((one) => (
          <article key={one.version} aria-label={t('knowledge.n_version', { n: one.version })}>
            <h3>{readable(one.title, one)}</h3>
            <p className="dim">
              {[
                t('knowledge.n_version', { n: one.version }),
                one.by?.name ?? t('knowledge.by_pack'),
                absolute(one.at),
                one.why,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <ArticleBody article={{ ...one, sort: article.sort }} />
          </article>
        ))}
    </details>
  );
}
