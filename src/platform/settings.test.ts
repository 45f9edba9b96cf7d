import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inVain, readSettings } from './settings.ts';

const read = (args: string[], environment: Record<string, string> = {}) =>
  readSettings(args, environment, '/house', true);

test('a port that is none is refused in words', () => {
  for (const [given, why] of [
    ['abc', 'not a number'],
    ['80.5', 'not a whole number'],
    ['70000', 'above 65535'],
    ['-1', 'below 0'],
  ]) {
    const sentence = { code: 'start.bad_setting', message: `The setting PORT cannot be used: ${why}.` };
    assert.throws(() => read([], { PORT: given! }), sentence);
    assert.throws(() => read([`--port=${given}`]), sentence);
  }
  assert.equal(read([], { PORT: '' }).port, 8080);
});

test('an option for which the database has no room any more is answered', () => {
  const [demo, own] = [
    { slug: 'demo', name: '回音物业' },
    { slug: 'own', name: 'Green Hill' },
  ];
  const server = { DATABASE_URL: 'postgres://server/huiyin' };
  assert.deepEqual(inVain(read(['--empty']), []), []);
  assert.match(
    inVain(read(['--empty']), [demo])[0]!,
    /回音物业 .* another directory: DATA_DIR=.data-own npm start -- --empty$/,
  );
  assert.match(inVain(read(['--empty'], server), [own])[0]!, /Green Hill .* another database\.$/);
  assert.match(inVain(read(['--demo'], server), [own])[0]!, /^--demo does nothing here, where Green Hill is at home/);
  assert.deepEqual(inVain(read(['--demo'], server), [demo, own]), []);
  assert.deepEqual(inVain(read([], server), [own]), []);
});

const trusted = (TRUSTED_PROXIES = '') => read([], { TRUSTED_PROXIES }).trustedProxies;

test('proxies to be trusted are named by address, by network, or by the name of one', () => {
  assert.equal(trusted(), 'loopback');
  for (const list of ['10.0.0.1', 'loopback, 172.16.0.0/12', 'fd00::/8,uniquelocal', '::1'])
    assert.equal(trusted(list), list);
  for (const list of ['proxy', '10.0.0.0/33', '10.0.0.0/8/8', 'fd00::/129', '0', 'loopback,', '10.0.0.1/', 'all'])
    assert.throws(() => trusted(list), /TRUSTED_PROXIES cannot be used/, list);
});
