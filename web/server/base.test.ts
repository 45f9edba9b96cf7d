import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseOf } from './base.ts';
import { newId } from './ids.ts';

test('the organisation stands in the path, or nowhere in it where the host names it', () => {
  assert.equal(baseOf('/my-work', null), '/');
  assert.equal(baseOf('/o/jinxiu/tickets/1', null), '/o/jinxiu/');
  assert.equal(baseOf('/office/', null), '/');
  assert.equal(baseOf('/anything', '/service'), '/service/');
});

test('ids made in the browser are UUIDv7 of that moment and never the same twice', () => {
  const now = Date.parse('2026-11-21T19:06:53.123Z');
  const ids = new Set(Array.from({ length: 1000 }, () => newId<'ticket'>(now)));
  assert.equal(ids.size, 1000);
  for (const id of ids) {
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.equal(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16), now);
  }
});
