import { said, t } from '../../words/words.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DayLine } from './day-line.tsx';
import styles from './dispatch.module.css';
import type { Ranked } from './proposal.ts';
import type { Hand } from './rows.ts';

/** Who it is, whether on duty, how loaded, and what the day looks like. */
export function PersonFacts({ hand }: { hand: Hand | Ranked }) {
  return (
    <>
      <span className={styles['who']}>
        <span className={styles['duty']} data-on={hand.onDuty || undefined} aria-hidden />
        <strong className="cut">{hand.name}</strong>
        {'proposed' in hand && hand.proposed ? <span className={styles['mark']}>{t('dispatch.proposed')}</span> : null}
      </span>
      <span className={`dim ${styles['small']}`}>
        {[
          hand.onDuty ? t('dispatch.on_duty') : t('dispatch.off_duty'),
          t('dispatch.load', { count: hand.openOrders }),
          said(hand.department.name),
        ].join(' · ')}
        {hand.late > 0 ? <span className={styles['late']}> · {t('dispatch.late', { count: hand.late })}</span> : null}
        {'skilled' in hand && hand.skilled ? (
          <span className={styles['skilled']}> · {t('dispatch.skilled')}</span>
        ) : null}
      </span>
      <DayLine hand={hand} />
    </>
  );
}

/** One person in the pane beside the list; with `send`, one tap opens the order made out to that person. */
export function PersonLine({
  hand,
  skills,
  send,
}: {
  hand: Hand | Ranked;
  skills: string;
  send?: (() => void) | undefined;
}) {
  return (
    <li className={styles['person']} data-off={!hand.onDuty || undefined}>
      <div className={styles['facts']}>
        <PersonFacts hand={hand} />
        {skills ? <span className={`dim cut ${styles['small']}`}>{skills}</span> : null}
      </div>
      {send ? <ActionButton label={t('dispatch.send')} kind="quiet" onRun={send} /> : null}
    </li>
  );
}
