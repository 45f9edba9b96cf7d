import assert from 'node:assert/strict';
import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { test } from 'node:test';
import { Refused } from '../../kernel/refusal.ts';
import { epochOf, instant, SECOND } from '../../kernel/time.ts';
import type { Key } from './discovery.ts';
import { verified } from './id-token.ts';

const now = instant('2026-03-02T08:00:00Z');
const at = epochOf(now) / SECOND;
const claims = { iss: 'https://id.test', sub: 'amy', aud: 'huiyin', exp: at + 600, iat: at, nonce: 'n' };
const expected = { issuer: 'https://id.test', clientId: 'huiyin', nonce: 'n' };

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const otherRsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const ed = generateKeyPairSync('ed25519');
const keys = [
  { ...rsa.publicKey.export({ format: 'jwk' }), kid: 'rsa' },
  { ...ec.publicKey.export({ format: 'jwk' }), kid: 'ec' },
  { ...ed.publicKey.export({ format: 'jwk' }), kid: 'ed' },
] as Key[];

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

function token(header: { alg: string; kid?: string }, body: object = claims): string {
  const text = `${part(header)}.${part(body)}`;
  const bytes = Buffer.from(text);
  const by: Record<string, () => Buffer> = {
    RS256: () => sign('sha256', bytes, rsa.privateKey),
    ES256: () => sign('sha256', bytes, { key: ec.privateKey, dsaEncoding: 'ieee-p1363' }),
    EdDSA: () => sign(null, bytes, ed.privateKey),
    HS256: () =>
      createHmac('sha256', rsa.publicKey.export({ format: 'pem', type: 'spki' }))
        .update(text)
        .digest(),
    none: () => Buffer.alloc(0),
  };
  return `${text}.${by[header.alg]!().toString('base64url')}`;
}

/** What is read of a token by these keys; `asked` says how often they were asked for, and whether anew. */
const asked: boolean[] = [];
const read = (text: string, known: readonly Key[] = keys, anew = known) =>
  verified(
    text,
    async (again) => {
      asked.push(again);
      return again ? anew : known;
    },
    expected,
    now,
  );

test('a token is read when one of the keys signed it, whichever algorithm of today', async () => {
  for (const [alg, kid] of [
    ['RS256', 'rsa'],
    ['ES256', 'ec'],
    ['EdDSA', 'ed'],
  ] as const) {
    assert.equal((await read(token({ alg, kid })))?.sub, 'amy', alg);
    assert.equal((await read(token({ alg })))?.sub, 'amy', `${alg} without the name of a key`);
  }
});

test('a token that names no key is tried with each that fits', async () => {
  const two = [{ ...otherRsa.publicKey.export({ format: 'jwk' }), kid: 'other' } as Key, ...keys];
  assert.equal((await read(token({ alg: 'RS256' }), two))?.sub, 'amy');
  assert.equal(await read(token({ alg: 'RS256', kid: 'other' }), two), null, 'by name, only with that one');
});

test('keys are asked for anew where the one named is missing, and only then', async () => {
  const good = token({ alg: 'RS256', kid: 'rsa' });
  asked.length = 0;
  assert.equal((await read(good))?.sub, 'amy');
  assert.deepEqual(asked, [false]);
  asked.length = 0;
  assert.equal((await read(good, [], keys))?.sub, 'amy', 'the provider has changed its keys');
  assert.deepEqual(asked, [false, true]);
  const gone = async () => Promise.reject(new Refused('sso.unreachable', { name: 'Hill' }));
  await assert.rejects(verified(good, gone, expected, now), { code: 'sso.unreachable' });
});

test('unsigned, signed with the public key as if it were a secret, tampered with, or by a strange key: none is read', async () => {
  assert.equal(await read(token({ alg: 'none' })), null);
  assert.equal(await read(token({ alg: 'HS256', kid: 'rsa' })), null);
  const good = token({ alg: 'RS256', kid: 'rsa' });
  const [header, , signature] = good.split('.');
  assert.equal(await read(`${header}.${part({ ...claims, sub: 'chief' })}.${signature}`), null);
  assert.equal(await read(token({ alg: 'RS256', kid: 'ec' })), null, 'a key of another make');
  assert.equal(await read(token({ alg: 'RS256', kid: 'unknown' })), null);
  assert.equal(await read(`${good}.more`), null);
  for (const odd of ['', '.', '..', 'a.b.c', '{}.{}.{}']) assert.equal(await read(odd), null, odd);
});

test('every point of what it says must be right', async () => {
  const cases: [object, boolean][] = [
    [{}, true],
    [{ aud: ['huiyin'] }, true],
    [{ aud: ['huiyin', 'other'], azp: 'huiyin' }, true],
    [{ iss: 'https://id.test/' }, false],
    [{ iss: undefined }, false],
    [{ aud: 'other' }, false],
    [{ aud: [] }, false],
    [{ aud: undefined }, false],
    [{ aud: ['huiyin', 'other'] }, false],
    [{ azp: 'other' }, false],
    [{ exp: at - 61 }, false],
    [{ exp: at - 59 }, true],
    [{ exp: undefined }, false],
    [{ nbf: at + 61 }, false],
    [{ iat: at + 61 }, false],
    [{ iat: at + 59 }, true],
    [{ iat: at - 3661 }, false],
    [{ iat: at - 3659 }, true],
    [{ iat: undefined }, false],
    [{ nonce: 'm' }, false],
    [{ nonce: undefined }, false],
    [{ sub: undefined }, false],
    [{ sub: '' }, false],
    [{ sub: 's'.repeat(256) }, false],
  ];
  for (const [change, good] of cases) {
    const claimed = await read(token({ alg: 'ES256', kid: 'ec' }, { ...claims, ...change }));
    assert.equal(claimed !== null, good, JSON.stringify(change));
  }
});
