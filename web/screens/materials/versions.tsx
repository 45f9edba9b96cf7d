import { moneyWords } from '../../ui/money.ts';
import { Section } from '../../ui/section.tsx';
import { absolute, absoluteDay } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import { decisionWords } from '../budget/versions.tsx';
import type { PlanPage } from './materials-data.ts';
import { counted } from './materials-data.ts';
import styles from './materials.module.css';

/** Every version of the plan: who drew it up and decided, and how many there were before. */
export function PlanVersions({ page: { versions, currency } }: { page: PlanPage }) {
  if (versions.length === 0) return null;
  return (
    <Section title={t('budget.versions')}>
      <ol className={styles['versions']}>
        {versions.map((one) => (
          <li key={one.version}>
            <details open={one.decision === null}>
              <summary>
                <strong>{t('budget.version', { n: one.version })}</strong> {moneyWords(one.cost, currency)}{' '}
                <span className="dim">{decisionWords(one)}</span>
              </summary>
              <p className="dim">
                {[
                  t('budget.drawn_by', { name: one.drawnBy?.name ?? '', when: absolute(one.drawnAt) }),
                  one.why,
                  one.because && t('budget.said', { words: one.because }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              <ul>
                {one.lines.map((line) => (
                  <li key={line.material.id}>
                    {line.material.name} {counted(line.quantity, line.material)} · {moneyWords(line.price, currency)} ·{' '}
                    {absoluteDay(line.neededBy)} · {line.person?.name}
                    {line.before === null || line.before === line.quantity ? null : (
                      <span className="dim">
                        {' '}
                        {t('budget.before', { amount: counted(line.before, line.material) })}
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ol>
    </Section>
  );
}
