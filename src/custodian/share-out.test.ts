import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shareOut, sharesOf } from './share-out.ts';

const customers = (n: number, now: string | null = null, from = 0) =>
  Array.from({ length: n }, (_, at) => ({ id: `c${from + at}`, now }));
const counted = (went: Map<string, string>) => {
  const counts: Record<string, number> = {};
  for (const to of went.values()) counts[to] = (counts[to] ?? 0) + 1;
  return counts;
};

for (const [name, sharers, more, shares] of [
  [
    'equals have equally many',
    [
      ['a', 100, 0],
      ['b', 100, 0],
    ],
    4,
    { a: 2, b: 2 },
  ],
  [
    'an odd one goes to the first of equals',
    [
      ['a', 100, 0],
      ['b', 100, 0],
    ],
    3,
    { a: 2, b: 1 },
  ],
  [
    'by what each can take',
    [
      ['a', 100, 0],
      ['b', 100, 0],
      ['c', 50, 0],
    ],
    10,
    { a: 4, b: 4, c: 2 },
  ],
  [
    'whoever has few catches up',
    [
      ['a', 100, 6],
      ['b', 100, 0],
    ],
    4,
    { a: 6, b: 4 },
  ],
  [
    'whoever can take more is first',
    [
      ['a', 100, 0],
      ['b', 150, 0],
    ],
    1,
    { a: 0, b: 1 },
  ],
] as const)
  test(`shares: ${name}`, () => {
    const all = sharers.map(([id, percent, has]) => ({ id, percent, has }));
    assert.deepEqual(Object.fromEntries(sharesOf(all, more)), shares);
  });

test('what everybody has is balanced anew with as few moved as can be [ASGN-01]', () => {
  const all = [
    { id: 'a', percent: 100, has: 6 },
    { id: 'b', percent: 100, has: 0 },
    { id: 'c', percent: 50, has: 0 },
  ];
  const went = shareOut(customers(6, 'a').concat(customers(4, null, 6)), all);
  assert.deepEqual(counted(went), { b: 4, c: 2 });
  assert.deepEqual([...went.keys()], ['c4', 'c5', 'c6', 'c7', 'c8', 'c9'], 'a keeps his first four');
});

test('whose custodian is none of them goes to one of them', () => {
  const went = shareOut(customers(2, 'gone'), [{ id: 'a', percent: 100, has: 0 }]);
  assert.deepEqual(
    [...went],
    [
      ['c0', 'a'],
      ['c1', 'a'],
    ],
  );
});
