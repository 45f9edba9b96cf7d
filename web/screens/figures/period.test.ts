import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setZone } from '../../ui/time.ts';
import { daysOf, spanOf } from './period.ts';
import { figureSearch } from './search.ts';

test('the period of a day begins on its Monday, first of the month or of the quarter, over the end of a year too', () => {
  assert.deepEqual(daysOf({ length: 'week', day: '2026-01-01' }), { first: '2025-12-29', next: '2026-01-05' });
  assert.deepEqual(daysOf({ length: 'month', day: '2026-12-31' }), { first: '2026-12-01', next: '2027-01-01' });
  assert.deepEqual(daysOf({ length: 'month', day: '2026-01-31' }, -1), { first: '2025-12-01', next: '2026-01-01' });
  assert.deepEqual(daysOf({ length: 'quarter', day: '2026-11-15' }), { first: '2026-10-01', next: '2027-01-01' });
  assert.deepEqual(daysOf({ length: 'quarter', day: '2026-02-15' }, -1), { first: '2025-10-01', next: '2026-01-01' });
  assert.deepEqual(daysOf({ length: 'day', day: '2026-03-01' }, -1), { first: '2026-02-28', next: '2026-03-01' });
});

test('a period of one’s own has its last day in it; upside down it is its first day', () => {
  const own = { length: 'custom', day: '2026-11-03' } as const;
  assert.deepEqual(daysOf({ ...own, last: '2026-11-05' }), { first: '2026-11-03', next: '2026-11-06' });
  assert.deepEqual(daysOf({ ...own, last: '2026-11-01' }), { first: '2026-11-03', next: '2026-11-04' });
});

test('the period of a month begins and ends at midnight of the centre, not of the reader', () => {
  setZone('Asia/Shanghai');
  const asked = { length: 'month', day: '2026-11-20' } as const;
  assert.deepEqual(spanOf(asked), { from: '2026-10-31T16:00:00.000Z', until: '2026-11-30T16:00:00.000Z' });
});

test('an address says nothing that is not understood', () => {
  const given = {
    view: 'causes',
    day: '2026-13-40',
    compare: 'always',
    by: 'kind',
    records: 'https://elsewhere',
    x: 1,
  };
  assert.deepEqual(figureSearch(given), { view: 'causes', by: 'kind' });
  const records = '/api/figures/opened/records?from=a';
  assert.deepEqual(figureSearch({ records }), { records });
});
