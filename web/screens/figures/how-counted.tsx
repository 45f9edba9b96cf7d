import { said, t } from '../../words/words.ts';
import type { Measure } from './figure-words.ts';
import styles from './figures.module.css';

/** How each figure is worked out: formula, numerator, denominator, and by which moment a thing falls into the period. */
export function HowCounted({ measures }: { measures: readonly Measure[] }) {
  return (
    <details className={styles['how']}>
      <summary>{t('figures.how_counted')}</summary>
      <dl>
        {measures.map((one) => (
          <div key={one.key}>
            <dt>{said(one.name)}</dt>
            <dd>
              <p>{said(one.formula)}</p>
              <p className="dim">
                {one.denominator
                  ? t('figures.share_of_what', { n: said(one.numerator), of: said(one.denominator) })
                  : t('figures.count_of_what', { n: said(one.numerator) })}
                {' · '}
                {t(`figures.basis_${one.basis}`)}
              </p>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
