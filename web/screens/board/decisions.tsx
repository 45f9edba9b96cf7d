import { whomWords } from '../../ui/clock/words.ts';
import { Go } from '../../ui/go.tsx';
import { Section } from '../../ui/section.tsx';
import { countWords } from '../../ui/stat.tsx';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import type { Decision } from './board.ts';
import styles from './board.module.css';

/** Tickets that wait for a ruling, the longest waiting first. */
export function Decisions({ rows, more }: { rows: readonly Decision[]; more: boolean }) {
  return (
    <Section title={t('board.decisions')} aside={rows.length > 0 ? countWords({ n: rows.length, more }) : null}>
      {rows.length === 0 ? <p className="dim">{t('board.no_decisions')}</p> : null}
      <ul className={styles['decisions']}>
        {rows.map((row) => (
          <li key={row.rulingId}>
            <Go to={`/tickets/${row.id}`}>
              <span className="dim">{row.number}</span> {row.title}
            </Go>
            <p>{row.question}</p>
            <p className="dim">
              {t('board.asked_of', { whom: whomWords(row.askedOf) })} · <When at={row.askedAt} />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
