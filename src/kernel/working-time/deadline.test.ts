import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Allowance } from '../duration.ts';
import { Invalid } from '../refusal.ts';
import { HOUR, MINUTE } from '../time.ts';
import type { CalendarException, CalendarRules } from './calendar.ts';
import { chineseExceptions } from './chinese-holidays.ts';
import type { CompiledCalendar } from './compile.ts';
import { BeyondCalendar, compileCalendar } from './compile.ts';
import type { DeadlineFacts } from './deadline.ts';
import { deadlineOf, momentAfter, momentAtShare, remaining } from './deadline.ts';
import { addWorking, isOpen, nextOpening, workingBetween } from './measure.ts';
import type { Pause } from './pauses.ts';
import { calendarOf, hours, moment, shown } from './samples.ts';

const office = hours('08:30-18:00');
const china2026 = chineseExceptions(2026, office);

const compile = (rules: CalendarRules): CompiledCalendar => compileCalendar(rules, 2025, 2028);

const reception = compile(calendarOf('Asia/Shanghai', office, hours('09:00-17:00'), china2026));
const weekdays = compile(calendarOf('Asia/Shanghai', office, [], china2026));
const withLunch = compile(calendarOf('Asia/Shanghai', hours('08:30-12:00', '13:30-18:00')));
const nights = compile(calendarOf('Asia/Shanghai', hours('22:00-06:00')));
const always = compile(calendarOf('Asia/Shanghai', hours('00:00-24:00'), hours('00:00-24:00')));
const newYork = compile(calendarOf('America/New_York', hours('00:00-24:00'), hours('00:00-24:00')));
const berlinNights = compile(calendarOf('Europe/Berlin', hours('22:00-06:00'), hours('22:00-06:00')));
const closing: CalendarException[] = [{ date: '2026-12-31', name: 'New Year\u2019s Eve', spans: hours('08:30-12:00') }];
const shortEve = compile(calendarOf('Asia/Shanghai', office, [], closing));

const monday: CalendarException[] = [{ date: '2026-11-23', name: 'Founding day', spans: [] }];
const foundingDay = compile(calendarOf('Asia/Shanghai', office, hours('09:00-17:00'), monday));
const lunch: CalendarException[] = [
  { date: '2026-11-24', name: 'Inventory', spans: hours('08:30-12:00', '13:30-18:00') },
];
const lunchOnTuesday = compile(calendarOf('Asia/Shanghai', office, [], lunch));

type Case = [name: string, CompiledCalendar, start: string, allowance: string, due: string, ...pauses: string[]];

function allowanceOf(text: string): Allowance {
  const [duration, basis] = text.split(' ');
  return { text: duration!, basis: basis === 'working' ? 'working' : 'clock' };
}

/** `2026-10-09 10:00 / 2026-10-09 10:40`; nothing behind the stroke is an open pause. */
function pauseOf(text: string, zone: string): Pause {
  const [from, to] = text.split(/ \/ ?/);
  return { from: moment(from!, zone), to: to ? moment(to, zone) : null };
}

function facts(calendar: CompiledCalendar, start: string, allowance: string, ...pauses: string[]): DeadlineFacts {
  const { zone } = calendar.rules;
  return {
    startedAt: moment(start, zone),
    allowance: allowanceOf(allowance),
    calendar,
    pauses: pauses.map((pause) => pauseOf(pause, zone)),
  };
}

const hoursAndMinutes: Case[] = [
  ['within a day', weekdays, '2026-11-23 10:00', 'PT4H working', 'Mon 2026-11-23 14:00'],
  ['over a night', weekdays, '2026-11-23 16:00', 'PT4H working', 'Tue 2026-11-24 10:30'],
  ['over a weekend', weekdays, '2026-11-27 16:00', 'PT4H working', 'Mon 2026-11-30 10:30'],
  ['over lunch', withLunch, '2026-11-23 11:00', 'PT2H working', 'Mon 2026-11-23 14:30'],
  ['started at lunch', withLunch, '2026-11-23 12:10', 'PT30M working', 'Mon 2026-11-23 14:00'],
  ['ending exactly at closing', weekdays, '2026-11-23 16:00', 'PT2H working', 'Mon 2026-11-23 18:00'],
  ['ending exactly at the lunch break', withLunch, '2026-11-23 10:00', 'PT2H working', 'Mon 2026-11-23 12:00'],
  ['one second more than till closing', weekdays, '2026-11-23 16:00', 'PT7201S working', 'Tue 2026-11-24 08:30:01.000'],
  ['started exactly at closing', weekdays, '2026-11-23 18:00', 'PT1H working', 'Tue 2026-11-24 09:30'],
  ['started exactly at opening', weekdays, '2026-11-23 08:30', 'PT9H30M working', 'Mon 2026-11-23 18:00'],
  ['started before opening', weekdays, '2026-11-23 06:00', 'PT1H working', 'Mon 2026-11-23 09:30'],
  ['Saturday after 17:00', reception, '2026-11-28 17:20', 'PT1H working', 'Sun 2026-11-29 10:00'],
  ['Sunday evening before a holiday', foundingDay, '2026-11-22 19:40', 'PT2H working', 'Tue 2026-11-24 10:30'],
  ['Friday evening before Qingming', reception, '2026-04-03 19:40', 'PT2H working', 'Tue 2026-04-07 10:30'],
  ['the evening before National Day', reception, '2026-09-30 19:40', 'PT4H working', 'Thu 2026-10-08 12:30'],
  ['into a make-up Sunday', weekdays, '2026-09-18 17:00', 'PT2H working', 'Sun 2026-09-20 09:30'],
  ['into a make-up Saturday', weekdays, '2026-10-09 17:00', 'PT2H working', 'Sat 2026-10-10 09:30'],
  ['into an ordinary Saturday', weekdays, '2026-10-16 17:00', 'PT2H working', 'Mon 2026-10-19 09:30'],
  ['on a day of special hours', shortEve, '2026-12-31 11:00', 'PT2H working', 'Fri 2027-01-01 09:30'],
  ['within a night shift', nights, '2026-11-23 23:00', 'PT3H working', 'Tue 2026-11-24 02:00'],
  ['over the end of Friday\u2019s night shift', nights, '2026-11-28 05:00', 'PT2H working', 'Mon 2026-11-30 23:00'],
  ['72 hours on the complaint line', always, '2026-09-30 19:40', 'PT72H clock', 'Sat 2026-10-03 19:40'],
  ['72 hours on the clock, whatever is closed', weekdays, '2026-09-30 19:40', 'PT72H clock', 'Sat 2026-10-03 19:40'],
  ['24 hours for a written rectification', weekdays, '2026-11-28 10:00', 'PT24H clock', 'Sun 2026-11-29 10:00'],
  ['24 hours when New York goes forward', newYork, '2026-03-07 12:00', 'PT24H clock', 'Sun 2026-03-08 13:00'],
  ['24 hours when New York goes back', newYork, '2026-10-31 12:00', 'PT24H clock', 'Sun 2026-11-01 11:00'],
  ['a night shift one hour short', berlinNights, '2026-03-28 22:00', 'PT8H working', 'Sun 2026-03-29 23:00'],
  ['a night shift one hour long', berlinNights, '2026-10-24 22:00', 'PT9H working', 'Sun 2026-10-25 06:00'],
  ['at once, in hours', weekdays, '2026-11-23 10:00', 'PT0S working', 'Mon 2026-11-23 10:00'],
  ['at once, at closing', weekdays, '2026-11-23 18:00', 'PT0S working', 'Tue 2026-11-24 08:30'],
  ['at once, at night', weekdays, '2026-11-23 23:00', 'PT0S working', 'Tue 2026-11-24 08:30'],
  ['at once, at night, on the clock', weekdays, '2026-11-23 23:00', 'PT0S clock', 'Mon 2026-11-23 23:00'],
];

const days: Case[] = [
  ['three days after a leak', reception, '2026-09-30 19:40', 'P3D clock', 'Sat 2026-10-03 19:40'],
  ['a week after a repair', reception, '2026-11-23 10:00', 'P1W clock', 'Mon 2026-11-30 10:00'],
  ['a month', reception, '2027-01-31 10:00', 'P1M clock', 'Sun 2027-02-28 10:00'],
  ['a year and a day and an hour', always, '2027-02-28 10:00', 'P1Y1DT1H clock', 'Tue 2028-02-29 11:00'],
  ['a day when New York goes forward', newYork, '2026-03-07 12:00', 'P1D clock', 'Sun 2026-03-08 12:00'],
  ['a day when New York goes back', newYork, '2026-10-31 12:00', 'P1D clock', 'Sun 2026-11-01 12:00'],
  ['a day into the skipped hour', newYork, '2026-03-07 02:30', 'P1D clock', 'Sun 2026-03-08 03:00'],
  ['a day into the hour that comes twice', newYork, '2026-10-31 01:30', 'P1D clock', 'Sun 2026-11-01 01:30'],
  ['two working days', weekdays, '2026-11-23 10:00', 'P2D working', 'Wed 2026-11-25 10:00'],
  ['two working days over a weekend', weekdays, '2026-11-26 10:00', 'P2D working', 'Mon 2026-11-30 10:00'],
  ['one working day over National Day', weekdays, '2026-09-30 10:00', 'P1D working', 'Thu 2026-10-08 10:00'],
  ['one working day to a make-up Saturday', weekdays, '2026-10-09 10:00', 'P1D working', 'Sat 2026-10-10 10:00'],
  ['one working day from opening is that day', weekdays, '2026-11-23 08:30', 'P1D working', 'Mon 2026-11-23 18:00'],
  ['one working day from a night is the next day', weekdays, '2026-11-22 20:00', 'P1D working', 'Mon 2026-11-23 18:00'],
  [
    'a working day ending after a short day\u2019s closing',
    shortEve,
    '2026-12-30 15:00',
    'P1D working',
    'Thu 2026-12-31 12:00',
  ],
  ['a working day ending in lunch', lunchOnTuesday, '2026-11-23 12:40', 'P1D working', 'Tue 2026-11-24 12:00'],
  [
    'from Friday 8:45 to a Saturday that opens at 9',
    reception,
    '2026-11-27 08:45',
    'P1D working',
    'Fri 2026-11-27 18:00',
  ],
  ['a working day and four hours', weekdays, '2026-11-23 10:00', 'P1DT4H working', 'Tue 2026-11-24 14:00'],
  ['a working day on the night shift', nights, '2026-11-24 02:00', 'P1D working', 'Wed 2026-11-25 02:00'],
  ['a working day from Friday night', nights, '2026-11-28 02:00', 'P1D working', 'Tue 2026-12-01 02:00'],
  ['a working day, day and night', always, '2026-11-28 02:00', 'P1D working', 'Sun 2026-11-29 02:00'],
  ['a week of working time is the same weekday', weekdays, '2026-11-23 10:00', 'P1W working', 'Mon 2026-11-30 10:00'],
  [
    'a week that ends in a holiday goes on behind it',
    weekdays,
    '2026-09-24 10:00',
    'P1W working',
    'Thu 2026-10-08 10:00',
  ],
  [
    'a month that ends on a Sunday goes on to Monday',
    weekdays,
    '2026-10-29 10:00',
    'P1M working',
    'Mon 2026-11-30 10:00',
  ],
  ['no days at all', weekdays, '2026-11-23 10:00', 'P0D working', 'Mon 2026-11-23 10:00'],
];

const words: Case[] = [
  ['the same day', reception, '2026-11-23 10:00', 'same-day clock', 'Tue 2026-11-24 00:00'],
  ['the same day, a minute before midnight', reception, '2026-11-23 23:59', 'same-day clock', 'Tue 2026-11-24 00:00'],
  ['the same day, at midnight', reception, '2026-11-24 00:00', 'same-day clock', 'Wed 2026-11-25 00:00'],
  ['the same day of 23 hours', newYork, '2026-03-08 00:00', 'same-day clock', 'Mon 2026-03-09 00:00'],
  ['the same day in working time', reception, '2026-11-23 10:00', 'same-day working', 'Mon 2026-11-23 18:00'],
  [
    'the same day in working time, after closing',
    reception,
    '2026-11-23 18:00',
    'same-day working',
    'Tue 2026-11-24 18:00',
  ],
  ['the end of the working day', reception, '2026-11-28 10:00', 'end-of-working-day working', 'Sat 2026-11-28 17:00'],
  [
    'the same end, counted on the clock',
    reception,
    '2026-11-28 10:00',
    'end-of-working-day clock',
    'Sat 2026-11-28 17:00',
  ],
  [
    'the end of the working day, before a holiday',
    reception,
    '2026-09-30 19:40',
    'end-of-working-day clock',
    'Thu 2026-10-08 18:00',
  ],
  [
    'the end of the working day, before lunch',
    withLunch,
    '2026-11-23 11:00',
    'end-of-working-day working',
    'Mon 2026-11-23 18:00',
  ],
  ['the end of the night shift', nights, '2026-11-24 02:00', 'end-of-working-day working', 'Tue 2026-11-24 06:00'],
  [
    'the end of the day, day and night',
    always,
    '2026-11-24 02:00',
    'end-of-working-day working',
    'Wed 2026-11-25 00:00',
  ],
];

const paused: Case[] = [
  [
    'forty minutes',
    weekdays,
    '2026-11-23 10:00',
    'PT4H working',
    'Mon 2026-11-23 14:40',
    '2026-11-23 11:00 / 2026-11-23 11:40',
  ],
  [
    'across closing',
    weekdays,
    '2026-11-23 10:00',
    'PT8H working',
    'Tue 2026-11-24 09:30',
    '2026-11-23 17:00 / 2026-11-24 08:30',
  ],
  [
    'a whole night long, which takes nothing away',
    weekdays,
    '2026-11-23 16:00',
    'PT4H working',
    'Tue 2026-11-24 10:30',
    '2026-11-23 18:00 / 2026-11-24 08:30',
  ],
  [
    'a night on the clock',
    weekdays,
    '2026-11-23 16:00',
    'PT4H clock',
    'Tue 2026-11-24 10:30',
    '2026-11-23 18:00 / 2026-11-24 08:30',
  ],
  [
    'twice at the same time counts once',
    weekdays,
    '2026-11-23 09:00',
    'PT2H working',
    'Mon 2026-11-23 12:30',
    '2026-11-23 10:00 / 2026-11-23 11:00',
    '2026-11-23 10:30 / 2026-11-23 11:30',
  ],
  [
    'one pause within another',
    weekdays,
    '2026-11-23 09:00',
    'PT2H working',
    'Mon 2026-11-23 13:00',
    '2026-11-23 10:15 / 2026-11-23 10:30',
    '2026-11-23 10:00 / 2026-11-23 12:00',
  ],
  [
    'a pause that began before',
    weekdays,
    '2026-11-23 09:00',
    'PT2H working',
    'Mon 2026-11-23 12:00',
    '2026-11-20 10:00 / 2026-11-23 10:00',
  ],
  [
    'a pause before everything',
    weekdays,
    '2026-11-23 09:00',
    'PT2H working',
    'Mon 2026-11-23 11:00',
    '2026-11-20 10:00 / 2026-11-20 11:00',
  ],
  [
    'a pause that begins when it is due',
    weekdays,
    '2026-11-23 09:00',
    'PT2H working',
    'Mon 2026-11-23 11:00',
    '2026-11-23 11:00 / 2026-11-23 12:00',
  ],
  [
    'a pause that begins at closing, when it is due',
    weekdays,
    '2026-11-23 16:00',
    'PT2H working',
    'Mon 2026-11-23 18:00',
    '2026-11-23 18:00 /',
  ],
  [
    'a pause behind the deadline',
    weekdays,
    '2026-11-23 09:00',
    'PT2H working',
    'Mon 2026-11-23 11:00',
    '2026-11-23 11:01 /',
  ],
  [
    'a pause of no length',
    weekdays,
    '2026-11-23 09:00',
    'PT2H working',
    'Mon 2026-11-23 11:00',
    '2026-11-23 10:00 / 2026-11-23 10:00',
  ],
  [
    'a pause over a whole working day',
    weekdays,
    '2026-11-23 10:00',
    'P1D working',
    'Wed 2026-11-25 10:00',
    '2026-11-23 11:00 / 2026-11-24 11:00',
  ],
  [
    'the same day, paused until tomorrow',
    reception,
    '2026-11-23 10:00',
    'same-day clock',
    'Wed 2026-11-25 00:00',
    '2026-11-23 11:00 / 2026-11-24 11:00',
  ],
  [
    'at once, during a pause',
    weekdays,
    '2026-11-23 10:00',
    'PT0S working',
    'Mon 2026-11-23 10:20',
    '2026-11-23 09:00 / 2026-11-23 10:20',
  ],
  [
    'at once, before a pause',
    weekdays,
    '2026-11-23 10:00',
    'PT0S working',
    'Mon 2026-11-23 10:00',
    '2026-11-23 10:01 / 2026-11-23 10:20',
  ],
  [
    'at once, at night, and a pause at opening',
    weekdays,
    '2026-11-23 20:00',
    'PT0S working',
    'Tue 2026-11-24 09:00',
    '2026-11-24 08:30 / 2026-11-24 09:00',
  ],
  [
    'on the clock when New York goes back',
    newYork,
    '2026-10-31 12:00',
    'P1D clock',
    'Sun 2026-11-01 13:00',
    '2026-11-01 00:30 / 2026-11-01 01:30',
  ],
];

for (const [name, calendar, start, allowance, due, ...pauses] of [...hoursAndMinutes, ...days, ...words, ...paused]) {
  const title = `${allowance} from ${start}${pauses.length > 0 ? ', paused' : ''}: ${name}`;
  test(title, () => {
    const given = facts(calendar, start, allowance, ...pauses);
    const found = deadlineOf(given);
    assert.equal(shown(found, calendar.rules.zone), due);
    assert.equal(remaining(given, found!), 0);
    assert.equal(momentAtShare(given, 1), found);
  });
}

test('with an open pause there is no deadline, but something is left', () => {
  const waiting = facts(weekdays, '2026-11-23 10:00', 'PT4H working', '2026-11-23 12:30 /');
  assert.equal(deadlineOf(waiting), null);
  assert.equal(remaining(waiting, moment('2026-11-23 11:00')), 3 * HOUR);
  for (const later of ['2026-11-23 12:30', '2026-11-23 15:00', '2027-11-23 15:00']) {
    assert.equal(remaining(waiting, moment(later)), 90 * MINUTE);
  }
});

test('with an open pause, the deadline can be had as if work went on now', () => {
  const waiting = facts(weekdays, '2026-11-23 10:00', 'PT4H working', '2026-11-23 12:30 /');
  assert.equal(shown(deadlineOf({ ...waiting, now: moment('2026-11-23 17:00') })), 'Tue 2026-11-24 09:00');
  assert.equal(shown(deadlineOf({ ...waiting, now: moment('2026-11-23 12:30') })), 'Mon 2026-11-23 14:00');
});

test('what is left goes below nothing by how late it is, in the basis of the allowance', () => {
  const working = facts(weekdays, '2026-11-23 10:00', 'PT4H working');
  assert.equal(remaining(working, moment('2026-11-22 10:00')), 4 * HOUR);
  assert.equal(remaining(working, moment('2026-11-23 14:45')), -45 * MINUTE);
  assert.equal(remaining(working, moment('2026-11-24 09:00')), -4.5 * HOUR);
  assert.equal(remaining(facts(weekdays, '2026-11-23 10:00', 'PT4H clock'), moment('2026-11-24 09:00')), -19 * HOUR);
});

test('rungs stand at shares of the allowance and move with its pauses', () => {
  const plain = facts(weekdays, '2026-11-23 14:00', 'PT8H working');
  assert.equal(shown(momentAtShare(plain, 0)), 'Mon 2026-11-23 14:00');
  assert.equal(shown(momentAtShare(plain, 0.5)), 'Mon 2026-11-23 18:00');
  assert.equal(shown(momentAtShare(plain, 0.75)), 'Tue 2026-11-24 10:30');
  const waited = facts(weekdays, '2026-11-23 14:00', 'PT8H working', '2026-11-24 08:30 / 2026-11-24 09:30');
  assert.equal(shown(momentAtShare(waited, 0.5)), 'Mon 2026-11-23 18:00');
  assert.equal(shown(momentAtShare(waited, 0.75)), 'Tue 2026-11-24 11:30');
  const waiting = facts(weekdays, '2026-11-23 14:00', 'PT8H working', '2026-11-24 08:30 /');
  assert.equal(shown(momentAtShare(waiting, 0.5)), 'Mon 2026-11-23 18:00');
  assert.equal(momentAtShare(waiting, 0.75), null);
  assert.equal(shown(momentAtShare(facts(weekdays, '2026-11-22 20:00', 'PT8H working'), 0)), 'Mon 2026-11-23 08:30');
  for (const share of [-0.1, 1.1, Number.NaN]) assert.throws(() => momentAtShare(plain, share), RangeError);
});

test('rungs stand behind the deadline by working or by clock time', () => {
  const due = moment('2026-11-27 17:00');
  const after = (offset: string, at = due, ...pauses: string[]): string | null => {
    const list = pauses.map((pause) => pauseOf(pause, 'Asia/Shanghai'));
    return shown(momentAfter(at, allowanceOf(offset), weekdays, list));
  };
  assert.equal(after('PT2H clock'), 'Fri 2026-11-27 19:00');
  assert.equal(after('PT2H working'), 'Mon 2026-11-30 09:30');
  assert.equal(after('P1D working'), 'Mon 2026-11-30 17:00');
  assert.equal(after('P1D clock'), 'Sat 2026-11-28 17:00');
  const closing = moment('2026-11-27 18:00');
  assert.equal(after('PT0S working', closing), 'Fri 2026-11-27 18:00');
  assert.equal(after('PT0S working', closing, '2026-11-27 18:00 /'), 'Fri 2026-11-27 18:00');
  assert.equal(after('PT2H working', due, '2026-11-27 17:30 / 2026-11-30 09:30'), 'Mon 2026-11-30 11:00');
  assert.equal(after('PT2H working', due, '2026-11-27 17:30 /'), null);
});

test('the office is open from its opening until just before its closing', () => {
  const saturday = (time: string): number => moment(`2026-11-28 ${time}`);
  assert.equal(isOpen(reception, saturday('08:59')), false);
  assert.equal(isOpen(reception, saturday('09:00')), true);
  assert.equal(isOpen(reception, saturday('17:00') - 1), true);
  assert.equal(isOpen(reception, saturday('17:00')), false);
  assert.equal(nextOpening(reception, saturday('12:00')), saturday('12:00'));
  assert.equal(shown(nextOpening(reception, saturday('17:00'))), 'Sun 2026-11-29 09:00');
});

test('working time is measured to the millisecond, and backwards too', () => {
  const from = moment('2026-11-23 17:59') + 59_999;
  const to = moment('2026-11-24 08:30') + 1;
  assert.equal(workingBetween(weekdays, from, to), 2);
  assert.equal(workingBetween(weekdays, to, from), -2);
  assert.equal(addWorking(weekdays, from, 2), to);
  assert.equal(shown(addWorking(weekdays, from, 1)), 'Mon 2026-11-23 18:00');
  assert.throws(() => addWorking(weekdays, from, -1), RangeError);
});

test('a malformed allowance and one beyond the calendar are told apart', () => {
  assert.throws(() => deadlineOf(facts(weekdays, '2026-11-23 10:00', '4h working')), Invalid);
  for (const allowance of ['P3Y clock', 'P3Y working', 'P800D working', 'PT9999H working']) {
    assert.throws(() => deadlineOf(facts(weekdays, '2026-11-23 10:00', allowance)), BeyondCalendar, allowance);
  }
});
