import assert from 'node:assert/strict';
import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { test } from 'node:test';
import { epochOf, instant, SECOND } from '../../kernel/time.ts';
import type { Key } from './discovery.ts';
import { headerOf, keysFor, verified, wrongIn } from './id-token.ts';

const now = instant('2026-03-02T08:00:00Z');
const at = epochOf(now) / SECOND;
const claims = { iss: 'https://id.test', sub: 'amy', aud: 'huiyin', exp: at + 600, iat: at, nonce: 'n' };
const expected = { issuer: 'https://id.test', clientId: 'huiyin', nonce: 'n' };

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
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

const read = (text: string) => {
  const header = headerOf(text);
  return header && verified(text, header.alg, keysFor(header, keys));
};

test('a token is read when one of the keys signed it, whichever algorithm of today', () => {
  for (const [alg, kid] of [
    ['RS256', 'rsa'],
    ['ES256', 'ec'],
    ['EdDSA', 'ed'],
  ] as const) {
    assert.equal(read(token({ alg, kid }))?.sub, 'amy', alg);
    assert.equal(read(token({ alg }))?.sub, 'amy', `${alg} without the name of a key`);
  }
});

test('unsigned, signed with the public key as if it were a secret, tampered with, or by a strange key: none is read', () => {
  assert.equal(headerOf(token({ alg: 'none' })), null);
  assert.equal(headerOf(token({ alg: 'HS256', kid: 'rsa' })), null);
  const good = token({ alg: 'RS256', kid: 'rsa' });
  const [header, , signature] = good.split('.');
  assert.equal(read(`${header}.${part({ ...claims, sub: 'chief' })}.${signature}`), null);
  assert.equal(read(token({ alg: 'RS256', kid: 'ec' })), null, 'a key of another make');
  assert.equal(read(token({ alg: 'RS256', kid: 'unknown' })), null);
  assert.equal(read(`${good}.more`), null);
  for (const odd of ['', '.', '..', 'a.b.c', '{}.{}.{}']) assert.equal(read(odd), null, odd);
  const { sub: _, ...nobody } = claims;
  assert.equal(read(token({ alg: 'RS256' }, nobody)), null, 'of nobody');
});

test('every point of what it says must be right', () => {
  const cases: [object, string | null][] = [
    [{}, null],
    [{ aud: ['huiyin'] }, null],
    [{ aud: ['huiyin', 'other'], azp: 'huiyin' }, null],
    [{ iss: 'https://id.test/' }, 'iss'],
    [{ aud: 'other' }, 'aud'],
    [{ aud: [] }, 'aud'],
    [{ aud: ['huiyin', 'other'] }, 'azp'],
    [{ azp: 'other' }, 'azp'],
    [{ exp: at - 61 }, 'exp'],
    [{ exp: at - 59 }, null],
    [{ iat: at + 61 }, 'iat'],
    [{ nonce: 'm' }, 'nonce'],
    [{ nonce: undefined }, 'nonce'],
  ];
  for (const [change, wrong] of cases)
    assert.equal(wrongIn({ ...claims, ...change }, expected, now), wrong, JSON.stringify(change));
});
