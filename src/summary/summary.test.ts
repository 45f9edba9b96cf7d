import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '../kernel/time.ts';
import { weekAfter, weekOf, whyNotSubmit } from './summary.ts';

test('a week runs from Monday to Monday where the centre stands', () => {
  const week = { week: '2026-09-28', from: '2026-09-27T16:00:00.000Z', until: '2026-10-04T16:00:00.000Z' };
  assert.deepEqual(weekOf('Asia/Shanghai', instant('2026-09-28T00:00+08:00')), week);
  assert.deepEqual(weekOf('Asia/Shanghai', instant('2026-10-04T23:59:59+08:00')), week);
  assert.equal(weekOf('Asia/Shanghai', instant('2026-10-05T00:00+08:00')).week, '2026-10-05');
  assert.equal(weekOf('Asia/Shanghai', instant('2026-01-01T00:30+08:00')).week, '2025-12-29');
  assert.equal(weekAfter('Asia/Shanghai', '2026-12-28').week, '2027-01-04');
});

test('the week in which the clock is put back is an hour longer', () => {
  const week = weekOf('Europe/Berlin', instant('2026-10-25T12:00:00Z'));
  assert.deepEqual([week.from, week.until], ['2026-10-18T22:00:00.000Z', '2026-10-25T23:00:00.000Z']);
});

test('it is submitted once, after its week, by whoever owes it or acts in his post', () => {
  const open = { submitted_at: null, until_at: instant('2026-10-05T00:00+08:00') };
  const owed = { ownerId: 'head', postId: 'post' } as never;
  const head = { personId: 'head', posts: [] } as never;
  const deputy = { personId: 'other', posts: [{ id: 'post' }] } as never;
  const other = { personId: 'other', posts: [] } as never;
  const sunday = instant('2026-10-04T23:59+08:00');
  const monday = open.until_at;
  assert.equal(whyNotSubmit(open, owed, head, sunday)?.code, 'summary.week_not_over');
  assert.equal(whyNotSubmit(open, owed, head, monday), null);
  assert.equal(whyNotSubmit(open, owed, deputy, monday), null);
  assert.equal(whyNotSubmit(open, owed, other, monday)?.code, 'summary.not_yours');
  assert.equal(whyNotSubmit({ ...open, submitted_at: monday }, owed, head, monday)?.code, 'summary.submitted');
});
