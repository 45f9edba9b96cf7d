import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setZone } from '../ui/time.ts';
import { monthAway, monthFrom, periodOf } from './month.ts';

test('a month is followed by the next, over the end of a year too', () => {
  assert.equal(monthAway('2026-12', 1), '2027-01');
  assert.equal(monthAway('2026-01', -1), '2025-12');
  assert.equal(monthAway('2026-03', -15), '2024-12');
});

test('the period of a month begins and ends at midnight of the centre, not of the reader', () => {
  setZone('Asia/Shanghai');
  assert.deepEqual(periodOf('2026-11'), { from: '2026-10-31T16:00:00.000Z', until: '2026-11-30T16:00:00.000Z' });
});

test('an address that names no month shows this one', () => {
  assert.equal(monthFrom('2026-02'), '2026-02');
  assert.match(monthFrom('2026-13'), /^\d{4}-\d\d$/);
  assert.notEqual(monthFrom('2026-13'), '2026-13');
});
