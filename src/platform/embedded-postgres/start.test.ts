import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { isRoot } from './account.ts';
import { isAlive, processesOn, readPostmaster, stopPostmaster, waitUntil } from './postmaster.ts';
import { startEmbeddedPostgres } from './start.ts';

const START = fileURLToPath(new URL('start.ts', import.meta.url));

/** Starts a server in a process of its own, which can then be killed as a crashing Huiyin would be. */
const HOLDER = `
import { startEmbeddedPostgres } from ${JSON.stringify(START)};
const server = await startEmbeddedPostgres({ directory: process.argv[1], log: console.log });
console.log('url ' + server.url + ' ' + server.postmasterPid);
process.stdin.resume();
process.stdin.on('end', () => server.stop());
`;

const base = mkdtempSync(join(tmpdir(), 'huiyin-embedded-'));
const shared = join(base, 'shared');
after(async () => {
  for (const name of ['shared', 'closed/inner']) await stopLeftover(join(base, name));
  rmSync(base, { recursive: true, force: true });
});

async function stopLeftover(directory: string): Promise<void> {
  const data = join(directory, 'data');
  const found = readPostmaster(data);
  if (found && isAlive(found.pid)) await stopPostmaster(data, found.pid);
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

type Holder = { child: ChildProcess; url: string; pid: number; lines: string[] };

async function holder(
  t: TestContext,
  directory: string,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Holder> {
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', HOLDER, directory], {
    env: environment,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  t.after(() => kill(child));
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout! })) {
    const [word, url, pid] = line.split(' ');
    if (word === 'url') return { child, url: url!, pid: Number(pid), lines };
    lines.push(line);
  }
  throw new Error(`ended without a server: ${lines.join('\n')}`);
}

async function ask(url: string, question: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query({ text: question, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

describe('the embedded database', () => {
  test('a new one is UTF-8 and sorts by C.UTF-8 under LANG=C, without a home directory', async (t) => {
    const environment: NodeJS.ProcessEnv = { ...process.env, LANG: 'C', LC_ALL: 'C' };
    delete environment['HOME'];
    const { child, url, pid } = await holder(t, shared, environment);
    const answer = await ask(
      url,
      `select current_setting('server_encoding'), datlocprovider, datlocale, current_setting('synchronous_commit') from pg_database where datname = current_database()`,
    );
    assert.deepEqual(answer, ['UTF8', 'b', 'C.UTF-8', 'on']);
    await ask(url, 'create table leak (place text)');
    await ask(url, `insert into leak values ('三号楼1202')`);
    child.stdin!.end();
    await once(child, 'exit');
    assert.equal(isAlive(pid), false, 'stopping waits for the server');
  });

  test('one that is there already starts again with what it held', async () => {
    const server = await startEmbeddedPostgres({ directory: shared });
    assert.deepEqual(await ask(server.url, 'select place from leak'), ['三号楼1202']);
    await Promise.all([server.stop(), server.stop()]);
    await server.stop();
    assert.equal(existsSync(join(shared, 'data/postmaster.pid')), false);
  });

  test('nobody gets in without the password', async () => {
    const server = await startEmbeddedPostgres({ directory: shared });
    const wrong = new URL(server.url);
    wrong.password = 'guess';
    await assert.rejects(ask(wrong.href, 'select 1'), { code: '28P01' });
    await server.stop();
  });

  test('a server left by a killed Huiyin is taken over', async (t) => {
    const first = await holder(t, shared);
    await kill(first.child);
    assert.equal(isAlive(first.pid), true, 'it lives on');
    const lines: string[] = [];
    const second = await startEmbeddedPostgres({ directory: shared, log: (line) => lines.push(line) });
    assert.equal(second.postmasterPid, first.pid);
    assert.deepEqual(lines, ['Took over the database that was left running.']);
    await second.stop();
    assert.equal(isAlive(first.pid), false);
  });

  test('a left server with other settings is stopped in order, not taken over', async (t) => {
    const first = await holder(t, shared);
    await kill(first.child);
    const second = await startEmbeddedPostgres({ directory: shared, settings: { work_mem: '5MB' } });
    assert.notEqual(second.postmasterPid, first.pid);
    assert.deepEqual(await ask(second.url, 'show work_mem'), ['5MB']);
    await second.stop();
  });

  test('a second start on the same directory is refused and harms nothing', async (t) => {
    const first = await holder(t, shared);
    await assert.rejects(startEmbeddedPostgres({ directory: shared }), (fault: Error & { code?: string }) => {
      assert.equal(fault.code, 'start.already_running');
      assert.match(fault.message, new RegExp(`process ${first.child.pid}\\b`));
      return true;
    });
    assert.deepEqual(await ask(first.url, 'select place from leak'), ['三号楼1202']);
  });

  test('a killed server is started again under the same url', async () => {
    const server = await startEmbeddedPostgres({ directory: shared });
    const before = server.postmasterPid;
    await ask(server.url, `insert into leak values ('acknowledged')`);
    for (const id of [before, ...processesOn(join(shared, 'data'))]) if (isAlive(id)) process.kill(id, 'SIGKILL');
    await waitUntil(() => server.postmasterPid !== before, 10_000);
    assert.deepEqual(await ask(server.url, `select count(*)::int from leak where place = 'acknowledged'`), [1]);
    await server.stop();
  });

  test('a process id that now belongs to a stranger does not keep the server from starting', async () => {
    const server = await startEmbeddedPostgres({ directory: shared });
    await server.stop();
    const data = join(shared, 'data');
    writeFileSync(join(data, 'postmaster.pid'), `${process.pid}\n${data}\n1\n5432\n\n127.0.0.1\n 1 1\nready   \n`);
    const again = await startEmbeddedPostgres({ directory: shared });
    await again.stop();
  });

  test('a directory that cannot be written is named in a sentence', async () => {
    const file = join(base, 'file');
    writeFileSync(file, '');
    await assert.rejects(startEmbeddedPostgres({ directory: join(file, 'below') }), { code: 'start.not_writable' });
    if (isRoot()) return;
    const closed = join(base, 'read-only');
    mkdirSync(closed);
    chmodSync(closed, 0o500);
    await assert.rejects(startEmbeddedPostgres({ directory: join(closed, 'below') }), { code: 'start.not_writable' });
  });

  test(
    'root may keep it in a directory closed to everybody else',
    { skip: isRoot() ? false : 'only root can try' },
    async () => {
      const closed = join(base, 'closed');
      mkdirSync(closed, { mode: 0o700 });
      const server = await startEmbeddedPostgres({ directory: join(closed, 'inner'), durable: false });
      assert.deepEqual(await ask(server.url, 'select 1'), [1]);
      await server.stop();
    },
  );

  test('a temporary one goes with the process that asked for it, even a killed one', async (t) => {
    const directory = join(base, 'temporary');
    const script = HOLDER.replace('log: console.log', 'durable: false, temporary: true');
    const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script, directory], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    t.after(() => kill(child));
    await once(child.stdout, 'data');
    await kill(child);
    assert.equal(await waitUntil(() => !existsSync(directory), 10_000), true);
    assert.deepEqual(processesOn(join(directory, 'data')), []);
  });
});
