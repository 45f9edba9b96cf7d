import { windowWords } from '../../matter/window-words.ts';
import { dayOf, HOUR, ms, nowMs, toLocal } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import styles from './day-line.module.css';
import type { Hand } from './rows.ts';

const firstHour = 8;
const lastHour = 20;
/** Of the line, so that a short one can still be seen. */
const least = 0.03;

/** Where a moment stands between the first and the last hour shown, 0 to 1. */
function place(moment: string | number): number {
  const [hours = 0, minutes = 0] = toLocal(moment).slice(11).split(':').map(Number);
  return Math.min(1, Math.max(0, (hours + minutes / 60 - firstHour) / (lastHour - firstHour)));
}

/** Somebody's appointments of today on one line from 8 to 20, with now as a mark; in words for a screen reader and on hover. */
export function DayLine({ hand }: { hand: Hand }) {
  const now = nowMs();
  const today = hand.appointments.filter((one) => dayOf(ms(one.fromAt)) === dayOf(now));
  const label = t('dispatch.day_of', { name: hand.name });
  return (
    <div className={styles['day']}>
      {today.length === 0 ? (
        <span className="sr-only">{`${label}: ${t('dispatch.day_free')}`}</span>
      ) : (
        <ul aria-label={label}>
          {today.map((one) => (
            <Booked key={one.workOrderId} one={one} />
          ))}
        </ul>
      )}
      {place(now) > 0 && place(now) < 1 ? (
        <span aria-hidden className={styles['now']} style={{ insetInlineStart: `${place(now) * 100}%` }} />
      ) : null}
    </div>
  );
}

function Booked({ one }: { one: Hand['appointments'][number] }) {
  const words = t('dispatch.booked', { number: String(one.number), window: windowWords(one.fromAt, one.untilAt) });
  const left = place(one.fromAt);
  const width = Math.max(least, place(Math.min(ms(one.untilAt), ms(one.fromAt) + 12 * HOUR)) - left);
  return (
    <li
      className={styles['booked']}
      title={words}
      style={{ insetInlineStart: `${left * 100}%`, width: `${width * 100}%` }}
    >
      <span className="sr-only">{words}</span>
    </li>
  );
}

/** The hours over the lines of a list of people, once. */
export function DayHours() {
  return (
    <div className={styles['axis']} aria-hidden>
      {[firstHour, 12, 16, lastHour].map((hour) => (
        <span key={hour}>{`${String(hour).padStart(2, '0')}:00`}</span>
      ))}
    </div>
  );
}
