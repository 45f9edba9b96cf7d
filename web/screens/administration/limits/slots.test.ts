import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leak } from '../../../../packs/property/kinds/leak.ts';
import { put, slotsOfKind } from './slots.ts';
import { readLength, writeLength } from './limit-words.ts';

test('every limit of a kind can be reached and replaced by its path, and nothing else changes', () => {
  const slots = slotsOfKind(leak);
  assert.ok(slots.length > 5);
  for (const { path, limit } of slots) {
    const other = { ...limit, allowance: { text: 'PT77M', basis: 'clock' as const } };
    const changed = put(leak, path, other);
    const after = slotsOfKind(changed);
    assert.deepEqual(after.find((one) => one.path === path)?.limit, other, path);
    assert.deepEqual(
      after.filter((one) => one.path !== path),
      slots.filter((one) => one.path !== path),
    );
  }
  assert.equal(new Set(slots.map(({ path }) => path)).size, slots.length);
});

test('a length is read as a number and its unit, and written back the same', () => {
  for (const text of ['PT30M', 'PT4H', 'P3D', 'P1W', 'same-day', 'end-of-working-day', 'P1DT12H']) {
    const { unit, count } = readLength(text);
    assert.equal(writeLength(unit, count, text), text);
  }
  assert.equal(writeLength('hours', Number.NaN, 'P1D'), 'PT1H');
});
