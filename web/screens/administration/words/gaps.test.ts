import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gapsChanged, gapsOf } from './gaps.ts';

test('an own text keeps what ours fills in, in any order and any form', () => {
  assert.deepEqual(gapsOf('{count|1 ticket|# tickets} of {name}'), ['count', 'name']);
  assert.equal(gapsChanged('{count|1 ticket|# tickets} of {name}', '{name}: {count} cases'), false);
  assert.equal(gapsChanged('{count} tickets', 'cases'), true);
  assert.equal(gapsChanged('Tickets', 'Cases {n}'), true);
});
