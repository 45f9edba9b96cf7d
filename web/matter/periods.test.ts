import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromLocal, ms, setZone } from '../ui/time.ts';
import type { Period } from './periods.ts';
import { spanOf, spanOfDay } from './periods.ts';

setZone('Asia/Shanghai');

const cases: [Period, string, string, string | undefined][] = [
  ['today', '2026-03-01T00:30', '2026-03-01T00:00', undefined],
  ['week', '2026-03-03T09:00', '2026-02-25T00:00', undefined],
  ['month', '2026-03-31T23:59', '2026-03-01T00:00', undefined],
  ['last_month', '2026-03-01T00:30', '2026-02-01T00:00', '2026-03-01T00:00'],
  ['last_month', '2026-01-15T12:00', '2025-12-01T00:00', '2026-01-01T00:00'],
  ['year', '2026-01-01T00:00', '2026-01-01T00:00', undefined],
];

for (const [period, now, from, until] of cases)
  test(`${period} at ${now} begins ${from} on the centre's own calendar`, () => {
    const span = spanOf(period, ms(fromLocal(now)!));
    assert.equal(span.from, fromLocal(from));
    assert.equal(span.until, until === undefined ? undefined : fromLocal(until));
  });

test('a day goes from its midnight to the next, where the centre stands', () => {
  setZone('Asia/Shanghai');
  assert.deepEqual(spanOfDay('2026-03-31'), { from: '2026-03-30T16:00:00.000Z', until: '2026-03-31T16:00:00.000Z' });
});

test('without a period nothing is left out', () => assert.deepEqual(spanOf(undefined), {}));
