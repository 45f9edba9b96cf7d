import type { Limit, Rung } from '../../../../src/commitment/rule.ts';
import type { Settings } from '../../../../src/pack/settings-shape.ts';
import { rungWords } from '../../../ui/clock/words.ts';
import { numberWords } from '../../../ui/time.ts';
import type { PlainKey } from '../../../words/words.ts';
import { t } from '../../../words/words.ts';

export const units = ['minutes', 'hours', 'days', 'weeks', 'same_day', 'end_of_working_day'] as const;
export type Unit = (typeof units)[number] | 'other';

const shapes = { minutes: /^PT(\d+)M$/, hours: /^PT(\d+)H$/, days: /^P(\d+)D$/, weeks: /^P(\d+)W$/ } as const;

/** A length as a number and its unit; `other` for what is put together of several. */
export function readLength(text: string): { unit: Unit; count: number } {
  if (text === 'same-day') return { unit: 'same_day', count: 1 };
  if (text === 'end-of-working-day') return { unit: 'end_of_working_day', count: 1 };
  for (const unit of ['minutes', 'hours', 'days', 'weeks'] as const) {
    const found = shapes[unit].exec(text);
    if (found) return { unit, count: Number(found[1]) };
  }
  return { unit: 'other', count: 0 };
}

export function writeLength(unit: Unit, count: number, former: string): string {
  const n = Math.max(1, Math.round(count) || 1);
  if (unit === 'minutes') return `PT${n}M`;
  if (unit === 'hours') return `PT${n}H`;
  if (unit === 'days') return `P${n}D`;
  if (unit === 'weeks') return `P${n}W`;
  if (unit === 'same_day') return 'same-day';
  return unit === 'end_of_working_day' ? 'end-of-working-day' : former;
}

/** `4 hours`; what is put together of several units stands as its parts. */
export function lengthSaid(text: string): string {
  const { unit, count } = readLength(text);
  if (unit === 'other') return partsSaid(text);
  if (unit === 'same_day' || unit === 'end_of_working_day') return t(`limits.unit_${unit}`);
  return t(`limits.n_${unit}`, { count });
}

function partsSaid(text: string): string {
  const [days = '', time = ''] = text.replace(/^P/, '').split('T');
  const parts = [...days.matchAll(/(\d+)([WD])/g), ...time.matchAll(/(\d+)([HM])/g)].map(([, n, letter], at) => {
    const unit = letter === 'W' ? 'weeks' : letter === 'D' ? 'days' : letter === 'H' ? 'hours' : 'minutes';
    return (at > 0 ? ' ' : '') + t(`limits.n_${unit}`, { count: Number(n) });
  });
  return parts.join('') || text;
}

export const basisWords = (basis: string): string =>
  basis === 'working' ? t('limits.basis_working') : t('limits.basis_clock');

const calendars: Readonly<Record<string, PlainKey>> = {
  reception: 'limits.calendar_reception',
  department: 'limits.calendar_department',
  always: 'limits.calendar_always',
};

export function calendarWords(choice: string): string {
  const key = calendars[choice];
  return key ? t(key) : choice;
}

const urgencies: Readonly<Record<string, PlainKey>> = {
  normal: 'limits.urgency_normal',
  urgent: 'limits.urgency_urgent',
  emergency: 'limits.urgency_emergency',
};

export function urgencyWords(urgency: string): string {
  const key = urgencies[urgency];
  return key ? t(key) : urgency;
}

export function houseLimitWords(key: keyof Settings['limits']): string {
  return t(`limits.house_${key}`);
}

/** When a rung is climbed, and what it does: `at 80 %: a reminder to the owner`. */
export function ladderLine(rung: Rung): string {
  const what = rungWords(rung.do, rung.to);
  if ('share' in rung.at) {
    return rung.at.share === 1
      ? t('limits.rung_at_end', { what })
      : t('limits.rung_share', { share: numberWords(Math.round(rung.at.share * 100)), what });
  }
  return t('limits.rung_after', { length: lengthSaid(rung.at.after), basis: basisWords(rung.at.basis), what });
}

/** One value of a change in words, by the part of the limit it stands in. */
export function valueWords(part: string, value: unknown): string {
  if (value === null) return '–';
  const text = String(value);
  if (part.endsWith('basis')) return basisWords(text);
  if (part.endsWith('calendar')) return calendarWords(text);
  if (part.endsWith('text') || part.endsWith('longest')) return lengthSaid(text);
  return text;
}

export function limitSaid(limit: Limit): string {
  return t('limits.said', {
    length: lengthSaid(limit.allowance.text),
    basis: basisWords(limit.allowance.basis),
    calendar: calendarWords(limit.calendar),
  });
}

/** Which part of a definition a change is in, by the end of its path. */
export function partWords(path: string): string {
  if (path.endsWith('.text')) return t('limits.length');
  if (path.endsWith('.basis')) return t('limits.basis');
  if (path.endsWith('.calendar')) return t('limits.calendar');
  if (path.startsWith('pauses.')) return t('limits.pauses');
  if (path.startsWith('quietHours')) return t('limits.quiet');
  return path === 'undoSeconds' ? t('limits.undo_seconds') : '';
}
