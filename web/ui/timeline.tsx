import type { ReactNode } from 'react';
import { t } from '../words/words.ts';
import { Go } from './go.tsx';
import type { IconType } from './action-button.tsx';
import { dateOf, dayOf, ms } from './time.ts';
import styles from './timeline.module.css';
import { When } from './when.tsx';

export type Fact = {
  id: string;
  /** When it happened; facts stand in this order. */
  at: string;
  /** Recorded noticeably later than it happened: said beside it. */
  recordedAt?: string | null;
  /** Facts of one kind fold together. */
  kind: string;
  icon: IconType;
  who: string;
  what: ReactNode;
  /** Where the sentence leads, if anywhere. */
  address?: string | null;
  body?: ReactNode;
  /** `outside` is what the customer sees or said, `inside` stays in the house, `clock` is a promise kept or broken. */
  side: 'outside' | 'inside' | 'clock';
  tone?: 'late' | 'run' | 'soon' | undefined;
  /** Came since this person last looked. */
  fresh?: boolean;
};

/** A later record than this is worth a word. */
const noticeable = 10 * 60_000;

/** One column of facts in time order, a line between days. `hidden` names the kinds that are folded away. */
export function Timeline({ facts, hidden }: { facts: readonly Fact[]; hidden: ReadonlySet<string> }) {
  const shown = facts.filter((fact) => !hidden.has(fact.kind));
  return (
    <ol className={styles['timeline']}>
      {shown.map((fact, at) => {
        const before = shown[at - 1];
        const newDay = !before || dayOf(ms(before.at)) !== dayOf(ms(fact.at));
        const firstFresh = fact.fresh && !before?.fresh;
        return (
          <li key={fact.id} data-side={fact.side} data-tone={fact.tone} data-fresh={fact.fresh || undefined}>
            {newDay ? <p className={styles['day']}>{dateOf(fact.at)}</p> : null}
            {firstFresh ? <p className={styles['fresh']}>{t('timeline.new')}</p> : null}
            <FactLine fact={fact} />
          </li>
        );
      })}
    </ol>
  );
}

function FactLine({ fact }: { fact: Fact }) {
  const late = fact.recordedAt && ms(fact.recordedAt) - ms(fact.at) > noticeable ? fact.recordedAt : null;
  return (
    <article className={styles['fact']}>
      <span className={styles['icon']} aria-hidden>
        <fact.icon size={15} stroke={1.8} />
      </span>
      <div>
        <p className={styles['line']}>
          <strong>{fact.who}</strong> {fact.address ? <Go to={fact.address}>{fact.what}</Go> : fact.what}{' '}
          <When at={fact.at} className={styles['when'] ?? ''} />
          {late ? (
            <span className="dim">
              {' '}
              {t('timeline.recorded')} <When at={late} />
            </span>
          ) : null}
        </p>
        {fact.body ? <div className={styles['body']}>{fact.body}</div> : null}
      </div>
    </article>
  );
}

/** Buttons that fold the kinds of facts away, with how many there are of each. */
export function TimelineFolds(props: {
  kinds: readonly { key: string; label: string; count: number }[];
  hidden: ReadonlySet<string>;
  toggle: (key: string) => void;
}) {
  return (
    <div className={styles['folds']} role="group" aria-label={t('timeline.show')}>
      {props.kinds.map((kind) => (
        <button
          key={kind.key}
          type="button"
          aria-pressed={!props.hidden.has(kind.key)}
          onClick={() => props.toggle(kind.key)}
        >
          {kind.label} <span className="dim">{kind.count}</span>
        </button>
      ))}
    </div>
  );
}
