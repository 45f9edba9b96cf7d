import type { z } from 'zod';
import type { caseOut } from '../../../src/entry/view.ts';
import { isWanted } from '../../../src/pack/asked.ts';
import { howToBring, paperState, piecesWords } from '../../matter/bring.ts';
import type { FieldValues } from '../../matter/field-inputs.tsx';
import { said, t } from '../../words/words.ts';
import styles from './entry.module.css';
import type { CentrePage } from './entry.tsx';

type Case = z.output<typeof caseOut>;

/** What to bring, by what he chose so far: told before he comes. */
export function ToBring({ kind, values }: { kind: CentrePage['kinds'][number]; values: FieldValues }) {
  const asked = kind.papers.filter(({ when }) => isWanted(kind.fields, when, values));
  if (asked.length === 0) return null;
  return (
    <section className={styles['item']} aria-label={t('bring.title')}>
      <h3>{t('bring.title')}</h3>
      <ul>
        {asked.map((paper) => (
          <li key={paper.key}>
            {said(paper.name)} <span className="dim">{howToBring(paper, null)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What he still has to bring, and how what he brought was found. */
export function Brought({ papers }: Pick<Case, 'papers'>) {
  if (papers.length === 0) return null;
  return (
    <section className={styles['item']} aria-label={t('bring.title')}>
      <h3>{t('bring.title')}</h3>
      <ul>
        {papers.map((paper) => (
          <li key={paper.key}>
            {said(paper.name)} · <strong>{paperState(paper.state)}</strong>{' '}
            <span className="dim">
              {[howToBring(paper, piecesWords(paper.pieces)), paper.why].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Which departments see to his case, and how far each is. */
export function Parts({ number, parts }: Pick<Case, 'number' | 'parts'>) {
  if (parts.length === 0) return null;
  return (
    <section className={styles['item']} aria-label={t('entry.parts')}>
      <h3>{t('entry.parts')}</h3>
      <ul>
        {parts.map((part) => (
          <li key={part.no}>
            {number}-{part.no} {said(part.department)} · <strong>{t(`entry.part_${part.state}`)}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}
