/**
 * Dates as numbers: day 0 is 1970-01-01. Plain arithmetic of the Gregorian calendar (H. Hinnant, "chrono-compatible
 * low-level date algorithms"), because a dozen compiled years ask it ten thousand times, and no zone is involved.
 */
export type DayNumber = number;

/** ISO 8601: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

type Civil = { year: number; month: number; day: number };

function numberOf({ year, month, day }: Civil): DayNumber {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function civilOf(number: DayNumber): Civil {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth + (marchMonth < 10 ? 3 : -9);
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

export function firstOfYear(year: number): DayNumber {
  return numberOf({ year, month: 1, day: 1 });
}

/** `2026-10-01` as a number; null where that is no date (`2026-02-30`, `1.10.2026`). */
export function dayNumber(date: string): DayNumber | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!found) return null;
  const number = numberOf({ year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) });
  return dateOf(number) === date ? number : null;
}

export function dateOf(number: DayNumber): string {
  const { year, month, day } = civilOf(number);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

export function weekdayOf(number: DayNumber): Weekday {
  const sinceMonday = (((number + 3) % 7) + 7) % 7;
  return (sinceMonday + 1) as Weekday;
}

/** The same day of the month so many months later; the month's last where it has no such day. */
export function plusMonths(number: DayNumber, months: number): DayNumber {
  if (months === 0) return number;
  const { year, month, day } = civilOf(number);
  const monthsSinceZero = year * 12 + month - 1 + months;
  const first = { year: Math.floor(monthsSinceZero / 12), month: (monthsSinceZero % 12) + 1, day: 1 };
  const start = numberOf(first);
  const length =
    numberOf({ ...first, year: first.year + (first.month === 12 ? 1 : 0), month: (first.month % 12) + 1 }) - start;
  return start + Math.min(day, length) - 1;
}
