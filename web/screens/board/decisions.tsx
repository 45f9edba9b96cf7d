import type { Instant } from '../../../src/kernel/time.ts';
import { whomWords } from '../../ui/clock/words.ts';
import { Go } from '../../ui/go.tsx';
import { Section } from '../../ui/section.tsx';
import { numberWords } from '../../ui/time.ts';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import type { Decision } from './board.ts';
import styles from './board.module.css';

/** Rulings that were asked for and not given, the oldest first. */
export function Decisions({ rows }: { rows: readonly Decision[] }) {
  return (
    <Section title={t('board.decisions')} aside={rows.length > 0 ? numberWords(rows.length) : null}>
      {rows.length === 0 ? <p className="dim">{t('board.no_decisions')}</p> : null}
      <ul className={styles['decisions']}>
        {rows.map((row) => (
          <li key={row.rulingId}>
            <Go to={`/tickets/${row.id}`}>
              <span className="dim">{row.number}</span> {row.title}
            </Go>
            <p>{row.question}</p>
            <p className="dim">
              {t('board.asked_of', { whom: whomWords(row.askedOf) })} · <When at={row.askedAt as Instant} />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
