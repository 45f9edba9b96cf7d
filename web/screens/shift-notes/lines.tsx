import type { ReactNode } from 'react';
import { ThingLink } from '../../matter/thing-link.tsx';
import { Section } from '../../ui/section.tsx';
import { absolute } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import type { Line } from './shift.ts';
import { lineWords, sorts } from './shift.ts';
import styles from './shift-notes.module.css';

type OpenLinesProps = { lines: readonly Line[]; beside: (line: Line) => ReactNode };

/** What is open, by why the next must know of it; `beside` each line stands its remark, or the field for one. */
export function OpenLines({ lines, beside }: OpenLinesProps) {
  if (lines.length === 0) return <p className="dim">{t('shift.nothing_open')}</p>;
  return sorts.map((sort) => {
    const rows = lines.filter((line) => line.sort === sort);
    if (rows.length === 0) return null;
    return (
      <Section key={sort} title={t(`shift.sort_${sort}`)} aside={rows.length}>
        <ul className={styles['lines']}>
          {rows.map((line) => (
            <li key={line.id}>
              <div>
                <ThingLink type={line.type} id={line.id}>
                  {lineWords(line)}
                </ThingLink>
                {line.dueAt ? (
                  <p className="dim">
                    {line.owed ? `${said(line.owed)} · ` : ''}
                    {absolute(line.dueAt)}
                  </p>
                ) : null}
              </div>
              {beside(line)}
            </li>
          ))}
        </ul>
      </Section>
    );
  });
}
