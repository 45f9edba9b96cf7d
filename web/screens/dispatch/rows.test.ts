import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DispatchAnswer } from './rows.ts';
import { headingOf, rowsOf } from './rows.ts';

test('a heading says that more wait than are shown, whatever the number shown', () => {
  const waiting = { undispatched: [{ id: 'a' }, { id: 'b' }], unassigned: [{ id: 'c', workOrderId: 'd' }] };
  const answer = { ...waiting, moreUndispatched: true, moreUnassigned: false } as unknown as DispatchAnswer;
  assert.deepEqual(
    rowsOf(answer).map((row) => headingOf(row).count),
    [
      { n: 2, more: true },
      { n: 2, more: true },
      { n: 1, more: false },
    ],
  );
});
