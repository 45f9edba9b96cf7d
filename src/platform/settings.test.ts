import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSettings } from './settings.ts';

const read = (TRUSTED_PROXIES?: string) =>
  readSettings([], TRUSTED_PROXIES === undefined ? {} : { TRUSTED_PROXIES }, '/', false).trustedProxies;

test('proxies to be trusted are named by address, by network, or by the name of one', () => {
  assert.equal(read(), 'loopback');
  for (const list of ['10.0.0.1', 'loopback, 172.16.0.0/12', 'fd00::/8,uniquelocal', '::1'])
    assert.equal(read(list), list);
  for (const list of ['proxy', '10.0.0.0/33', '10.0.0.0/8/8', 'fd00::/129', '0', 'loopback,', '10.0.0.1/', 'all'])
    assert.throws(() => read(list), /TRUSTED_PROXIES cannot be used/, list);
});
