import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test, type TestContext } from 'node:test';
import pg from 'pg';
import { buildServer } from '../scripts/build-server.ts';
import { buildWeb } from '../scripts/build-web.ts';
import { freshDatabase } from '../test/database.ts';
import { until } from '../test/platform-world.ts';
import { isAlive, readPostmaster } from './platform/embedded-postgres/postmaster.ts';

const ROOT = join(import.meta.dirname, '..');
const base = mkdtempSync(join(tmpdir(), 'huiyin-start-'));
before(async () => {
  await buildWeb();
  await buildServer();
});
after(() => rmSync(base, { recursive: true, force: true }));

type Started = { child: ChildProcess; text(): string; address: Promise<string>; ended: Promise<number | null> };

/** `npm start` as npm runs it: the launcher, and under it the program. */
function huiyin(t: TestContext, env: Record<string, string>, ...args: string[]): Started {
  const { DATABASE_URL: _, npm_lifecycle_event: __, ...own } = process.env;
  const child = spawn(process.execPath, [join(ROOT, 'bin/huiyin.mjs'), ...args], {
    cwd: base,
    env: { ...own, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  t.after(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  });
  let text = '';
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk) => (text += String(chunk)));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const address = (async () => {
    await until('it runs or has ended', () => /runs at (\S+)/.test(text) || child.exitCode !== null, 60_000);
    const found = /runs at (\S+)/.exec(text)?.[1];
    if (!found) throw new Error(`it did not start: ${text}`);
    return found;
  })();
  address.catch(() => {});
  return { child, text: () => text, address, ended };
}

async function refusal(started: Started): Promise<string> {
  assert.equal(await started.ended, 1);
  const text = started.text().trim();
  assert.doesNotMatch(text, /\n\s+at /, 'no stack is shown');
  return text;
}

async function answers(address: string, path: string): Promise<{ status: number; body: string }> {
  const response = await fetch(`${address}${path}`);
  return { status: response.status, body: await response.text() };
}

test('an empty start serves the first page, keeps others off its data and port, and stops wholly', async (t) => {
  const directory = join(base, 'first');
  const first = huiyin(t, { DATA_DIR: directory }, '--empty');
  const address = await first.address;
  for (const screen of ['/', '/tickets/10427', '/o/green-hill/board'])
    assert.match((await answers(address, screen)).body, /<!doctype html>/i, screen);
  assert.deepEqual(
    [(await answers(address, '/api/nothing')).status, (await answers(address, '/assets/gone.js')).status],
    [404, 404],
  );
  assert.match((await answers(address, '/api/setup')).body, /"needed":true/);
  assert.equal((await answers(address, '/api/ready')).status, 200);

  assert.match(await refusal(huiyin(t, { DATA_DIR: directory }, '--empty')), /already runs on .*Stop that one first/);
  const { port } = new URL(address);
  assert.match(
    await refusal(huiyin(t, { DATA_DIR: join(base, 'other'), PORT: port })),
    /Port \d+ is in use by another program/,
  );
  assert.equal((await answers(address, '/api/ready')).status, 200, 'the first one goes on');

  const postmaster = readPostmaster(join(directory, 'postgres/data'))!.pid;
  const begun = performance.now();
  first.child.kill('SIGTERM');
  assert.equal(await first.ended, 0);
  assert.ok(performance.now() - begun < 8_000, 'within a few seconds');
  assert.equal(isAlive(postmaster), false, 'its database has stopped');
});

test('when the launcher is killed outright, program and database go too; the next start finds all in order', async (t) => {
  const directory = join(base, 'killed');
  const first = huiyin(t, { DATA_DIR: directory }, '--empty');
  const address = await first.address;
  const postmaster = readPostmaster(join(directory, 'postgres/data'))!.pid;
  first.child.kill('SIGKILL');
  await until('the database is gone', () => !isAlive(postmaster), 15_000);
  await assert.rejects(fetch(address), 'nobody listens any more');
  const again = huiyin(t, { DATA_DIR: directory }, '--empty');
  assert.equal((await answers(await again.address, '/api/ready')).status, 200);
});

test('stopped while it is still starting, it leaves nothing behind', async (t) => {
  const directory = join(base, 'early');
  const first = huiyin(t, { DATA_DIR: directory }, '--empty');
  await until('the database is being made', () => readPostmaster(join(directory, 'postgres/data')) !== null, 60_000);
  const postmaster = readPostmaster(join(directory, 'postgres/data'))!.pid;
  first.child.kill('SIGINT');
  await first.ended;
  await until('the database is gone', () => !isAlive(postmaster), 15_000);
  assert.doesNotMatch(first.text(), /\n\s+at /);
});

test('a database that holds other tables is refused and stays as it is', async (t) => {
  const fresh = await freshDatabase();
  const client = new pg.Client(fresh.url);
  await client.connect();
  t.after(async () => {
    await client.end();
    await fresh.drop();
  });
  await client.query('create table theirs (id int)');
  assert.match(await refusal(huiyin(t, { DATABASE_URL: fresh.url })), /not Huiyin's.*Nothing was changed/);
  const { rows } = await client.query(
    `select nspname from pg_namespace where nspname in ('huiyin', 'graphile_worker')`,
  );
  assert.deepEqual(rows, []);
});

test('two nodes starting together on one empty database both serve it, and hear of each other', async (t) => {
  const fresh = await freshDatabase();
  t.after(() => fresh.drop());
  const nodes = [huiyin(t, { DATABASE_URL: fresh.url }), huiyin(t, { DATABASE_URL: fresh.url })];
  const [one, other] = (await Promise.all(nodes.map((node) => node.address))) as [string, string];
  assert.notEqual(one, other);
  const made = await fetch(`${one}/api/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-huiyin': '1' },
    body: JSON.stringify({
      organisation: { name: '绿丘物业', slug: 'green-hill' },
      pack: 'property',
      language: 'zh-hans',
      zone: 'Asia/Shanghai',
      administrator: { name: '王芳', username: 'wang', password: 'three quiet herons' },
    }),
  });
  assert.equal(made.status, 201, await made.text());
  await until('the other knows it', async () => /"needed":false/.test((await answers(other, '/api/setup')).body));
  for (const node of nodes) node.child.kill('SIGTERM');
  assert.deepEqual(await Promise.all(nodes.map((node) => node.ended)), [0, 0]);
});

test('what cannot be is said in one sentence', async (t) => {
  const file = join(base, 'a-file');
  writeFileSync(file, '');
  const port = await new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
    t.after(() => server.close());
  });
  const cases: [Record<string, string>, string[], RegExp][] = [
    [{ DATA_DIR: join(file, 'data') }, [], /cannot be written by this account/],
    [{ PORT: String(port) }, [], /is in use by another program/],
    [{ PORT: 'eighty' }, [], /The setting PORT cannot be used/],
    [{}, ['--port=99999'], /The setting PORT cannot be used/],
    [{}, ['--everything'], /Unknown option '--everything'/],
    [{}, ['--empty', '--demo'], /contradict each other/],
    [{ DATABASE_URL: 'mysql://root@localhost/huiyin' }, [], /must look like postgres:/],
    [{ DATABASE_URL: 'postgres://a:b@127.0.0.1:1/huiyin' }, [], /No PostgreSQL answers/],
    [{ HOST: '203.0.113.1', PORT: '8080' }, [], /has no address 203\.0\.113\.1/],
  ];
  for (const [env, args, sentence] of cases) {
    const text = await refusal(huiyin(t, { DATA_DIR: join(base, 'never'), ...env }, ...args));
    assert.match(text, sentence);
    assert.ok(!text.includes('a:b@'), 'a password is not shown');
  }
});
