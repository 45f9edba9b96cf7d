import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '../kernel/time.ts';
import { whyNotSubmit } from './summary.ts';

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
