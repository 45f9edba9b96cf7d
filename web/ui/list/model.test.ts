import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Column } from './model.ts';
import { entriesOf, fitting, moved, stays } from './model.ts';

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

test('where columns do not fit, the last that may go give way first', () => {
  const column = (key: string, width: string, always = false): Column<unknown> => ({
    key,
    label: key,
    width,
    always,
    cell: () => null,
  });
  const columns = [
    column('clock', '8rem', true),
    column('title', 'minmax(12rem, 3fr)', true),
    column('place', '6rem'),
    column('owner', '6rem'),
  ];
  const keys = (rem: number) => fitting(columns, rem).map((one) => one.key);
  assert.deepEqual(keys(80), ['clock', 'title', 'place', 'owner']);
  assert.deepEqual(keys(36), ['clock', 'title', 'place']);
  assert.deepEqual(keys(10), ['clock', 'title']);
});
