import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listOf, stepSearch } from './search.ts';

test('the way back from an order leads to the list that it was opened from, else to the one that it stands in', () => {
  assert.equal(listOf({}, 'me', 'me'), '/worker');
  assert.equal(listOf({ from: 'office' }, 'me', 'me'), '/work-orders');
  assert.equal(listOf({}, 'somebody', 'me'), '/work-orders');
  assert.equal(listOf({}, undefined, 'me'), '/work-orders', 'nobody was sent yet');
});

test('an address of an order names one of its steps, and the office, or nothing', () => {
  assert.deepEqual(stepSearch({ step: 'finish', from: 'office' }), { step: 'finish', from: 'office' });
  assert.deepEqual(stepSearch({ step: 'steal', from: 'elsewhere' }), { step: undefined, from: undefined });
});
