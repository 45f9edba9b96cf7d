import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '../kernel/time.ts';
import { periodAfter, periodBefore, periodOf, whyNotSubmit } from './summary.ts';

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

test('it is submitted once, after its week, by whoever owes it or acts in his post', () => {
  const open = { period: 'week' as const, submitted_at: null, until_at: instant('2026-10-05T00:00+08:00') };
  const owed = { ownerId: 'head', postId: 'post' } as never;
  const head = { personId: 'head', posts: [] } as never;
  const deputy = { personId: 'other', posts: [{ id: 'post' }] } as never;
  const other = { personId: 'other', posts: [] } as never;
  const sunday = instant('2026-10-04T23:59+08:00');
  const monday = open.until_at;
  assert.equal(whyNotSubmit(open, owed, head, sunday)?.code, 'summary.week_not_over');
  assert.equal(whyNotSubmit({ ...open, period: 'month' }, owed, head, sunday)?.code, 'summary.month_not_over');
  assert.equal(whyNotSubmit(open, owed, head, monday), null);
  assert.equal(whyNotSubmit(open, owed, deputy, monday), null);
  assert.equal(whyNotSubmit(open, owed, other, monday)?.code, 'summary.not_yours');
  assert.equal(whyNotSubmit({ ...open, submitted_at: monday }, owed, head, monday)?.code, 'summary.submitted');
});
