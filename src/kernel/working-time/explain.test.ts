import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CalendarRules } from './calendar.ts';
import { chineseExceptions } from './chinese-holidays.ts';
import { compileCalendar } from './compile.ts';
import type { Step } from './steps.ts';
import { explainDeadline } from './explain.ts';
import type { Pause } from './pauses.ts';
import { calendarOf, hours, moment, shown } from './samples.ts';

const office = hours('08:30-18:00');
const china2026 = chineseExceptions(2026, office);
const reception = calendarOf('Asia/Shanghai', office, hours('09:00-17:00'), china2026);
const weekdays = calendarOf('Asia/Shanghai', office, [], china2026);

/** Minutes as `1:40`. */
const length = (milliseconds: number): string =>
  `${Math.floor(milliseconds / 3_600_000)}:${String((milliseconds / 60_000) % 60).padStart(2, '0')}`;

/** The steps as a plain catalogue would put them. */
function line(step: Step, zone: string): string {
  const at = (moment: number | null): string => shown(moment, zone) ?? '...';
  switch (step.kind) {
    case 'start':
      return `${at(step.at)} start, ${length(step.counts)} allowed`;
    case 'due':
      return `${at(step.at)} due`;
    case 'left':
      return `${length(step.left)} left`;
    case 'counted':
      return `${at(step.from)} - ${at(step.to)} counted ${length(step.counted)}${step.name ? ` (${step.name})` : ''}`;
    case 'days':
      return `${at(step.from)} - ${at(step.to)} ${step.days} days counted ${length(step.counted)}`;
    case 'outside-hours':
      return `${at(step.from)} - ${at(step.to)} ${step.why}${step.name ? ` (${step.name})` : ''}`;
    case 'paused':
      return `${at(step.from)} - ${at(step.to)} paused: ${step.reason}, ${step.withheld === null ? '?' : length(step.withheld)} withheld`;
  }
}

function explained(
  rules: CalendarRules,
  start: string,
  allowance: string,
  pauses: Pause[] = [],
  now?: string,
): string[] {
  const [text, basis] = allowance.split(' ');
  const facts = {
    startedAt: moment(start, rules.zone),
    allowance: { text: text!, basis: basis === 'working' ? ('working' as const) : ('clock' as const) },
    calendar: compileCalendar(rules, 2025, 2028),
    pauses,
    ...(now ? { now: moment(now, rules.zone) } : {}),
  };
  return explainDeadline(facts).map((step) => line(step, rules.zone));
}

const customer = (from: string, to: string | null): Pause => ({
  from: moment(from),
  to: to === null ? null : moment(to),
  reason: 'waiting for customer',
});

test('a leak on the evening before National Day: after hours, seven days of holiday, the morning', () => {
  assert.deepEqual(explained(reception, '2026-09-30 19:40', 'PT4H working'), [
    'Wed 2026-09-30 19:40 start, 4:00 allowed',
    'Wed 2026-09-30 19:40 - Thu 2026-10-01 00:00 off-hours',
    'Thu 2026-10-01 00:00 - Thu 2026-10-08 00:00 holiday (国庆节)',
    'Thu 2026-10-08 00:00 - Thu 2026-10-08 08:30 off-hours',
    'Thu 2026-10-08 08:30 - Thu 2026-10-08 12:30 counted 4:00',
    'Thu 2026-10-08 12:30 due',
  ]);
});

test('a Saturday after 17:00, a holiday on Monday, and forty minutes of waiting for the customer', () => {
  const rules = calendarOf('Asia/Shanghai', office, [], [{ date: '2026-11-30', name: 'Founding day', spans: [] }]);
  const saturday = { ...rules, weekly: { ...rules.weekly, 6: hours('09:00-17:00') } };
  assert.deepEqual(
    explained(saturday, '2026-11-28 16:30', 'PT2H working', [customer('2026-12-01 09:00', '2026-12-01 09:40')]),
    [
      'Sat 2026-11-28 16:30 start, 2:00 allowed',
      'Sat 2026-11-28 16:30 - Sat 2026-11-28 17:00 counted 0:30',
      'Sat 2026-11-28 17:00 - Sun 2026-11-29 00:00 off-hours',
      'Sun 2026-11-29 00:00 - Mon 2026-11-30 00:00 weekend',
      'Mon 2026-11-30 00:00 - Tue 2026-12-01 00:00 holiday (Founding day)',
      'Tue 2026-12-01 00:00 - Tue 2026-12-01 08:30 off-hours',
      'Tue 2026-12-01 08:30 - Tue 2026-12-01 09:00 counted 0:30',
      'Tue 2026-12-01 09:00 - Tue 2026-12-01 09:40 paused: waiting for customer, 0:40 withheld',
      'Tue 2026-12-01 09:40 - Tue 2026-12-01 10:40 counted 1:00',
      'Tue 2026-12-01 10:40 due',
    ],
  );
});

test('a make-up Saturday is named, an ordinary night is one step over midnight', () => {
  assert.deepEqual(explained(weekdays, '2026-10-09 17:00', 'PT2H working'), [
    'Fri 2026-10-09 17:00 start, 2:00 allowed',
    'Fri 2026-10-09 17:00 - Fri 2026-10-09 18:00 counted 1:00',
    'Fri 2026-10-09 18:00 - Sat 2026-10-10 08:30 off-hours',
    'Sat 2026-10-10 08:30 - Sat 2026-10-10 09:30 counted 1:00 (国庆节调休)',
    'Sat 2026-10-10 09:30 due',
  ]);
});

test('two holidays side by side keep their names', () => {
  const two = [
    { date: '2026-11-24', name: 'First', spans: [] },
    { date: '2026-11-25', name: 'Second', spans: [] },
  ];
  assert.deepEqual(explained(calendarOf('Asia/Shanghai', office, [], two), '2026-11-24 10:00', 'PT1H working'), [
    'Tue 2026-11-24 10:00 start, 1:00 allowed',
    'Tue 2026-11-24 10:00 - Wed 2026-11-25 00:00 holiday (First)',
    'Wed 2026-11-25 00:00 - Thu 2026-11-26 00:00 holiday (Second)',
    'Thu 2026-11-26 00:00 - Thu 2026-11-26 08:30 off-hours',
    'Thu 2026-11-26 08:30 - Thu 2026-11-26 09:30 counted 1:00',
    'Thu 2026-11-26 09:30 due',
  ]);
});

test('breaks and weekdays that never open have reasons of their own', () => {
  const lunch = hours('08:30-12:00', '13:30-18:00');
  const rules = calendarOf('Asia/Shanghai', lunch);
  const closedOnTuesday = { ...rules, weekly: { ...rules.weekly, 2: [] } };
  assert.deepEqual(explained(closedOnTuesday, '2026-11-23 11:00', 'PT6H working'), [
    'Mon 2026-11-23 11:00 start, 6:00 allowed',
    'Mon 2026-11-23 11:00 - Mon 2026-11-23 12:00 counted 1:00',
    'Mon 2026-11-23 12:00 - Mon 2026-11-23 13:30 break',
    'Mon 2026-11-23 13:30 - Mon 2026-11-23 18:00 counted 4:30',
    'Mon 2026-11-23 18:00 - Tue 2026-11-24 00:00 off-hours',
    'Tue 2026-11-24 00:00 - Wed 2026-11-25 00:00 closed-day',
    'Wed 2026-11-25 00:00 - Wed 2026-11-25 08:30 off-hours',
    'Wed 2026-11-25 08:30 - Wed 2026-11-25 09:00 counted 0:30',
    'Wed 2026-11-25 09:00 due',
  ]);
});

test('six weeks read in a few lines, and the holiday stands out', () => {
  assert.deepEqual(explained(weekdays, '2026-08-31 10:00', 'P26D working'), [
    'Mon 2026-08-31 10:00 start, 247:00 allowed',
    'Mon 2026-08-31 10:00 - Mon 2026-08-31 18:00 counted 8:00',
    'Mon 2026-08-31 18:00 - Tue 2026-09-01 08:30 off-hours',
    'Tue 2026-09-01 08:30 - Fri 2026-09-18 18:00 14 days counted 133:00',
    'Fri 2026-09-18 18:00 - Sat 2026-09-19 00:00 off-hours',
    'Sat 2026-09-19 00:00 - Sun 2026-09-20 00:00 weekend',
    'Sun 2026-09-20 00:00 - Sun 2026-09-20 08:30 off-hours',
    'Sun 2026-09-20 08:30 - Sun 2026-09-20 18:00 counted 9:30 (国庆节调休)',
    'Sun 2026-09-20 18:00 - Mon 2026-09-21 08:30 off-hours',
    'Mon 2026-09-21 08:30 - Thu 2026-09-24 18:00 4 days counted 38:00',
    'Thu 2026-09-24 18:00 - Fri 2026-09-25 00:00 off-hours',
    'Fri 2026-09-25 00:00 - Mon 2026-09-28 00:00 holiday (中秋)',
    'Mon 2026-09-28 00:00 - Mon 2026-09-28 08:30 off-hours',
    'Mon 2026-09-28 08:30 - Wed 2026-09-30 18:00 3 days counted 28:30',
    'Wed 2026-09-30 18:00 - Thu 2026-10-01 00:00 off-hours',
    'Thu 2026-10-01 00:00 - Thu 2026-10-08 00:00 holiday (国庆节)',
    'Thu 2026-10-08 00:00 - Thu 2026-10-08 08:30 off-hours',
    'Thu 2026-10-08 08:30 - Thu 2026-10-08 18:00 counted 9:30',
    'Thu 2026-10-08 18:00 - Fri 2026-10-09 08:30 off-hours',
    'Fri 2026-10-09 08:30 - Fri 2026-10-09 18:00 counted 9:30',
    'Fri 2026-10-09 18:00 - Sat 2026-10-10 08:30 off-hours',
    'Sat 2026-10-10 08:30 - Sat 2026-10-10 18:00 counted 9:30 (国庆节调休)',
    'Sat 2026-10-10 18:00 - Sun 2026-10-11 00:00 off-hours',
    'Sun 2026-10-11 00:00 - Mon 2026-10-12 00:00 weekend',
    'Mon 2026-10-12 00:00 - Mon 2026-10-12 08:30 off-hours',
    'Mon 2026-10-12 08:30 - Mon 2026-10-12 10:00 counted 1:30',
    'Mon 2026-10-12 10:00 due',
  ]);
});

test('days with breaks fold as days too, and a pause cuts the run', () => {
  const rules = calendarOf('Asia/Shanghai', hours('08:30-12:00', '13:30-18:00'));
  assert.deepEqual(
    explained(rules, '2026-11-23 07:00', 'PT42H working', [customer('2026-11-26 13:00', '2026-11-26 14:00')]),
    [
      'Mon 2026-11-23 07:00 start, 42:00 allowed',
      'Mon 2026-11-23 07:00 - Mon 2026-11-23 08:30 off-hours',
      'Mon 2026-11-23 08:30 - Wed 2026-11-25 18:00 3 days counted 24:00',
      'Wed 2026-11-25 18:00 - Thu 2026-11-26 08:30 off-hours',
      'Thu 2026-11-26 08:30 - Thu 2026-11-26 12:00 counted 3:30',
      'Thu 2026-11-26 12:00 - Thu 2026-11-26 13:00 break',
      'Thu 2026-11-26 13:00 - Thu 2026-11-26 14:00 paused: waiting for customer, 0:30 withheld',
      'Thu 2026-11-26 14:00 - Thu 2026-11-26 18:00 counted 4:00',
      'Thu 2026-11-26 18:00 - Fri 2026-11-27 08:30 off-hours',
      'Fri 2026-11-27 08:30 - Fri 2026-11-27 12:00 counted 3:30',
      'Fri 2026-11-27 12:00 - Fri 2026-11-27 13:30 break',
      'Fri 2026-11-27 13:30 - Fri 2026-11-27 18:00 counted 4:30',
      'Fri 2026-11-27 18:00 - Sat 2026-11-28 00:00 off-hours',
      'Sat 2026-11-28 00:00 - Mon 2026-11-30 00:00 weekend',
      'Mon 2026-11-30 00:00 - Mon 2026-11-30 08:30 off-hours',
      'Mon 2026-11-30 08:30 - Mon 2026-11-30 11:00 counted 2:30',
      'Mon 2026-11-30 11:00 due',
    ],
  );
});

test('on the clock everything counts but pauses, and overlapping pauses count once', () => {
  const parts: Pause = {
    from: moment('2026-11-24 08:00'),
    to: moment('2026-11-24 20:00'),
    reason: 'waiting for parts',
  };
  const pauses = [parts, customer('2026-11-23 20:00', '2026-11-24 10:00')];
  assert.deepEqual(explained(weekdays, '2026-11-23 10:00', 'PT24H clock', pauses), [
    'Mon 2026-11-23 10:00 start, 24:00 allowed',
    'Mon 2026-11-23 10:00 - Mon 2026-11-23 20:00 counted 10:00',
    'Mon 2026-11-23 20:00 - Tue 2026-11-24 10:00 paused: waiting for customer, 14:00 withheld',
    'Tue 2026-11-24 10:00 - Tue 2026-11-24 20:00 paused: waiting for parts, 10:00 withheld',
    'Tue 2026-11-24 20:00 - Wed 2026-11-25 10:00 counted 14:00',
    'Wed 2026-11-25 10:00 due',
  ]);
});

test('three days on the clock are 71 hours when the clocks go forward', () => {
  const rules = calendarOf('Europe/Berlin', office);
  assert.deepEqual(explained(rules, '2026-03-27 10:00', 'P3D clock'), [
    'Fri 2026-03-27 10:00 start, 71:00 allowed',
    'Fri 2026-03-27 10:00 - Mon 2026-03-30 10:00 counted 71:00',
    'Mon 2026-03-30 10:00 due',
  ]);
});

test('while a pause is open there is no deadline, but what it holds back', () => {
  const open = [customer('2026-11-23 17:00', null)];
  assert.deepEqual(explained(weekdays, '2026-11-23 16:00', 'PT4H working', open), [
    'Mon 2026-11-23 16:00 start, 4:00 allowed',
    'Mon 2026-11-23 16:00 - Mon 2026-11-23 17:00 counted 1:00',
    'Mon 2026-11-23 17:00 - ... paused: waiting for customer, ? withheld',
    '3:00 left',
  ]);
  assert.deepEqual(explained(weekdays, '2026-11-23 16:00', 'PT4H working', open, '2026-11-24 09:30'), [
    'Mon 2026-11-23 16:00 start, 4:00 allowed',
    'Mon 2026-11-23 16:00 - Mon 2026-11-23 17:00 counted 1:00',
    'Mon 2026-11-23 17:00 - Tue 2026-11-24 09:30 paused: waiting for customer, 2:00 withheld',
    'Tue 2026-11-24 09:30 - Tue 2026-11-24 12:30 counted 3:00',
    'Tue 2026-11-24 12:30 due',
  ]);
});

test('what is owed at once is owed when it opens, and a line without hours counts without a break', () => {
  assert.deepEqual(explained(weekdays, '2026-11-23 23:00', 'PT0S working'), [
    'Mon 2026-11-23 23:00 start, 0:00 allowed',
    'Mon 2026-11-23 23:00 - Tue 2026-11-24 08:30 off-hours',
    'Tue 2026-11-24 08:30 due',
  ]);
  assert.deepEqual(explained(weekdays, '2026-11-23 10:00', 'PT0S working'), [
    'Mon 2026-11-23 10:00 start, 0:00 allowed',
    'Mon 2026-11-23 10:00 due',
  ]);
  const always = calendarOf('Asia/Shanghai', hours('00:00-24:00'), hours('00:00-24:00'));
  assert.deepEqual(explained(always, '2026-11-23 10:00', 'P30D working'), [
    'Mon 2026-11-23 10:00 start, 720:00 allowed',
    'Mon 2026-11-23 10:00 - Wed 2026-12-23 10:00 counted 720:00',
    'Wed 2026-12-23 10:00 due',
  ]);
});
