import type { Refusal } from './refusal.ts';
import { Invalid, refusal } from './refusal.ts';
import { DAY, HOUR, MINUTE, SECOND } from './time.ts';

/** Which time an allowance is counted in: all of it, or only while the calendar is open. */
export type Basis = 'clock' | 'working';

/**
 * How long somebody has. `text` is an ISO 8601 duration (`PT72H`, `PT4H30M`, `P3D`, `P1W`, `P1M`, `P1DT12H`) or one of
 * the two words `same-day` and `end-of-working-day`.
 *
 * | text | clock | working |
 * |---|---|---|
 * | hours, minutes, seconds | exactly so long, also where clocks are changed | so much open time |
 * | days | the same local time n days later | the same local time n working days later |
 * | weeks, months, years | the same local time on that later date | the same, or on the first working day after it |
 * | `same-day` | until local midnight | as `end-of-working-day` |
 * | `end-of-working-day` | until today's last closing; once that is past, the next working day's | the same |
 *
 * In working time whatever starts outside the hours counts from the next opening, and a deadline that would fall where
 * nothing is open stands at the closing before: one working day from 8:30, where 8:30 opens, ends when that same day
 * closes. A month after 31 January is the last of February. A duration of several units takes years and months first,
 * then weeks, days and the exact part.
 */
export type Allowance = { readonly text: string; readonly basis: Basis };

export type Duration =
  | {
      readonly kind: 'length';
      /** Years are twelve of these. */
      readonly months: number;
      readonly weeks: number;
      readonly days: number;
      /** Hours, minutes and seconds. */
      readonly milliseconds: number;
    }
  | { readonly kind: 'same-day' }
  | { readonly kind: 'end-of-working-day' };

const shape =
  /^P(?=.)(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?=.)(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?)?$/;

/** No promise runs longer than ten years: a slip of the finger must not reach beyond every compiled calendar. */
const LONGEST_DAYS = 3_660;

function read(text: string): Duration | Refusal {
  if (text === 'same-day' || text === 'end-of-working-day') return { kind: text };
  const found = shape.exec(text);
  if (!found) return refusal('duration.malformed', { text });
  const [years, months, weeks, days, hours, minutes, seconds] = found.slice(1).map((digits) => Number(digits ?? 0));
  const length = {
    kind: 'length' as const,
    months: years! * 12 + months!,
    weeks: weeks!,
    days: days!,
    milliseconds: hours! * HOUR + minutes! * MINUTE + seconds! * SECOND,
  };
  const inDays = length.months * 30.5 + length.weeks * 7 + length.days + length.milliseconds / DAY;
  return inDays > LONGEST_DAYS ? refusal('duration.too_long', { text }) : length;
}

/** Why this is no duration: `duration.malformed`, or `duration.too_long` beyond ten years. */
export function whyNotDuration(text: string): Refusal | null {
  const answer = read(text);
  return 'code' in answer ? answer : null;
}

/**
 * Reads the text of an allowance. Strict: upper case, whole numbers, units in their order, no sign, nothing around it.
 * Throws Invalid `duration.malformed` or `duration.too_long`. `PT0S` is a duration: at once.
 */
export function parseDuration(text: string): Duration {
  const answer = read(text);
  if ('code' in answer) throw new Invalid(answer.code, answer.params);
  return answer;
}

/**
 * A duration in milliseconds where no calendar is at hand and none is needed: how long a pause may last, or an undo. A
 * day is 24 hours here, a month 30 days. The words that end with a day are refused.
 */
export function plainLength(text: string): number {
  const length = parseDuration(text);
  if (length.kind !== 'length') throw new Invalid('duration.malformed', { text });
  return (length.months * 30 + length.weeks * 7 + length.days) * DAY + length.milliseconds;
}
