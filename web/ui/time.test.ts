import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Instant } from '../../src/kernel/time.ts';
import { speak } from '../words/words.ts';
import { dayOf, daysAway, fromLocal, lengthWords, setZone, spoken, toLocal } from './time.ts';

const at = (text: string) => text as Instant;
const hour = 3_600_000;

describe('in the centre of Shanghai', () => {
  before(async () => {
    setZone('Asia/Shanghai');
    await speak('en');
  });
  const now = Date.parse('2026-11-21T08:00:00.000Z'); // 16:00 there

  test('near moments are said as a person says them', () => {
    const cases: [string, string][] = [
      ['2026-11-21T08:00:30.000Z', 'now'],
      ['2026-11-21T08:12:00.000Z', 'in 12 min'],
      ['2026-11-21T07:35:00.000Z', '25 min ago'],
      ['2026-11-21T12:20:00.000Z', 'today 20:20'],
      ['2026-11-20T08:20:00.000Z', 'yesterday 16:20'],
      ['2026-11-21T16:30:00.000Z', 'tomorrow 00:30'],
      ['2026-11-24T01:00:00.000Z', 'Tue 09:00'],
    ];
    for (const [moment, words] of cases) assert.equal(spoken(at(moment), now), words);
  });

  test('midnight is the centre’s, not that of UTC', () => {
    assert.equal(dayOf(Date.parse('2026-11-21T15:59:00.000Z')), '2026-11-21');
    assert.equal(dayOf(Date.parse('2026-11-21T16:00:00.000Z')), '2026-11-22');
    assert.equal(daysAway(now + 8 * hour, now), 1);
  });

  test('lengths have two units at most, and working time no days', () => {
    assert.equal(lengthWords(30_000), 'under 1 min');
    assert.equal(lengthWords(84 * 60_000), '1 h 24 min');
    assert.equal(lengthWords(2 * hour), '2 h');
    assert.equal(lengthWords(52 * hour), '2 d 4 h');
    assert.equal(lengthWords(52 * hour, 'working'), '52 h');
    assert.equal(lengthWords(-84 * 60_000), '1 h 24 min');
  });

  test('the wall clock of a field goes to a moment and back', () => {
    assert.equal(fromLocal('2026-11-21T16:20'), '2026-11-21T08:20:00.000Z');
    assert.equal(toLocal(at('2026-11-21T08:20:00.000Z')), '2026-11-21T16:20');
    assert.equal(fromLocal(''), null);
  });
});

test('where clocks are changed, a skipped hour is the one after it and a doubled one the first', () => {
  setZone('Europe/Berlin');
  assert.equal(fromLocal('2026-03-29T01:30'), '2026-03-29T00:30:00.000Z');
  assert.equal(fromLocal('2026-03-29T02:30'), '2026-03-29T01:30:00.000Z');
  assert.equal(fromLocal('2026-10-25T02:30'), '2026-10-25T00:30:00.000Z');
  assert.equal(fromLocal('2026-10-25T03:30'), '2026-10-25T02:30:00.000Z');
});

test('a chosen language speaks of time in its own words', async () => {
  setZone('Asia/Taipei');
  await speak('zh-hant');
  const now = Date.parse('2026-11-21T08:00:00.000Z');
  assert.equal(spoken(at('2026-11-21T08:12:00.000Z'), now), '12 分鐘後');
  assert.equal(spoken(at('2026-11-20T08:20:00.000Z'), now), '昨天 16:20');
});
