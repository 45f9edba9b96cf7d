import { isWanted } from '../../src/pack/asked.ts';
import { said, t } from '../words/words.ts';
import { howToBring } from './bring.ts';
import type { FieldValues } from './field-inputs.tsx';
import type { Kind } from './kinds.ts';
import styles from './matter.module.css';

/** What the caller has to bring, by what was chosen so far: told before he comes. */
export function PapersToBring({ kind, values }: { kind: Kind; values: FieldValues }) {
  const asked = kind.papers.filter(({ when }) => isWanted(kind.fields, when, values));
  const fieldOf = (key: string) => kind.fields.find((one) => one.key === key);
  return (
    <section className={styles['bring']} aria-label={t('bring.title')}>
      <h2>{t('bring.title')}</h2>
      <ul>
        {asked.map(({ key, eachOf, ...paper }) => {
          const field = eachOf === null ? undefined : fieldOf(eachOf);
          return (
            <li key={key}>
              {said(paper.name)}{' '}
              <span className="dim">
                {howToBring(paper, field ? t('bring.each_of', { field: said(field.name) }) : null)}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
