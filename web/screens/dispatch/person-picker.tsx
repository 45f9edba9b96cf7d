import type { ReactNode } from 'react';
import { useRef } from 'react';
import { useKeys } from '../../ui/keys.ts';
import { t } from '../../words/words.ts';
import styles from './dispatch.module.css';
import { PersonFacts } from './person-line.tsx';
import type { Ranked } from './proposal.ts';

type PersonPickerProps = {
  people: readonly Ranked[];
  value: string;
  onChange: (id: string) => void;
  /** The department may send whom it likes. */
  mayBeNobody: boolean;
  error: ReactNode;
};

/** Who can go, the proposed one first, each with load and day; keys 1 to 9 choose. */
export function PersonPicker({ people, value, onChange, mayBeNobody, error }: PersonPickerProps) {
  const within = useRef<HTMLFieldSetElement>(null);
  useKeys(
    people.slice(0, 9).map((hand, at) => ({
      key: String(at + 1),
      label: hand.name,
      group: 'screen',
      run: () => onChange(hand.id),
    })),
    within,
  );
  return (
    <fieldset ref={within} className={styles['pick']}>
      <legend>{t('dispatch.who_goes')}</legend>
      {people.map((hand, at) => (
        <button key={hand.id} type="button" aria-pressed={hand.id === value} onClick={() => onChange(hand.id)}>
          {at < 9 ? <kbd aria-hidden>{at + 1}</kbd> : <span />}
          <span className={styles['facts']}>
            <PersonFacts hand={hand} />
          </span>
        </button>
      ))}
      {mayBeNobody ? (
        <button type="button" aria-pressed={value === ''} onClick={() => onChange('')}>
          <span />
          <span>{t('dispatch.department_decides')}</span>
        </button>
      ) : null}
      {people.length === 0 && !mayBeNobody ? <p className="dim">{t('dispatch.nobody')}</p> : null}
      {error ? (
        <p role="alert" className={styles['late']}>
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
