import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CalendarRules } from './calendar.ts';
import { whyNotCalendar } from './calendar.ts';
import { chineseExceptions, lacksHolidays } from './chinese-holidays.ts';
import { calendarOf, hours, moment } from './samples.ts';

const office = hours('08:30-18:00');

test('2026 has 33 holidays and 6 make-up days, as the State Council published them', () => {
  const exceptions = chineseExceptions(2026, office);
  const made = exceptions.filter((exception) => exception.spans.length > 0);
  assert.equal(exceptions.length - made.length, 33);
  assert.deepEqual(
    made.map(({ date, name }) => `${date} ${name}`),
    [
      '2026-01-04 元旦调休',
      '2026-02-14 春节调休',
      '2026-02-28 春节调休',
      '2026-05-09 劳动节调休',
      '2026-09-20 国庆节调休',
      '2026-10-10 国庆节调休',
    ],
  );
  assert.deepEqual(made[0]!.spans, office);
  assert.deepEqual(
    exceptions.find((exception) => exception.date === '2026-10-03'),
    { date: '2026-10-03', name: '国庆节', spans: [] },
  );
  assert.deepEqual(
    exceptions,
    [...exceptions].sort((one, other) => (one.date < other.date ? -1 : 1)),
  );
});

test('every published year makes a good calendar', () => {
  for (let year = 2004; year <= 2026; year += 1) {
    const exceptions = chineseExceptions(year, office);
    assert.ok(exceptions.length > 20, String(year));
    assert.equal(whyNotCalendar(calendarOf('Asia/Shanghai', office, [], exceptions)), null);
  }
});

test('a year that is not published has none', () => assert.deepEqual(chineseExceptions(2003, office), []));

function withHolidaysOf(...years: number[]): CalendarRules {
  return calendarOf(
    'Asia/Shanghai',
    office,
    [],
    years.map((year) => ({ date: `${year}-10-01`, name: '国庆节', spans: [] })),
  );
}

test('missing holidays of the next year are said from November on', () => {
  const rules = withHolidaysOf(2025, 2026);
  assert.equal(lacksHolidays(rules, 2027, moment('2026-10-31 23:59')), false);
  assert.equal(lacksHolidays(rules, 2027, moment('2026-11-01 00:00')), true);
  assert.equal(lacksHolidays(rules, 2027, moment('2027-03-01 00:00')), true);
  assert.equal(lacksHolidays(rules, 2026, moment('2026-11-01 00:00')), false);
  assert.equal(lacksHolidays(withHolidaysOf(2025, 2026, 2027), 2027, moment('2026-11-01 00:00')), false);
});

test('special hours alone are no holidays, and a line that never had one lacks none', () => {
  const specialHours = { date: '2027-01-02', name: 'Inventory', spans: office };
  const rules = withHolidaysOf(2026);
  assert.equal(
    lacksHolidays({ ...rules, exceptions: [...rules.exceptions, specialHours] }, 2027, moment('2026-12-01 00:00')),
    true,
  );
  assert.equal(lacksHolidays({ ...rules, exceptions: [specialHours] }, 2027, moment('2026-12-01 00:00')), false);
});
