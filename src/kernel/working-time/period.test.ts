import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '../time.ts';
import { PERIODS, periodAfter, periodBefore, periodOf } from './period.ts';

const SHANGHAI = 'Asia/Shanghai';

test('a week runs from Monday to Monday where the centre stands', () => {
  const week = {
    period: 'week',
    begins: '2026-09-28',
    from: '2026-09-27T16:00:00.000Z',
    until: '2026-10-04T16:00:00.000Z',
  };
  assert.deepEqual(periodOf('week', SHANGHAI, instant('2026-09-28T00:00+08:00')), week);
  assert.deepEqual(periodOf('week', SHANGHAI, instant('2026-10-04T23:59:59+08:00')), week);
  assert.equal(periodOf('week', SHANGHAI, instant('2026-10-05T00:00+08:00')).begins, '2026-10-05');
  assert.equal(periodOf('week', SHANGHAI, instant('2026-01-01T00:30+08:00')).begins, '2025-12-29');
  assert.equal(periodAfter({ period: 'week', begins: '2026-12-28' }, SHANGHAI).begins, '2027-01-04');
});

test('the week in which the clock is put back is an hour longer', () => {
  const week = periodOf('week', 'Europe/Berlin', instant('2026-10-25T12:00:00Z'));
  assert.deepEqual([week.from, week.until], ['2026-10-18T22:00:00.000Z', '2026-10-25T23:00:00.000Z']);
});

test('a month runs from its first day to the next one, over the turn of the year and a short February', () => {
  const december = periodOf('month', SHANGHAI, instant('2026-12-31T23:59:59+08:00'));
  const from = '2026-11-30T16:00:00.000Z';
  assert.deepEqual(december, { period: 'month', begins: '2026-12-01', from, until: '2026-12-31T16:00:00.000Z' });
  assert.equal(periodOf('month', SHANGHAI, instant('2026-12-01T00:00+08:00')).begins, '2026-12-01');
  assert.equal(periodAfter(december, SHANGHAI).begins, '2027-01-01');
  assert.equal(periodBefore(december, SHANGHAI).begins, '2026-11-01');
  const february = periodAfter({ period: 'month', begins: '2027-01-01' }, SHANGHAI);
  assert.deepEqual([february.begins, periodAfter(february, SHANGHAI).begins], ['2027-02-01', '2027-03-01']);
  assert.equal(periodBefore({ period: 'month', begins: '2027-03-01' }, SHANGHAI).begins, '2027-02-01');
});

test('a day, a quarter and a year run from their first day too', () => {
  const at = instant('2026-11-28T10:00+08:00');
  const begins = (period: 'day' | 'quarter' | 'year') => periodOf(period, SHANGHAI, at).begins;
  assert.deepEqual([begins('day'), begins('quarter'), begins('year')], ['2026-11-28', '2026-10-01', '2026-01-01']);
  assert.equal(periodAfter({ period: 'quarter', begins: '2026-10-01' }, SHANGHAI).begins, '2027-01-01');
  assert.equal(periodAfter({ period: 'year', begins: '2026-01-01' }, SHANGHAI).begins, '2027-01-01');
  assert.equal(periodAfter({ period: 'day', begins: '2026-12-31' }, SHANGHAI).begins, '2027-01-01');
});

test('each period begins where the one before it ends', () => {
  for (const period of PERIODS) {
    let one = periodOf(period, 'Europe/Berlin', instant('2023-12-30T12:00:00Z'));
    for (let many = 0; many < 30; many++) {
      const next = periodAfter(one, 'Europe/Berlin');
      assert.equal(next.from, one.until);
      assert.deepEqual(periodBefore(next, 'Europe/Berlin'), one);
      one = next;
    }
  }
});
