import type { ReactNode } from 'react';
import { moneyWords } from '../../ui/money.ts';
import { Section } from '../../ui/section.tsx';
import { absolute } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import type { BudgetPage } from './budget-data.ts';
import styles from './budget.module.css';

type Version = BudgetPage['versions'][number];

/** Every version: who drew it up and decided, and what each line was before. */
export function Versions({ page: { versions, currency } }: { page: BudgetPage }) {
  return (
    <DrawnVersions
      versions={versions}
      total={(one) => moneyWords(one.total, currency)}
      lines={(one) =>
        one.lines.map((line) => (
          <li key={line.key}>
            {said(line.name)} {moneyWords(line.amount, currency)}
            {line.before === null || line.before === line.amount ? null : (
              <span className="dim"> {t('budget.before', { amount: moneyWords(line.before, currency) })}</span>
            )}
          </li>
        ))
      }
    />
  );
}

type Drawn = Omit<Version, 'lines' | 'total'>;
type DrawnVersionsProps<One extends Drawn> = {
  versions: readonly One[];
  total: (one: One) => string;
  lines: (one: One) => ReactNode;
};

/** Versions of a plan that are drawn up and decided on: a budget, or a plan of material. */
export function DrawnVersions<One extends Drawn>({ versions, total, lines }: DrawnVersionsProps<One>) {
  if (versions.length === 0) return null;
  return (
    <Section title={t('budget.versions')}>
      <ol className={styles['versions']}>
        {versions.map((one) => (
          <li key={one.version}>
            <details open={one.decision === null}>
              <summary>
                <strong>{t('budget.version', { n: one.version })}</strong> {total(one)}{' '}
                <span className="dim">{decisionWords(one)}</span>
              </summary>
              <p className="dim">
                {t('budget.drawn_by', { name: one.drawnBy?.name ?? '', when: absolute(one.drawnAt) })}
                {one.why ? ` · ${one.why}` : ''}
              </p>
              {one.because ? <p className="dim">{t('budget.said', { words: one.because })}</p> : null}
              <ul>{lines(one)}</ul>
            </details>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function decisionWords({ decision, decidedBy, decidedAt }: Drawn): string {
  if (decision === null) return t('budget.decision_waiting');
  const words = t(`budget.decision_${decision}`);
  if (decision === 'replaced' || decidedAt === null) return words;
  return `${words} · ${decidedBy?.name ?? ''} · ${absolute(decidedAt)}`;
}
