import { IconCalendarDown } from '@tabler/icons-react';
import { useState } from 'react';
import { ActionButton } from '../../../ui/action-button.tsx';
import { say } from '../../../ui/toast.ts';
import { t } from '../../../words/words.ts';
import type { Exception, Rules } from './calendar-rules.ts';
import { withExceptions } from './calendar-rules.ts';

type Props = { year: number; rules: Rules; change: (rules: Rules) => void };

/** Fills in the public holidays of mainland China and their make-up days, which work as a Monday does. Read only when asked. */
export function PublicHolidays({ year, rules, change }: Props) {
  const [busy, setBusy] = useState(false);
  const fill = async () => {
    setBusy(true);
    const { chineseExceptions } = await import('../../../../src/kernel/working-time/chinese-holidays.ts');
    setBusy(false);
    const days: Exception[] = chineseExceptions(year, rules.weekly['1']).map((day) => ({
      ...day,
      spans: [...day.spans],
    }));
    if (days.length === 0) return void say(t('calendars.not_published', { year: String(year) }), 'news');
    change(withExceptions(rules, days));
    say(t('calendars.filled', { count: days.length, year: String(year) }));
  };
  return (
    <ActionButton
      label={t('calendars.fill', { year: String(year) })}
      icon={IconCalendarDown}
      busy={busy}
      onRun={() => void fill()}
    />
  );
}
