import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOUR } from '../time.ts';
import type { CalendarRules } from './calendar.ts';
import { chineseExceptions } from './chinese-holidays.ts';
import { BeyondCalendar, compileCalendar, covers } from './compile.ts';
import { deadlineOf } from './deadline.ts';
import { addWorking, isOpen, nextOpening, workingBetween } from './measure.ts';
import { calendarOf, hours, moment, shown } from './samples.ts';

function openings(rules: CalendarRules, from: string, to: string): string[] {
  const year = Number(from.slice(0, 4));
  const calendar = compileCalendar(rules, year, year);
  const lines: string[] = [];
  for (let at = 0; at < calendar.starts.length; at += 1) {
    const [start, end] = [calendar.starts[at]!, calendar.ends[at]!];
    if (end <= moment(from, rules.zone) || start >= moment(to, rules.zone)) continue;
    lines.push(`${shown(start, rules.zone)} + ${(end - start) / HOUR} h`);
  }
  return lines;
}

const daily = (zone: string, ...texts: string[]): CalendarRules => calendarOf(zone, hours(...texts), hours(...texts));

test('in New York a night shift has 7 hours when the clocks go forward', () => {
  assert.deepEqual(openings(daily('America/New_York', '22:00-06:00'), '2026-03-07 12:00', '2026-03-08 12:00'), [
    'Sat 2026-03-07 22:00 + 7 h',
  ]);
});

test('in New York a night shift has 9 hours when the clocks go back', () => {
  assert.deepEqual(openings(daily('America/New_York', '22:00-06:00'), '2026-10-31 12:00', '2026-11-01 12:00'), [
    'Sat 2026-10-31 22:00 + 9 h',
  ]);
});

test('an opening in the hour that is skipped stands at the jump', () => {
  assert.deepEqual(openings(daily('Europe/Berlin', '02:30-05:00'), '2026-03-29 00:00', '2026-03-29 12:00'), [
    'Sun 2026-03-29 03:00 + 2 h',
  ]);
});

test('a closing in the hour that is skipped stands at the jump', () => {
  assert.deepEqual(openings(daily('Europe/Berlin', '00:00-02:30'), '2026-03-29 00:00', '2026-03-29 12:00'), [
    'Sun 2026-03-29 00:00 + 2 h',
  ]);
});

test('a span within the hour that is skipped is no span, and the day no working day', () => {
  const rules = daily('Europe/Berlin', '02:10-02:50');
  assert.deepEqual(openings(rules, '2026-03-29 00:00', '2026-03-29 12:00'), []);
  const calendar = compileCalendar(rules, 2026, 2026);
  assert.equal(calendar.days.length, 366); // 365 with the two dates on either side, without 29 March
});

test('in the hour that comes twice, openings and closings happen the first time', () => {
  const night = ['2026-10-25 00:00', '2026-10-25 12:00'] as const;
  assert.deepEqual(openings(daily('Europe/Berlin', '02:30-05:00'), ...night), ['Sun 2026-10-25 02:30 + 3.5 h']);
  assert.deepEqual(openings(daily('Europe/Berlin', '00:00-02:30'), ...night), ['Sun 2026-10-25 00:00 + 2.5 h']);
  assert.deepEqual(openings(daily('Europe/Berlin', '02:10-02:50'), ...night), [`Sun 2026-10-25 02:10 + ${40 / 60} h`]);
});

test('Shanghai keeps no summer time: every reception day is as long as the next', () => {
  const calendar = compileCalendar(daily('Asia/Shanghai', '08:30-18:00'), 2020, 2031);
  assert.ok(calendar.starts.every((start, at) => calendar.ends[at]! - start === 9.5 * HOUR));
  assert.equal(calendar.starts.length, 4383 + 2);
});

test('Apia has no 30 December 2011: nothing opens on it', () => {
  assert.deepEqual(openings(daily('Pacific/Apia', '09:00-17:00'), '2011-12-29 00:00', '2012-01-01 00:00'), [
    'Thu 2011-12-29 09:00 + 8 h',
    'Sat 2011-12-31 09:00 + 8 h',
  ]);
});

test('in Apia the night from Thursday the 29th to Saturday the 31st has its eight hours', () => {
  assert.deepEqual(openings(daily('Pacific/Apia', '22:00-06:00'), '2011-12-29 12:00', '2011-12-31 12:00'), [
    'Thu 2011-12-29 22:00 + 8 h',
  ]);
});

test('midnight that is skipped (Beirut) opens the day at one', () => {
  assert.deepEqual(openings(daily('Asia/Beirut', '00:00-08:00'), '2026-03-29 01:00', '2026-03-29 12:00'), [
    'Sun 2026-03-29 01:00 + 7 h',
  ]);
});

test('day and night is one interval, however it is written', () => {
  for (const spans of [
    ['00:00-24:00'],
    ['00:00-00:00'],
    ['08:00-08:00'],
    ['00:00-08:00', '08:00-16:00', '16:00-24:00'],
  ]) {
    const calendar = compileCalendar(daily('America/New_York', ...spans), 2024, 2027);
    assert.equal(calendar.starts.length, 1);
    assert.equal(workingBetween(calendar, calendar.from, calendar.to), calendar.to - calendar.from);
    assert.ok(isOpen(calendar, calendar.from) && isOpen(calendar, calendar.to));
  }
});

test('a night shift that runs into the next hours is counted once', () => {
  const calendar = compileCalendar(daily('Asia/Shanghai', '08:00-18:00', '20:00-09:00'), 2026, 2026);
  assert.equal(workingBetween(calendar, moment('2026-03-02 00:00'), moment('2026-03-03 00:00')), 22 * HOUR);
});

test('a short span within a longer one changes nothing', () => {
  const plain = compileCalendar(daily('Asia/Shanghai', '20:00-10:00'), 2026, 2026);
  const early = { date: '2026-03-03', name: 'Inventory', spans: hours('01:00-03:00') };
  const within = compileCalendar({ ...daily('Asia/Shanghai', '20:00-10:00'), exceptions: [early] }, 2026, 2026);
  const noon = ['2026-03-02 12:00', '2026-03-03 12:00'].map((text) => moment(text));
  assert.equal(workingBetween(plain, noon[0]!, noon[1]!), 14 * HOUR);
  assert.equal(workingBetween(within, noon[0]!, noon[1]!), 14 * HOUR);
  const twice = compileCalendar(daily('Asia/Shanghai', '08:00-18:00', '09:00-10:00'), 2026, 2026);
  assert.equal(workingBetween(twice, noon[0]!, noon[1]!), 10 * HOUR);
  const endOfDay = { text: 'end-of-working-day', basis: 'working' } as const;
  const facts = { startedAt: moment('2026-03-02 12:00'), allowance: endOfDay, calendar: twice, pauses: [] };
  assert.equal(shown(deadlineOf(facts)), 'Mon 2026-03-02 18:00');
});

test('the night shift of New Year\u2019s Eve belongs to the years on both sides', () => {
  const calendar = compileCalendar(daily('Asia/Shanghai', '22:00-06:00'), 2026, 2026);
  assert.equal(workingBetween(calendar, moment('2026-01-01 00:00'), moment('2026-01-02 00:00')), 8 * HOUR);
  assert.equal(workingBetween(calendar, moment('2026-12-31 00:00'), moment('2027-01-01 00:00')), 8 * HOUR);
});

test('what lies beyond the compiled years is refused with the years named', () => {
  const calendar = compileCalendar(daily('Asia/Shanghai', '08:30-18:00'), 2025, 2026);
  const before = moment('2024-12-31 23:59');
  const after = moment('2027-01-01 00:01');
  assert.ok(covers(calendar, moment('2025-01-01 00:00')) && covers(calendar, moment('2027-01-01 00:00')));
  assert.ok(!covers(calendar, before) && !covers(calendar, after));
  const refused = { name: 'RangeError', message: /compiled from 2025-01-01 to 2026-12-31/ };
  for (const at of [before, after]) {
    assert.throws(() => isOpen(calendar, at), refused);
    assert.throws(() => nextOpening(calendar, at), refused);
    assert.throws(() => addWorking(calendar, at, HOUR), refused);
    assert.throws(() => workingBetween(calendar, moment('2026-01-01 00:00'), at), refused);
  }
  assert.throws(() => nextOpening(calendar, moment('2026-12-31 18:00')), BeyondCalendar);
  assert.throws(() => addWorking(calendar, moment('2026-12-31 17:00'), 2 * HOUR), BeyondCalendar);
  assert.throws(() => addWorking(calendar, moment('2026-12-31 17:00'), 9999 * HOUR), BeyondCalendar);
  assert.equal(shown(addWorking(calendar, moment('2026-12-31 17:00'), HOUR)), 'Thu 2026-12-31 18:00');
});

test('twelve years compile in a moment', () => {
  const exceptions = [2024, 2025, 2026].flatMap((year) => chineseExceptions(year, hours('08:30-18:00')));
  const rules = calendarOf('America/New_York', hours('08:30-12:00', '13:30-18:00'), hours('09:00-17:00'), exceptions);
  compileCalendar(rules, 2020, 2031);
  const started = performance.now();
  const calendar = compileCalendar(rules, 2020, 2031);
  const took = performance.now() - started;
  console.log(`# 12 years, ${calendar.starts.length} intervals: ${took.toFixed(1)} ms`);
  assert.ok(took < 100, `${took} ms`);
});
