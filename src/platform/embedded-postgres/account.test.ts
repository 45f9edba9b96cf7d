import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { isRoot } from './account.ts';
import { locateBinaries } from './binaries.ts';

const base = mkdtempSync(join(tmpdir(), 'huiyin-account-'));
after(() => rmSync(base, { recursive: true, force: true }));
const spare = join(base, 'spare');

const START = `
import { readFileSync } from 'node:fs';
import { startEmbeddedPostgres } from ${JSON.stringify(join(import.meta.dirname, 'start.ts'))};
try {
  const server = await startEmbeddedPostgres({ directory: process.argv[1], durable: false });
  console.log(JSON.stringify({ status: readFileSync('/proc/' + server.postmasterPid + '/status', 'utf8') }));
  await server.stop();
} catch (fault) {
  console.log(JSON.stringify({ code: fault.code, message: fault.message }));
}`;

/** Starts and stops a server where only the named programs are installed; says as whom it ran, or why it did not. */
async function startWith(programs: string[], directory: string): Promise<{ uid?: number; code?: string }> {
  const path = mkdtempSync(join(base, 'path-'));
  chmodSync(path, 0o755);
  for (const name of programs) {
    const found = spawnSync('/bin/sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim();
    if (found) symlinkSync(found, join(path, name));
  }
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', START, directory], {
    env: { PATH: path },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (chunk) => (text += String(chunk)));
  await once(child, 'close');
  const { status, code } = JSON.parse(text) as { status?: string; code?: string };
  if (!status) return { code: code! };
  return { uid: Number(/^Uid:\s+(\d+)/m.exec(status)![1]) };
}

function folder(name: string, mode: number): string {
  const path = join(base, name);
  mkdirSync(path);
  chmodSync(path, mode);
  return join(path, 'database');
}

/** Whether anybody may walk to the server's programs: not where the product itself stands in a closed directory. */
function isOpenToAll(path: string): boolean {
  for (let place = path; place !== '/'; place = join(place, '..'))
    if ((statSync(place).mode & 0o001) === 0) return false;
  return true;
}

const onlyRoot = { skip: isRoot() ? false : 'only root must find another account' };
const inOpenPlace = {
  skip: !isRoot() || !isOpenToAll(locateBinaries(spare).native) ? 'only for root, in a place open to others' : false,
};

describe('started by root, the server runs as somebody else', () => {
  test('without user namespaces: as another account, where that one reaches it', inOpenPlace, async () => {
    chmodSync(base, 0o755);
    const directory = folder('open', 0o755);
    const { uid } = await startWith(['id'], directory);
    assert.ok(uid, 'not as root');
    assert.equal(statSync(join(directory, 'data')).uid, uid, 'and its data are that account’s');
  });

  test('under a closed directory: as another account that keeps the right to pass', onlyRoot, async (t) => {
    if (!mayKeepARight()) return t.skip('this machine gives root no such right to hand on');
    const { uid } = await startWith(['id', 'setpriv'], folder('closed', 0o700));
    assert.ok(uid, 'not as root');
  });

  test('where nothing of this is possible it says so', onlyRoot, async () => {
    assert.deepEqual(await startWith(['id'], folder('shut', 0o700)), { code: 'start.root_has_no_other_account' });
  });
});

function mayKeepARight(): boolean {
  const bounding = /^CapBnd:\s+([0-9a-f]+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0';
  const hasOverride = (BigInt(`0x${bounding}`) & 2n) !== 0n;
  return hasOverride && spawnSync('setpriv', ['--version'], { stdio: 'ignore' }).status === 0;
}
