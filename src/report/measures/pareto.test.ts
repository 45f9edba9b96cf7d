import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ranked } from './pareto.ts';

const rows = (...counts: [string | null, number][]) => counts.map(([key, n]) => ({ key, n }));
const vital = (...counts: [string | null, number][]) =>
  ranked(rows(...counts))
    .filter((row) => row.vital)
    .map(({ key }) => key);

const cases: [name: string, counts: [string | null, number][], few: string[]][] = [
  [
    'the one that crosses four fifths is one of them',
    [
      ['c', 1],
      ['a', 6],
      ['b', 3],
    ],
    ['a', 'b'],
  ],
  [
    'what stands at four fifths already needs no more',
    [
      ['a', 8],
      ['b', 1],
      ['c', 1],
    ],
    ['a'],
  ],
  ['one cause alone is vital', [['a', 2]], ['a']],
  [
    'what has no cause is never vital, and comes last',
    [
      [null, 90],
      ['a', 10],
    ],
    ['a'],
  ],
  [
    'alike ones stand in the order of their keys',
    [
      ['b', 1],
      ['a', 1],
      ['d', 1],
      ['c', 1],
      ['e', 1],
    ],
    ['a', 'b', 'c', 'd'],
  ],
  [
    'a cause of nothing is none',
    [
      ['a', 1],
      ['b', 0],
    ],
    ['a'],
  ],
  ['of nothing there are none', [], []],
];

for (const [name, counts, few] of cases)
  test(`${name} [STAT-03]`, () => {
    assert.deepEqual(vital(...counts), few);
  });

test('shares add up to the whole, row by row [STAT-03]', () => {
  assert.deepEqual(
    ranked(rows(['a', 1], ['b', 5], [null, 2])).map(({ key, share, cumulated }) => [key, share, cumulated]),
    [
      ['b', 5 / 8, 5 / 8],
      ['a', 1 / 8, 6 / 8],
      [null, 2 / 8, 1],
    ],
  );
});
