import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Rules } from './calendar-rules.ts';
import { withExceptions, withoutException, yearsOf } from './calendar-rules.ts';

const rules: Rules = {
  zone: 'Asia/Shanghai',
  weekly: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] },
  exceptions: [{ date: '2026-10-01', name: '国庆节', spans: [] }],
};

test('dates stand in their order, and one that is entered again is replaced', () => {
  const more = withExceptions(rules, [
    { date: '2027-01-01', name: '元旦', spans: [] },
    { date: '2026-10-01', name: '国庆节', spans: [{ from: '08:00', to: '12:00' }] },
    { date: '2026-02-17', name: '春节', spans: [] },
  ]);
  assert.deepEqual(
    more.exceptions.map(({ date, spans }) => [date, spans.length]),
    [
      ['2026-02-17', 0],
      ['2026-10-01', 1],
      ['2027-01-01', 0],
    ],
  );
  assert.deepEqual(yearsOf(more), ['2027', '2026']);
  assert.equal(rules.exceptions.length, 1);
});

test('a date is taken out by itself', () => {
  assert.deepEqual(withoutException(rules, '2026-10-01').exceptions, []);
});
