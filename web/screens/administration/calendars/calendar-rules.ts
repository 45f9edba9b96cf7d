import type { z } from 'zod';
import type { calendarsOut } from '../../../../src/organisation/calendars-view.ts';
import type { calendarRulesShape } from '../../../../src/organisation/inputs.ts';
import { weekdayNames } from '../../../ui/time.ts';

export type Calendar = z.output<typeof calendarsOut>['items'][number];
export type Rules = z.output<typeof calendarRulesShape>;
export type Exception = Rules['exceptions'][number];
export type Span = Exception['spans'][number];

/** What `POST /api/calendars/:id/preview` answers. */
export type Effect = {
  moves: number;
  turnsLate: number;
  turnsInTime: number;
  first: {
    commitmentId: string;
    ticketId: string | null;
    from: string;
    to: string;
    turns: 'late' | 'in_time' | null;
  }[];
};

export const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;
export type Weekday = (typeof weekdays)[number];

export function weekdayName(day: Weekday): string {
  return weekdayNames('long')[Number(day) - 1] ?? day;
}

/** `08:30–12:00, 13:30–17:00`; nothing for a closed day. */
export function spansWords(spans: readonly Span[]): string {
  return spans.map(({ from, to }) => `${from}–${to}`).join(', ');
}

export function withWeekday(rules: Rules, day: Weekday, spans: Span[]): Rules {
  return { ...rules, weekly: { ...rules.weekly, [day]: spans } };
}

/** With these dates put in; one that is there already is replaced. In the order of their dates. */
export function withExceptions(rules: Rules, added: readonly Exception[]): Rules {
  const dates = new Set(added.map(({ date }) => date));
  const all = [...rules.exceptions.filter(({ date }) => !dates.has(date)), ...added];
  return { ...rules, exceptions: all.sort((one, other) => (one.date < other.date ? -1 : 1)) };
}

export function withoutException(rules: Rules, date: string): Rules {
  return { ...rules, exceptions: rules.exceptions.filter((one) => one.date !== date) };
}

export function yearsOf(rules: Rules): string[] {
  return [...new Set(rules.exceptions.map(({ date }) => date.slice(0, 4)))].sort().toReversed();
}
