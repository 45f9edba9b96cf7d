import { absolute, daysAway, HOUR, ms, nowMs, spoken, timeOfDay } from '../ui/time.ts';
import { said, t } from '../words/words.ts';
import type { Matter } from './matter-line.tsx';

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
