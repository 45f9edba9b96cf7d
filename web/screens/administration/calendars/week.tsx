import { ActionButton } from '../../../ui/action-button.tsx';
import { t } from '../../../words/words.ts';
import type { Rules } from './calendar-rules.ts';
import { weekdayName, weekdays, withWeekday } from './calendar-rules.ts';
import styles from './calendars.module.css';
import { Spans } from './spans.tsx';

/** The seven days; Monday's hours can be taken over for the working week. */
export function Week({ rules, change, may }: { rules: Rules; change: (rules: Rules) => void; may: boolean }) {
  const copy = () => {
    const monday = rules.weekly['1'];
    change({ ...rules, weekly: { ...rules.weekly, 2: monday, 3: monday, 4: monday, 5: monday } });
  };
  return (
    <>
      <div className={styles['week']}>
        {weekdays.map((day) => (
          <div key={day} role="group" aria-label={weekdayName(day)} className={styles['day']}>
            <span className={styles['name']}>{weekdayName(day)}</span>
            <Spans
              day={weekdayName(day)}
              spans={rules.weekly[day]}
              change={(spans) => change(withWeekday(rules, day, spans))}
              may={may}
            />
          </div>
        ))}
      </div>
      {may ? (
        <div>
          <ActionButton label={t('calendars.copy_monday')} kind="quiet" onRun={copy} />
        </div>
      ) : null}
    </>
  );
}
