import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CalendarRules } from './calendar.ts';
import { whyNotCalendar } from './calendar.ts';
import { calendarOf, hours } from './samples.ts';

const reception = calendarOf('Asia/Shanghai', hours('08:30-18:00'), hours('09:00-17:00'));

function having(change: Partial<CalendarRules>): CalendarRules {
  return { ...reception, ...change };
}

function monday(...texts: string[]): CalendarRules {
  return having({ weekly: { ...reception.weekly, 1: hours(...texts) } });
}

function exception(date: string, name = '国庆节', ...texts: string[]): CalendarRules {
  return having({ exceptions: [{ date, name, spans: hours(...texts) }] });
}

const good: [string, CalendarRules][] = [
  ['reception hours', reception],
  ['a line open day and night', calendarOf('Asia/Shanghai', hours('00:00-24:00'), hours('00:00-00:00'))],
  ['two spans a day, in any order', monday('14:00-18:00', '08:30-12:00')],
  ['spans that touch', monday('08:00-12:00', '12:00-18:00')],
  ['a night shift', monday('22:00-06:00')],
  ['a night shift into hours of the next day', monday('22:00-10:00')],
  ['a make-up Saturday', exception('2026-10-10', '国庆节调休', '08:30-18:00')],
  ['29 February', exception('2028-02-29')],
];

for (const [name, rules] of good) {
  test(`a calendar may have ${name}`, () => assert.equal(whyNotCalendar(rules), null));
}

const wrong: [string, CalendarRules, string, Record<string, string>][] = [
  ['an unknown zone', having({ zone: 'Asia/Pekin' }), 'calendar.zone_unknown', { zone: 'Asia/Pekin' }],
  ['half past 25', monday('25:30-18:00'), 'calendar.span_malformed', { day: '1', from: '25:30', to: '18:00' }],
  ['8:3', monday('08:30-8:3'), 'calendar.span_malformed', { day: '1', from: '08:30', to: '8:3' }],
  ['an opening at 24:00', monday('24:00-08:00'), 'calendar.span_malformed', { day: '1', from: '24:00', to: '08:00' }],
  ['a closing after 24:00', monday('20:00-24:30'), 'calendar.span_malformed', { day: '1', from: '20:00', to: '24:30' }],
  ['overlapping spans', monday('13:00-18:00', '08:30-14:00'), 'calendar.spans_overlap', { day: '1' }],
  ['a span within a night shift', monday('20:00-08:00', '23:00-24:00'), 'calendar.spans_overlap', { day: '1' }],
  ['no hours at all', calendarOf('UTC', []), 'calendar.never_opens', {}],
  ['30 February', exception('2026-02-30'), 'calendar.date_malformed', { date: '2026-02-30' }],
  ['29 February in a common year', exception('2100-02-29'), 'calendar.date_malformed', { date: '2100-02-29' }],
  ['a date in another order', exception('01/10/2026'), 'calendar.date_malformed', { date: '01/10/2026' }],
  ['a holiday without a name', exception('2026-10-01', ' '), 'calendar.exception_unnamed', { date: '2026-10-01' }],
  [
    'a malformed span on a date',
    exception('2026-10-10', 'x', '08:30-'),
    'calendar.span_malformed',
    { day: '2026-10-10', from: '08:30', to: '' },
  ],
  [
    'a date entered twice',
    having({ exceptions: [...exception('2026-10-01').exceptions, ...exception('2026-10-01', '中秋').exceptions] }),
    'calendar.date_twice',
    { date: '2026-10-01' },
  ],
];

for (const [name, rules, code, params] of wrong) {
  test(`a calendar may not have ${name}`, () => {
    const answer = whyNotCalendar(rules);
    assert.equal(answer?.code, code);
    assert.deepEqual(answer?.params ?? {}, params);
  });
}
