import type { ReactNode } from 'react';
import { useId } from 'react';
import styles from './section.module.css';

type SectionProps = { title: string; aside?: ReactNode; actions?: ReactNode; children: ReactNode };

/** One part of a page that is read: a heading with what can be done about it, and what stands under it. */
export function Section({ title, aside, actions, children }: SectionProps) {
  const heading = useId();
  return (
    <section className={styles['section']} aria-labelledby={heading}>
      <header className={styles['head']}>
        <h2 id={heading}>{title}</h2>
        {aside ? <span className="dim">{aside}</span> : null}
        {actions ? <div className={styles['actions']}>{actions}</div> : null}
      </header>
      {children}
    </section>
  );
}

export type FactLine = { label: string; value: ReactNode };

/** What is known of a thing, as label and content; what is not known is left out. */
export function Facts({ lines }: { lines: readonly FactLine[] }) {
  const known = lines.filter(({ value }) => value !== null && value !== undefined && value !== '');
  return (
    <dl className={styles['facts']}>
      {known.map(({ label, value }) => (
        <div key={label}>
          <dt className="dim">{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Says in a box what somebody must know before going on. */
export function Notice({ tone, children }: { tone: 'soon' | 'late' | 'wait' | 'run'; children: ReactNode }) {
  return (
    <div className={styles['notice']} data-tone={tone} role="note">
      {children}
    </div>
  );
}
