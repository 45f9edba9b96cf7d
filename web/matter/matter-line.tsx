import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { matterOut } from '../../src/ticket/matters.ts';
import { ClockDot } from '../ui/clock/clock-dot.tsx';
import { whatIsOwed } from '../ui/clock/words.ts';
import { said } from '../words/words.ts';
import { KindIcon } from './kind-icon.tsx';
import styles from './matter.module.css';
import { ThingLink } from './thing-link.tsx';
import { comingWords } from './window-words.ts';

export type Matter = z.output<typeof matterOut>;

type MatterLineProps = {
  matter: Matter;
  /** Why it stands here: "reported 3 days ago in the flat below". */
  why?: string | undefined;
  actions?: ReactNode;
};

/** One matter as it is told to a caller: what and where, how far it is, who comes when, and what is owed by when. */
export function MatterLine({ matter, why, actions }: MatterLineProps) {
  const facts = [String(matter.number), said(matter.kind.name), matter.place?.code, said(matter.stage.name)];
  return (
    <article className={styles['matter']}>
      <span className={styles['icon']}>
        <KindIcon icon={matter.kind.icon} />
      </span>
      <div className={styles['body']}>
        {why ? <p className={styles['why']}>{why}</p> : null}
        <p>
          <ThingLink type="ticket" id={matter.id}>
            {matter.title}
          </ThingLink>
        </p>
        <p className={`dim ${styles['facts']}`}>{facts.filter(Boolean).join(' · ')}</p>
        {matter.coming ? <p className={styles['coming']}>{comingWords(matter.coming)}</p> : null}
        {matter.clock ? (
          <p className={styles['owed']}>
            <ClockDot clock={matter.clock} /> <span className="dim">{whatIsOwed(matter.clock)}</span>
          </p>
        ) : null}
        {actions ? <div className={styles['actions']}>{actions}</div> : null}
      </div>
    </article>
  );
}
