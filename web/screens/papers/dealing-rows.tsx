import type { Dealing } from '../../../src/liaison/view.ts';
import { Go } from '../../ui/go.tsx';
import { absolute } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import styles from './papers.module.css';

/** Dealings, the newest first: when, how, with whom, and what was said. */
export function DealingRows({ dealings, withMatter = false }: { dealings: readonly Dealing[]; withMatter?: boolean }) {
  return (
    <ol className={styles['rows']}>
      {dealings.map((one) => (
        <li key={one.id} className={styles['row']}>
          <p className="dim">
            {[absolute(one.happenedAt), t(`papers.dealt_${one.way}`), one.contact, one.by.name]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <p className={styles['said']}>{one.said}</p>
          {withMatter ? <Go to={`/papers/matters/${one.matter.id}`}>{one.matter.subject}</Go> : null}
        </li>
      ))}
    </ol>
  );
}
