import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { isAlive, readPostmaster, waitUntil } from '../src/platform/embedded-postgres/postmaster.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const base = mkdtempSync(join(tmpdir(), 'huiyin-runner-'));
after(() => rmSync(base, { recursive: true, force: true }));

/** The runner and what it needs, in a house with no tests but ours. */
function house(name: string, tests: Record<string, string>): string {
  const home = join(base, name);
  for (const part of [
    'scripts/test.ts',
    'scripts/check/batches.ts',
    'scripts/check/results.ts',
    'test/database.ts',
    'test/scratch.ts',
    'bin/huiyin.mjs',
    'package.json',
  ])
    cpSync(join(root, part), join(home, part));
  const isTest = (path: string): boolean => path.endsWith('.test.ts');
  for (const part of ['parent.ts', 'single-start.ts', 'cannot-start.ts', 'embedded-postgres'])
    cpSync(join(root, 'src/platform', part), join(home, 'src/platform', part), {
      recursive: true,
      filter: (path) => !isTest(path),
    });
  symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'));
  for (const [file, text] of Object.entries(tests)) writeFileSync(join(home, file), text);
  mkdirSync(join(home, 'tmp'));
  return home;
}

type Run = { child: ChildProcess; said: () => string; ended: Promise<unknown[]> };

function run(t: TestContext, home: string, args: string[], more: NodeJS.ProcessEnv = {}): Run {
  const environment: NodeJS.ProcessEnv = { ...process.env, TMPDIR: join(home, 'tmp') };
  // Else it would take itself for a part of the run that it is started from.
  for (const name of ['HUIYIN_TEST_SERVER', 'TEST_DATABASE_URL', 'NODE_TEST_CONTEXT', 'npm_lifecycle_event'])
    delete environment[name];
  const child = spawn(process.execPath, args, {
    env: { ...environment, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  t.after(() => child.kill('SIGKILL'));
  let text = '';
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk) => (text += String(chunk)));
  return { child, said: () => text, ended: once(child, 'exit') };
}

/** A test that never ends of itself, and tells its process and its server. */
const ENDLESS = `
import { test } from 'node:test';
import { writeFileSync } from 'node:fs';
import { freshDatabase } from './database.ts';
test('endless', async () => {
  await freshDatabase();
  writeFileSync(import.meta.dirname + '/../tmp/pid', String(process.pid));
  await new Promise(() => setInterval(() => {}, 1000));
});`;

const RUNNERS: [string, (home: string) => string[]][] = [
  ['killed outright', (home) => [join(home, 'scripts/test.ts')]],
  ['whose launcher is killed', (home) => [join(home, 'bin/huiyin.mjs'), 'scripts/test.ts']],
];

for (const [how, through] of RUNNERS) {
  test(`a run ${how} leaves neither test, nor server, nor file`, async (t) => {
    const home = house(how.replaceAll(/\W/g, '-'), { 'test/endless.test.ts': ENDLESS });
    const temporary = join(home, 'tmp');
    const { child, said, ended } = run(t, home, through(home));
    assert.ok(await waitUntil(() => existsSync(join(temporary, 'pid')), 20_000), said());
    const testId = Number(readFileSync(join(temporary, 'pid'), 'utf8'));
    const scratch = join(
      temporary,
      readdirSync(temporary).find((name) => name.startsWith('huiyin-tests-'))!,
    );
    const server = readdirSync(scratch).find((name) => name.startsWith('huiyin-test-'))!;
    const { pid } = readPostmaster(join(scratch, server, 'data'))!;
    child.kill('SIGKILL');
    await ended;
    assert.ok(await waitUntil(() => !isAlive(testId), 5_000), 'the test is still there');
    assert.ok(await waitUntil(() => !isAlive(pid), 5_000), 'the server is still there');
    assert.ok(await waitUntil(() => !existsSync(scratch), 5_000), 'its files are still there');
    assert.equal(existsSync(join(home, 'dist/test-results.json')), false, 'half a run proves nothing');
  });
}

test('a run says what failed, what was skipped and what proves nothing, and keeps what became of each test', async (t) => {
  const home = house('mixed', {
    'test/good.test.ts': `import { describe, test } from 'node:test';
test('kept [KEYS-01]', () => {});
test('not tried', { skip: 'no key' }, () => {});
test('to come', { todo: true }, () => {});
describe('keys [KEYS-02]', () => test('grouped', () => {}));`,
    'test/bad.test.ts': `import { test } from 'node:test'; test('lost', () => { throw new Error('gone'); });`,
    'test/hollow.test.ts': `export {};`,
  });
  const { child, said, ended } = run(t, home, [join(home, 'scripts/test.ts')], {
    TEST_DATABASE_URL: 'postgres://nobody',
  });
  await ended;
  assert.equal(child.exitCode, 1, said());
  assert.match(said(), /test\/hollow\.test\.ts defines no test/);
  assert.match(said(), /test\/good\.test\.ts: a group names duties, "keys \[KEYS-02\]"/);
  const results = JSON.parse(readFileSync(join(home, 'dist/test-results.json'), 'utf8')) as Record<string, unknown>[];
  assert.deepEqual(results.map(({ name, file, passed, skipped }) => [name, file, passed, skipped]).toSorted(), [
    ['grouped', 'test/good.test.ts', true, false],
    ['kept [KEYS-01]', 'test/good.test.ts', true, false],
    ['lost', 'test/bad.test.ts', false, false],
    ['not tried', 'test/good.test.ts', true, true],
    ['to come', 'test/good.test.ts', true, true],
  ]);
});

test('a run fails over nothing but a file without a test', async (t) => {
  const home = house('hollow', { 'test/hollow.test.ts': `export {};` });
  const { child, said, ended } = run(t, home, [join(home, 'scripts/test.ts')], {
    TEST_DATABASE_URL: 'postgres://nobody',
  });
  await ended;
  assert.equal(child.exitCode, 1, said());
  assert.match(said(), /No test was found/);
});
