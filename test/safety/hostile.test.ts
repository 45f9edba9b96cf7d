import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { after, before, test } from 'node:test';
import { cursorOf } from '../../src/platform/http/cursor.ts';
import type { Route } from '../../src/platform/http/route.ts';
import type { Answer, Request, SafetyHouse } from './house.ts';
import { safetyHouse } from './house.ts';
import type { Ids, Schema } from './samples.ts';
import { addressOf, bodyOf, leaves, put, queryOf, schemaOf } from './samples.ts';

let house: SafetyHouse;
let ids: Ids;
before(async () => {
  house = await safetyHouse();
  ids = await house.ids(house.world);
});
after(() => house.close());

/**
 * Thirty attempts a route are some ten thousand, and what lets one through lets its neighbours through: a run tries each third,
 * from a place of its own. `HOSTILE_STRIDE=1 npm test -- safety/hostile` tries all.
 */
const STRIDE = Number(process.env['HOSTILE_STRIDE'] ?? 3);
let turn = randomInt(STRIDE);
console.log(`Hostile requests: of ${STRIDE} the one at ${turn}`);

function itsTurn(): boolean {
  turn += 1;
  return turn % STRIDE === 0;
}

const CODE = /^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$/;
const named = (route: Route) => `${route.method} ${route.path}`;

/** Not a refusal in the one shape: a fault, a bare text, a code that is none. */
function unsound({ status, body, text }: Answer): string | null {
  if (status < 400) return null;
  const keys = Object.keys(body).filter((key) => !['code', 'message', 'params', 'fields'].includes(key));
  const shaped = CODE.test(body.code ?? '') && typeof body['message'] === 'string' && 'params' in body;
  return status < 500 && shaped && keys.length === 0 ? null : `${status} ${text.slice(0, 200)}`;
}

async function send(route: Route, over: Partial<Request>): Promise<Answer> {
  const path = addressOf(route, ids) + queryOf(route, ids);
  return house.send({ who: 'almighty', method: route.method, path, body: bodyOf(route, ids), ...over });
}

type Attempt = { what: string; over: Partial<Request> };

/** Sends what must be refused: says what was not, or was but not in the one shape, and whether anything changed. */
async function mustRefuse(attemptsOf: (route: Route) => Attempt[]): Promise<string[]> {
  const wrong: string[] = [];
  const before = await house.state();
  for (const route of house.routes)
    for (const { what, over } of attemptsOf(route).filter(itsTurn)) {
      const answer = await send(route, over);
      const why = answer.status < 400 ? `${answer.status} accepted` : unsound(answer);
      if (why) wrong.push(`${named(route)} ${what}: ${why}`);
    }
  if ((await house.state()) !== before) wrong.push('something was changed');
  return wrong;
}

/** Sends what may be taken or refused, but never breaks anything. */
async function mustStand(attemptsOf: (route: Route) => Attempt[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const route of house.routes)
    for (const { what, over } of attemptsOf(route).filter(itsTurn)) {
      const why = unsound(await send(route, over));
      if (why) wrong.push(`${named(route)} ${what}: ${why}`);
    }
  return wrong;
}

const json = (route: Route) => route.body !== undefined;

/** Costly to send, and refused before the route is known to matter: one route is enough. */
const LARGE = new Set(['huge', 'nested']);

test('bodies that are no JSON, of another type, too large, or of another form are refused', async () => {
  const huge = JSON.stringify({ a: 'x'.repeat(1_100_000) });
  const deep = '['.repeat(50_000) + ']'.repeat(50_000);
  const raw: [string, string, Record<string, string>?][] = [
    ['cut off', '{"a":'],
    ['empty', ''],
    ['a number beyond', '{"a":1e309,"__proto__":{"b":1}}'],
    ['prototype', '{"__proto__":{"admin":true}}'],
    ['constructor', '{"constructor":{"prototype":{"admin":true}}}'],
    ['null', 'null'],
    ['list', '[]'],
    ['text', '"abc"'],
    ['number', '1e309'],
    ['nested', deep],
    ['xml', '<a/>', { 'content-type': 'application/xml' }],
    ['form', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['html', '{}', { 'content-type': 'text/html' }],
    ['huge', huge],
  ];
  const wrong = await mustRefuse((route) =>
    json(route)
      ? raw
          .filter(([what]) => route.path === '/intake' || !LARGE.has(what))
          .map(([what, text, headers]) => ({ what, over: { raw: text, ...(headers ? { headers } : {}) } }))
      : [],
  );
  assert.deepEqual(wrong, []);
});

/** What has the wrong type for a leaf, whatever it is. */
function wrongFor(schema: Schema): unknown[] {
  const objects = [{ $gt: '' }];
  if (schema.format === 'uuid')
    return [
      ...objects,
      5,
      '',
      'abc',
      "' or 1=1 --",
      '01999999-9999-7999-8999-99999999999g',
      '\u0000',
      'x'.repeat(9_000),
    ];
  if (schema.format === 'date-time')
    return [
      ...objects,
      5,
      '2026-02-30T00:00:00Z',
      '2026-09-28',
      '2026-09-28T25:00:00Z',
      '+999999-01-01T00:00:00Z',
      'now',
      '0000-01-01T00:00:00Z',
      '9999-12-31T23:59:59-14:00',
    ];
  if (schema.enum) return [...objects, 5, '', 'toString', '__proto__'];
  if (schema.type === 'string')
    return [...objects, 5, true, ...(schema.maxLength ? ['x'.repeat(schema.maxLength + 1)] : [])];
  if (schema.type === 'integer') return [...objects, 1.5, 'abc', 2 ** 53, true, '1'];
  if (schema.type === 'number') return [...objects, 'abc', true];
  if (schema.type === 'boolean') return [...objects, 'yes', 1];
  return [];
}

test('wrong types, keys that are unknown and keys that are missing are refused', async () => {
  const wrong = await mustRefuse((route) => {
    if (!json(route)) return [];
    const schema = schemaOf(route.body);
    const base = bodyOf(route, ids);
    const attempts: Attempt[] = [{ what: 'unknown key', over: { body: { ...(base as object), unknownKey: 1 } } }];
    for (const key of schema.required ?? [])
      if (schema.properties?.[key]?.default === undefined) {
        const { [key]: _, ...rest } = base as Record<string, unknown>;
        attempts.push({ what: `without ${key}`, over: { body: rest } });
      }
    const several = new Map<string, number>();
    const all = leaves(schema).slice(0, 12);
    for (const { path } of all) several.set(path.join('.'), (several.get(path.join('.')) ?? 0) + 1);
    for (const { path, schema: leaf } of all) {
      // a choice of forms: what is wrong for one may be right for another
      if (several.get(path.join('.')) !== 1) continue;
      for (const value of wrongFor(leaf))
        attempts.push({
          what: `${path.join('.')}=${JSON.stringify(value)?.slice(0, 40)}`,
          over: { body: put(base, path, value) },
        });
    }
    return attempts;
  });
  assert.deepEqual(wrong, []);
});

const NASTY = [
  'a\u0000b',
  'a\ud800b',
  '\udfff',
  `<script>alert(1)</script>"'><img src=x onerror=alert(1)>`,
  `'; drop table ticket; --`,
  '%_\\%$1{}${7*7}',
  '\u202e\u200b\ufeff',
  '𠮷'.repeat(60),
  'x'.repeat(199),
  '../../etc/passwd',
  'constructor',
  '\\u0000',
];

test('texts of any kind are taken as texts or refused, never break anything', async () => {
  const wrong = await mustStand((route) => {
    if (!json(route)) return [];
    const free = leaves(schemaOf(route.body)).filter(
      ({ schema }) => schema.type === 'string' && !schema.format && !schema.enum && schema.const === undefined,
    );
    if (free.length === 0) return [];
    const base = bodyOf(route, ids);
    const required = free.filter(({ path }) =>
      path.every((key, at) => key === '0' || has(base, path.slice(0, at + 1))),
    );
    const attempts: Attempt[] = [];
    for (const text of NASTY) {
      let every = base;
      for (const { path } of required) every = put(every, path, text);
      attempts.push({ what: JSON.stringify(text).slice(0, 30), over: { body: every } });
    }
    for (const { path } of free.slice(0, 6))
      for (const text of NASTY.slice(0, 2))
        attempts.push({ what: `${path.join('.')}=${JSON.stringify(text)}`, over: { body: put(base, path, text) } });
    return attempts;
  });
  assert.deepEqual(wrong, []);
});

function has(value: unknown, path: string[]): boolean {
  let at = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !(key in at)) return false;
    at = (at as Record<string, unknown>)[key];
  }
  return true;
}

test('numbers at the edge of what the database holds break nothing', async () => {
  const wrong = await mustStand((route) => {
    if (!json(route)) return [];
    const base = bodyOf(route, ids);
    return leaves(schemaOf(route.body))
      .filter(({ schema }) => schema.type === 'integer' || schema.type === 'number')
      .slice(0, 12)
      .flatMap(({ path }) =>
        ['-1', '0', '2147483648', '9007199254740991', '1e308', '1e309', '-0'].map((value) => ({
          what: `${path.join('.')}=${value}`,
          over: { raw: JSON.stringify(put(base, path, '@')).replaceAll('"@"', value) },
        })),
      );
  });
  assert.deepEqual(wrong, []);
});

test('addresses with wrong ids, NUL and broken percent signs are refused', async () => {
  const bad = ['abc', '%00', '%', '%zz', '%c0%af', '%ed%a0%80', "'%20or%201=1", '..%2f..', '1'.repeat(3_000)];
  const wrong = await mustRefuse((route) =>
    [...route.path.matchAll(/:([A-Za-z]+)/g)].flatMap(([, name]) =>
      bad
        // some are named by a key: any short text may be one
        .filter(
          (text) => schemaOf(route.params).properties?.[name!]?.format === 'uuid' || /%(00|zz|c0|ed|$)/.test(text),
        )
        .map((text) => ({ what: text.slice(0, 20), over: { path: addressOf(route, ids, { [name!]: text }) } })),
    ),
  );
  assert.deepEqual(wrong, []);
});

test('queries of any kind are answered or refused, never break anything', async () => {
  const cursors = [
    'abc',
    '%00',
    cursorOf('a'),
    cursorOf('x', 'y'),
    cursorOf('x', 'y', 'z'),
    cursorOf(1, 2),
    cursorOf('infinity', '01999999-9999-7999-8999-999999999999'),
    cursorOf('2026-02-30T00:00:00.000Z', '01999999-9999-7999-8999-999999999999'),
    cursorOf('\u0000', '01999999-9999-7999-8999-999999999999'),
    cursorOf('+275760-09-13T00:00:00.000Z', '01999999-9999-7999-8999-999999999999'),
    cursorOf('2026-01-01T00:00:00.000Z', '01999999-9999-7999-8999-999999999999', 1e300),
    cursorOf('2026-01-01T00:00:00.000Z', '01999999-9999-7999-8999-999999999999', 2 ** 40),
    cursorOf('unit', 2 ** 40, 'a'),
    'W251bGwsbnVsbF0',
  ];
  const values = [
    '',
    '%00',
    '%ed%a0%80',
    '%zz',
    '1e309',
    '-1',
    '99999999999999999999',
    '2026-02-30',
    '9999999-01-01',
    '0000-01-01',
    '2026-13-01T00:00:00Z',
    '-000001-01-01T00:00:00Z',
    '%27%3Bdrop',
    '%25_%5C',
    'x'.repeat(5_000),
    '1&$again',
  ];
  const wrong = await mustStand((route) => {
    const properties = schemaOf(route.query).properties ?? {};
    return Object.keys(properties).flatMap((key) => {
      const rest = queryOf(route, ids)
        .slice(1)
        .split('&')
        .filter((part) => part && !part.startsWith(`${key}=`));
      const tried = key === 'after' ? cursors : values;
      return tried.map((value) => {
        const part = `${key}=${value.replace('$again', `${key}=2`)}`;
        return { what: part.slice(0, 60), over: { path: `${addressOf(route, ids)}?${[...rest, part].join('&')}` } };
      });
    });
  });
  assert.deepEqual(wrong, []);
});

test('addresses that lead nowhere, methods that are not taken and odd headers are refused in the one shape', async () => {
  const wrong: string[] = [];
  const odd: Request[] = [
    { method: 'GET', path: '/nothing' },
    { method: 'GET', path: '/%' },
    { method: 'GET', path: '/%00' },
    { method: 'DELETE', path: '/tickets' },
    { method: 'GET', path: '/kinds', slug: 'nowhere' },
    { method: 'GET', path: '/kinds', slug: '..%2fworld' },
    { method: 'POST', path: '/tickets', body: {}, headers: { 'idempotency-key': 'short' } },
    { method: 'POST', path: '/me/duty', body: { on: true }, headers: { 'idempotency-key': `\u00e9${'x'.repeat(20)}` } },
    { method: 'POST', path: '/tickets', body: {}, headers: { origin: 'null' } },
    { method: 'POST', path: '/tickets', body: {}, headers: { origin: 'https://elsewhere.test' } },
  ];
  for (const request of odd) {
    const answer = await house.send({ who: 'almighty', ...request });
    const why = unsound(answer);
    if (why) wrong.push(`${request.method} ${request.path}: ${why}`);
  }
  assert.deepEqual(wrong, []);
});
