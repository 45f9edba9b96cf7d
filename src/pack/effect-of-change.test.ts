import assert from 'node:assert/strict';
import { test } from 'node:test';
import { effectOfChange } from './effect-of-change.ts';

const cases: [
  what: string,
  before: unknown,
  after: unknown,
  changes: [path: string, before: unknown, after: unknown][],
][] = [
  ['nothing', { a: [1, { key: 'x' }] }, { a: [1, { key: 'x' }] }, []],
  ['one leaf', { limit: { text: 'P1D' } }, { limit: { text: 'PT8H' } }, [['limit.text', 'P1D', 'PT8H']]],
  [
    'a thing put before others: only itself',
    { fields: [{ key: 'a', at: 'intake' }] },
    {
      fields: [
        { key: 'b', at: 'ticket' },
        { key: 'a', at: 'intake' },
      ],
    },
    [['fields.b', undefined, { key: 'b', at: 'ticket' }]],
  ],
  ['a thing taken away', { rules: [{ kind: 'a' }] }, { rules: [] }, [['rules.a', { kind: 'a' }, undefined]]],
  [
    'a rung without a name, by its place',
    { ladder: [{ to: 'owner' }] },
    { ladder: [{ to: 'head' }] },
    [['ladder.0.to', 'owner', 'head']],
  ],
  ['a part emptied', { quiet: { from: '22:00' } }, { quiet: null }, [['quiet', { from: '22:00' }, null]]],
];
for (const [what, before, after, changes] of cases) {
  test(`between two versions differs: ${what}`, () => {
    const found = effectOfChange(before, after).map((change) => [change.path, change.before, change.after]);
    assert.deepEqual(found, changes);
  });
}
