import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '../kernel/time.ts';
import { controlLimits } from './control-chart.ts';
import { whyNotReceive, whyNotSubmit } from './summary.ts';

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

test('it is received once by each to whom it was brought, and by whoever is in the post by now', () => {
  const sent = { submitted_at: instant('2026-10-05T09:00+08:00'), addressee_post_id: 'post' } as never;
  const not = { submitted_at: null, addressee_post_id: null };
  const told = { personId: 'told', receivedAt: null } as never;
  const has = { personId: 'told', receivedAt: instant('2026-10-05T10:00+08:00') } as never;
  const actor = (personId: string, posts: string[] = []) => ({ personId, posts: posts.map((id) => ({ id })) }) as never;
  assert.equal(whyNotReceive(not, [], actor('told'))?.code, 'summary.not_submitted');
  assert.equal(whyNotReceive(sent, [told], actor('told')), null);
  assert.equal(whyNotReceive(sent, [has], actor('told'))?.code, 'summary.received');
  assert.equal(whyNotReceive(sent, [has], actor('newcomer', ['post'])), null);
  assert.equal(whyNotReceive(sent, [told], actor('other', ['elsewhere']))?.code, 'summary.not_to_you');
});

test('control limits lie three deviations from what is usual in a part as long, never below nought', () => {
  const { perDay, limits } = controlLimits([
    { n: 9, days: 10 },
    { n: 7, days: 20 },
    { n: 34, days: 20 },
  ]);
  assert.equal(perDay, 1);
  assert.deepEqual(
    limits.map(({ usual, lower, upper, out }) => [usual, Math.round(lower * 100), Math.round(upper * 100), out]),
    [
      [10, 51, 1949, false],
      [20, 658, 3342, false],
      [20, 658, 3342, true],
    ],
  );
  assert.deepEqual(controlLimits([{ n: 0, days: 1 }]).limits, [{ n: 0, usual: 0, lower: 0, upper: 0, out: false }]);
  assert.deepEqual(controlLimits([]), { perDay: 0, limits: [] });
});
