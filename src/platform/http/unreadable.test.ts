import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { z } from 'zod';
import { platformNode, platformWorld, type TestNode, type World } from '../../../test/platform-world.ts';
import { route } from './route.ts';
import { done, OK } from './shapes.ts';

let world: World;
let node: TestNode;
before(async () => {
  world = await platformWorld();
  const common = { method: 'POST', admits: 'signed-in', tag: 'test', summary: 'For the test', answer: done } as const;
  node = await platformNode(world, {
    routes: [
      route({ ...common, name: 'needsNothing', path: '/nothing', handle: async () => OK }),
      route({
        ...common,
        name: 'needsSomething',
        path: '/something/:what',
        params: z.strictObject({ what: z.string() }),
        body: z.strictObject({ a: z.string() }),
        handle: async () => OK,
      }),
    ],
  });
});
after(async () => {
  await node.stop();
  await world.drop();
});

/** What comes back over a bare line. */
async function wire(text: string): Promise<{ status: number; headers: Headers; body: Record<string, unknown> }> {
  const { hostname, port } = new URL(node.address);
  const socket = connect(Number(port), hostname);
  socket.write(text);
  let answer = '';
  for await (const chunk of socket) answer += String(chunk);
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = new Headers(
    lines.map((line): [string, string] => line.split(/: (.*)/s).slice(0, 2) as [string, string]),
  );
  return { status: Number(first.split(' ')[1]), headers, body: JSON.parse(body) as Record<string, unknown> };
}

const UNREADABLE: [string, number, string][] = [
  ['garbage', 400, 'GARBAGE\r\n\r\n'],
  ['a NUL in a header', 400, 'GET / HTTP/1.1\r\nHost: a\r\nX: \u0001\u0000\r\n\r\n'],
  [
    'two lengths',
    400,
    'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  ],
  ['a header without end', 431, `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`],
  ['an address that is none', 400, 'GET /%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
  [
    'a parameter without end',
    414,
    `POST /api/something/${'a'.repeat(5_000)} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  ],
  ['an address that leads nowhere', 404, 'GET /api/nowhere HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
];

for (const [what, status, text] of UNREADABLE)
  test(`${what} is refused in the one shape, behind the same guards as everything else`, async () => {
    const answer = await wire(text);
    assert.equal(answer.status, status);
    assert.deepEqual(Object.keys(answer.body).toSorted(), ['code', 'message', 'params']);
    assert.match(answer.headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/);
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    assert.match(answer.headers.get('content-type') ?? '', /^application\/json/);
    if (status !== 404) assert.equal(answer.headers.get('cache-control'), 'no-store');
  });

function post(path: string, body: string): Promise<Response> {
  const headers = { 'content-type': 'application/json', 'x-huiyin': '1', 'x-test-person': world.ann };
  return fetch(`${node.address}/o/hill/api${path}`, { method: 'POST', headers, body });
}

test('an empty body called JSON is no body: taken where none is needed, refused where one is', async () => {
  assert.equal((await post('/nothing', '')).status, 200);
  const missing = await post('/something/1', '');
  assert.deepEqual([missing.status, ((await missing.json()) as { code: string }).code], [422, 'input.malformed']);
});

test('what is too large hears how much may be sent', async () => {
  const answer = await post('/something/1', JSON.stringify({ a: 'x'.repeat(1024 * 1024) }));
  const { code, params } = (await answer.json()) as { code: string; params: unknown };
  assert.deepEqual([answer.status, code, params], [413, 'body.too_large', { megabytes: 1 }]);
});

test('what the API says stays in no cache, and the page asks nothing of the device', async () => {
  const answer = await post('/nothing', '');
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  assert.equal(answer.headers.get('x-frame-options'), 'DENY');
  assert.match(answer.headers.get('permissions-policy') ?? '', /camera=\(\)/);
});
