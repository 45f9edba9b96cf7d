import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entriesOf, moved, stays } from './model.ts';

const abc = ['a', 'b', 'c'];

test('J and K move the cursor and stop at the ends', () => {
  assert.equal(moved(abc, 'a', 1), 'b');
  assert.equal(moved(abc, 'c', 1), 'c');
  assert.equal(moved(abc, 'a', -1), 'a');
  assert.equal(moved(abc, null, 1), 'a');
  assert.equal(moved(abc, null, -1), 'c');
  assert.equal(moved([], 'a', 1), null);
});

test('when the row under the cursor leaves, the cursor takes the one that moved into its place', () => {
  assert.equal(stays(abc, abc, 'b'), 'b');
  assert.equal(stays(abc, ['a', 'c'], 'b'), 'c');
  assert.equal(stays(abc, ['a', 'b'], 'c'), 'b');
  assert.equal(stays(abc, ['a'], 'b'), 'a');
  assert.equal(stays(abc, [], 'b'), null);
  assert.equal(stays(abc, ['x'], null), null);
});

test('a heading stands once before the rows of its group', () => {
  const rows = [
    { id: '1', group: 'late' },
    { id: '2', group: 'late' },
    { id: '3', group: 'today' },
  ];
  const entries = entriesOf(
    rows,
    (row) => row.id,
    (row) => ({ key: row.group, label: row.group }),
  );
  assert.deepEqual(
    entries.map((entry) => (entry.kind === 'row' ? entry.id : `# ${entry.heading.key}`)),
    ['# late', '1', '2', '# today', '3'],
  );
});
