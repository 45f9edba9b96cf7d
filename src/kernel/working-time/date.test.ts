import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Temporal } from '../temporal.ts';
import { dateOf, dayNumber, firstOfYear, plusMonths, weekdayOf } from './date.ts';

test('dates, weekdays and months are those of Temporal for 400 years', () => {
  let date = Temporal.PlainDate.from('1899-12-25');
  const first = firstOfYear(1900) - 7;
  for (let step = 0; step < 146_500; step += 37, date = date.add({ days: 37 })) {
    const number = first + step;
    assert.equal(dateOf(number), date.toString());
    assert.equal(dayNumber(date.toString()), number);
    assert.equal(weekdayOf(number), date.dayOfWeek);
    const months = step % 31;
    assert.equal(dateOf(plusMonths(number, months)), date.add({ months }).toString());
  }
});

test('a month after 31 January is the last day of February', () => {
  assert.equal(dateOf(plusMonths(dayNumber('2027-01-31')!, 1)), '2027-02-28');
  assert.equal(dateOf(plusMonths(dayNumber('2028-01-31')!, 1)), '2028-02-29');
  assert.equal(dateOf(plusMonths(dayNumber('2026-12-31')!, 2)), '2027-02-28');
});
