import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test, type TestContext } from 'node:test';
import { holdAlone } from './single-start.ts';

const base = mkdtempSync(join(tmpdir(), 'huiyin-hold-'));
after(() => rmSync(base, { recursive: true, force: true }));

const HOLDER = `
import { holdAlone } from ${JSON.stringify(join(import.meta.dirname, 'single-start.ts'))};
holdAlone(process.argv[1]);
gc();
console.log('held');
setInterval(() => {}, 1000);
`;

/** Another process that holds `directory`. */
async function otherHolder(t: TestContext, directory: string) {
  const child = spawn(process.execPath, ['--expose-gc', '--input-type=module-typescript', '-e', HOLDER, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.after(() => child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return child;
}

test('a directory held by another process is refused, and the refusal names it', async (t) => {
  const directory = join(base, 'taken');
  const other = await otherHolder(t, directory);
  assert.throws(() => holdAlone(directory), {
    code: 'start.already_running',
    message: new RegExp(`process ${other.pid}\\b`),
  });
});

test('a directory is free again once its holder was killed, whatever its file says', async (t) => {
  const directory = join(base, 'killed');
  const other = await otherHolder(t, directory);
  other.kill('SIGKILL');
  await once(other, 'exit');
  // The file names a process that lives, as after its id was given to a stranger.
  writeFileSync(join(directory, 'lock.pid'), `${process.pid}\n`);
  holdAlone(directory).release();
});

test('it is held against this process too, until released; releasing twice does nothing', () => {
  const directory = join(base, 'mine');
  const hold = holdAlone(directory);
  assert.throws(() => holdAlone(directory), { code: 'start.already_running' });
  hold.release();
  hold.release();
  const again = holdAlone(directory);
  hold.release();
  assert.throws(() => holdAlone(directory), { code: 'start.already_running' });
  again.release();
});

test('a directory that cannot be is refused in a sentence', () => {
  const file = join(base, 'file');
  writeFileSync(file, '');
  assert.throws(() => holdAlone(join(file, 'below')), { code: 'start.not_writable' });
});
