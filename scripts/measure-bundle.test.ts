import assert from 'node:assert/strict';
import { test } from 'node:test';
import { budgets, measureBundle } from './measure-bundle.ts';

test('the first screen weighs 280 kB at most, and any other 80 kB more', async () => {
  const weights = await measureBundle();
  const [first, ...others] = weights;
  assert.equal(first?.most, budgets.first);
  // Words, frame and libraries are in it: a measure that saw only the entry would find far less.
  assert.ok(first.kilobytes > 150, `the first screen was measured as ${first.kilobytes} kB`);
  assert.ok(others.length >= 3, 'the other screens were not found');
  assert.deepEqual(
    weights.filter(({ within }) => !within),
    [],
  );
});
