import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { matterOut } from '../../src/ticket/matters.ts';
import { ClockDot } from '../ui/clock/clock-dot.tsx';
import { whatIsOwed } from '../ui/clock/words.ts';
import { absolute, daysAway, HOUR, ms, nowMs, spoken, timeOfDay } from '../ui/time.ts';
import { said, t } from '../words/words.ts';
import { KindIcon } from './kind-icon.tsx';
import styles from './matter.module.css';
import { ThingLink } from './thing-link.tsx';

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

/** "Qian (Engineering) comes today 15:30 to 17:00". */
export function comingWords(coming: NonNullable<Matter['coming']>): string {
  const when = windowWords(coming.fromAt, coming.untilAt);
  const department = said(coming.department);
  return coming.personName
    ? t('matter.person_comes', { name: coming.personName, department, when })
    : t('matter.department_comes', { department, when });
}

/** A window in which somebody comes: `tomorrow 09:00 to 11:00`. */
export function windowWords(from: string, until: string): string {
  return t('matter.window', { from: farWords(from), until: timeOfDay(ms(until)) });
}

/** A moment to be read aloud: never "in 12 min", which is wrong as soon as it is written down. */
export function farWords(at: string): string {
  const now = nowMs();
  if (Math.abs(ms(at) - now) >= HOUR) return spoken(at, now);
  const time = timeOfDay(ms(at));
  const days = daysAway(ms(at), now);
  return days === 0
    ? t('time.today', { time })
    : days > 0
      ? t('time.tomorrow', { time })
      : t('time.yesterday', { time });
}

/** The same with the date spelled out, for paper. */
export function paperWords(from: string, until: string): string {
  return t('matter.window', { from: absolute(from), until: timeOfDay(ms(until)) });
}
