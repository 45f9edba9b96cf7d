import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gapsIn } from './gaps.ts';

const open = [{ from: 8, until: 18 }];
const cases: [string, { from: number; until: number }[][], { from: number; until: number }[]][] = [
  ['nobody answers the telephone at all', [], [{ from: 8, until: 18 }]],
  ['one is always there', [[]], []],
  ['one is away, the other is not', [[{ from: 9, until: 12 }], []], []],
  [
    'both are away at once for a while',
    [[{ from: 9, until: 12 }], [{ from: 11, until: 20 }]],
    [{ from: 11, until: 12 }],
  ],
  ['one follows the other without a gap', [[{ from: 8, until: 13 }], [{ from: 13, until: 18 }]], []],
  [
    'away before and after hours only',
    [
      [
        { from: 0, until: 8 },
        { from: 18, until: 24 },
      ],
    ],
    [],
  ],
  [
    'away all day, in two stretches',
    [
      [
        { from: 0, until: 12 },
        { from: 12, until: 30 },
      ],
    ],
    [{ from: 8, until: 18 }],
  ],
];

for (const [name, away, gaps] of cases)
  test(`the telephone is left alone: ${name}`, () => assert.deepEqual(gapsIn(open, away), gaps));
