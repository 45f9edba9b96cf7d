import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyName } from './keys.ts';

const press = (key: string, held: { ctrlKey?: boolean; metaKey?: boolean; altKey?: boolean } = {}) =>
  keyName({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });

test('keys have one notation, and those of the browser and of screen readers are left alone', () => {
  assert.equal(press('e'), 'e');
  assert.equal(press('E'), 'E');
  assert.equal(press('?'), '?');
  assert.equal(press('k', { ctrlKey: true }), 'mod+k');
  assert.equal(press('K', { metaKey: true }), 'mod+k');
  assert.equal(press('Enter', { ctrlKey: true }), 'mod+Enter');
  assert.equal(press('ArrowLeft', { ctrlKey: true }), null);
  assert.equal(press('d', { altKey: true }), null);
});
