import { Go } from '../../../ui/go.tsx';
import { Notice } from '../../../ui/section.tsx';
import { absolute } from '../../../ui/time.ts';
import { t } from '../../../words/words.ts';
import type { Effect } from './calendar-rules.ts';
import styles from './calendars.module.css';

/** What new hours would do to the clocks that run. */
export function EffectWords({ effect }: { effect: Effect }) {
  return (
    <>
      <Notice tone={effect.turnsLate > 0 ? 'late' : 'run'}>
        {effect.moves === 0 ? t('calendars.moves_nothing') : t('calendars.moves', { count: effect.moves })}{' '}
        {effect.turnsLate > 0 ? t('calendars.turns_late', { count: effect.turnsLate }) : null}{' '}
        {effect.turnsInTime > 0 ? t('calendars.turns_in_time', { count: effect.turnsInTime }) : null}
      </Notice>
      <ul className={styles['dates']} aria-label={t('calendars.first_moved')}>
        {effect.first.slice(0, 10).map((one) => (
          <li key={one.commitmentId}>
            <span>{t('calendars.moved', { from: absolute(one.from), to: absolute(one.to) })}</span>
            {one.turns === 'late' ? <strong>{t('calendars.would_be_late')}</strong> : null}
            {one.ticketId ? <Go to={`/tickets/${one.ticketId}`}>{t('calendars.look')}</Go> : null}
          </li>
        ))}
      </ul>
    </>
  );
}
