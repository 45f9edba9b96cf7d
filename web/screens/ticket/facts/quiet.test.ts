import assert from 'node:assert/strict';
import { test } from 'node:test';
import { QUIET } from '../../../../src/ticket/ticket.ts';
import { tellings } from './facts.ts';

test('what the timeline folds away at first is no news in a list', () => {
  const folded = Object.entries(tellings).filter(([, telling]) => telling?.fold === 'begun');
  assert.deepEqual(folded.map(([type]) => type).toSorted(), [...QUIET].toSorted());
});
