import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repeatedFrom, usualOf } from './usual.ts';

test('how often is usual: the average of the periods before, as far back as records go', () => {
  const cases: [before: number, known: number, usual: number | null][] = [
    [9, 0, null],
    [9, 0.49, null],
    [4, 0.5, 8],
    [8, 1, 8],
    [12, 3, 4],
    [12, 40, 4],
    [0, 3, 0],
  ];
  for (const [before, known, usual] of cases) assert.equal(usualOf(before, known), usual, `${before} in ${known}`);
});

test('what is more than the usual and three times its root is out of the ordinary, and never fewer than the least [ESCL-05]', () => {
  const cases: [least: number, usual: number | null, from: number][] = [
    [3, null, 3],
    [3, 0, 3],
    [3, 0.1, 3],
    [3, 1, 5],
    [3, 4, 11],
    [20, 4, 20],
    [3, 100, 131],
  ];
  for (const [least, usual, from] of cases) assert.equal(repeatedFrom(least, usual), from, `${usual}`);
});
