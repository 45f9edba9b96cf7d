import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { Temporal } from '../temporal.ts';
import type { Epoch } from '../time.ts';
import type { CalendarException, CalendarRules, Span } from './calendar.ts';

/** `2026-10-01` -> `National Day,国庆节,3`. */
type Published = Readonly<Record<string, string>>;

function ofYear(list: Published, year: number): [date: string, name: string][] {
  return Object.entries(list)
    .filter(([date]) => date.startsWith(`${year}-`))
    .map(([date, names]) => [date, names.split(',')[1] ?? names]);
}

/**
 * The public holidays of mainland China in a year, and the make-up working days (调休), which get `makeUpSpans`; by
 * date, named in Chinese. Empty for a year that the State Council had not published when `chinese-days` was last
 * updated (it does so each November). Its table of dates is read and not its functions, for those answer in the time
 * zone of the process.
 */
export function chineseExceptions(year: number, makeUpSpans: readonly Span[]): CalendarException[] {
  const holidays = ofYear(published.holidays, year).map(([date, name]) => ({ date, name, spans: [] }));
  const makeUpDays = ofYear(published.workdays, year).map(([date, name]) => ({
    date,
    name: `${name}调休`,
    spans: makeUpSpans,
  }));
  return [...holidays, ...makeUpDays].sort((one, other) => (one.date < other.date ? -1 : 1));
}

/**
 * Whether the holidays of `year` ought to be there by `now` and are not: from 1 November of the year before, local
 * time, for a calendar that ever had a holiday. A line that is open day and night has none, and is left in peace.
 */
export function lacksHolidays(rules: CalendarRules, year: number, now: Epoch): boolean {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(rules.zone).toPlainDate().toString();
  if (today < `${year - 1}-11-01`) return false;
  const holidays = rules.exceptions.filter((exception) => exception.spans.length === 0);
  return holidays.length > 0 && !holidays.some((holiday) => holiday.date.startsWith(`${year}-`));
}
