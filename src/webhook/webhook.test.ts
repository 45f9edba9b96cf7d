import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Webhook as Receiver } from 'standardwebhooks';
import { instant, plus, systemClock } from '../kernel/time.ts';
import { isPrivateAddress } from '../platform/outward/private-address.ts';
import { exampleOf, WEBHOOK_TYPES } from './catalogue.ts';
import { headersOf, newSecret, secretsAt, verdictOf, waitAfter, whyNotUrl } from './webhook.ts';

describe('the signature of Standard Webhooks', () => {
  const now = systemClock.now();
  const secret = newSecret();
  const body = JSON.stringify(exampleOf('ticket.opened'));
  const headers = headersOf('0190d7a2-5b0e-7c31-9f42-1d2a3b4c5d6e', now, body, [secret]);

  test('is found good by its own library, for every event of the catalogue', () => {
    for (const type of WEBHOOK_TYPES) {
      const text = JSON.stringify(exampleOf(type));
      const signed = headersOf('0190d7a2-5b0e-7c31-9f42-1d2a3b4c5d6e', now, text, [secret]);
      assert.deepEqual(new Receiver(secret).verify(text, signed), exampleOf(type));
    }
  });

  test('is found bad where body, id or time were touched, or the secret is another', () => {
    const check = (over: Record<string, string>, text = body, by = secret) =>
      new Receiver(by).verify(text, { ...headers, ...over });
    assert.ok(check({}));
    assert.throws(() => check({}, body.replace('ticket.opened', 'ticket.closed')), /signature/i);
    assert.throws(() => check({ 'webhook-id': 'another' }), /signature/i);
    assert.throws(() => check({ 'webhook-timestamp': String(Number(headers['webhook-timestamp']) - 1) }), /signature/i);
    assert.throws(() => check({}, body, newSecret()), /signature/i);
  });

  test('with a renewed secret both sign for a day, then the new one alone', () => {
    const former = newSecret();
    const hook = { secret, former_secret: former, former_until: plus(now, 1_000) };
    const both = headersOf('a', now, body, secretsAt(hook, now));
    assert.ok(new Receiver(secret).verify(body, both));
    assert.ok(new Receiver(former).verify(body, both));
    assert.deepEqual(secretsAt(hook, plus(now, 1_000)), [secret]);
  });
});

test('tries come again later and later, for three days, none at the same moment as its neighbour', () => {
  const waits: number[] = [];
  for (let tries = 1; ; tries += 1) {
    const wait = waitAfter(tries, 0.5);
    if (wait === null) break;
    waits.push(wait);
  }
  assert.deepEqual(waits.slice(0, 4), [5_000, 30_000, 120_000, 600_000]);
  assert.deepEqual(
    waits,
    waits.toSorted((one, other) => one - other),
  );
  const days = waits.reduce((sum, wait) => sum + wait, 0) / 86_400_000;
  assert.ok(days > 2.8 && days < 3.2, `${days} days`);
  assert.deepEqual([waitAfter(1, 0), waitAfter(1, 1)], [4_000, 6_000]);
});

describe('what an answer means', () => {
  const cases: [number | null, string][] = [
    [200, 'delivered'],
    [204, 'delivered'],
    [301, 'again'],
    [404, 'again'],
    [410, 'gone'],
    [500, 'again'],
    [null, 'again'],
  ];
  for (const [status, verdict] of cases)
    test(`${status} is ${verdict}`, () => assert.equal(verdictOf(status), verdict));
});

describe('addresses', () => {
  const urls: [string, boolean, string | null][] = [
    ['https://example.com/a', false, null],
    ['http://example.com/a', false, 'webhook.url_not_https'],
    ['http://10.0.0.5/a', true, null],
    ['ftp://example.com', true, 'webhook.url_malformed'],
    ['https://user:secret@example.com', false, 'webhook.url_malformed'],
    ['not an address', true, 'webhook.url_malformed'],
  ];
  for (const [url, allowed, code] of urls)
    test(`${url}${allowed ? ', private ones allowed' : ''}: ${code ?? 'good'}`, () =>
      assert.equal(whyNotUrl(url, allowed)?.code ?? null, code));

  const inward = ['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0'];
  const inward6 = ['::1', '::', 'fd00::1', 'fe80::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '64:ff9b::7f00:1'];
  for (const address of [...inward, ...inward6])
    test(`${address} leads inwards`, () => assert.ok(isPrivateAddress(address)));
  for (const address of ['93.184.216.34', '8.8.8.8', '172.32.0.1', '2606:2800:220:1::1'])
    test(`${address} leads outwards`, () => assert.ok(!isPrivateAddress(address)));
});

test('a moment of the catalogue is one', () => {
  assert.equal(instant(String(exampleOf('ticket.opened')['timestamp'])), '2026-11-21T11:06:53.123Z');
});
