import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { after, before, test } from 'node:test';
import { sealer } from '../auth/sealing.ts';
import { sealKeyOf } from './seal-key.ts';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seal-key-'));
});
after(() => rm(folder, { recursive: true }));

/** Another process on the same directory, which does this one thing and ends. */
async function keyOfAnother(dataDirectory: string): Promise<string> {
  const file = JSON.stringify(new URL('seal-key.ts', import.meta.url).href);
  const work = `import { sealKeyOf } from ${file};
    console.log(await sealKeyOf({ secretKey: null, dataDirectory: ${JSON.stringify(dataDirectory)} })());`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', work], {
    timeout: 60_000,
  });
  return stdout.trim();
}

test('the key is made once, however many nodes start together on one directory, and is for its owner alone', async () => {
  const dataDirectory = join(folder, 'together');
  const keys = await Promise.all(Array.from({ length: 4 }, () => keyOfAnother(dataDirectory)));
  assert.equal(new Set(keys).size, 1, 'all of them seal with the same');
  assert.equal(keys[0]!.length, 43, '32 random bytes');
  assert.deepEqual(await readdir(dataDirectory), ['secret.key'], 'nothing of the losers is left');
  const file = join(dataDirectory, 'secret.key');
  assert.equal((await readFile(file, 'utf8')).trim(), keys[0]);
  assert.equal((await stat(file)).mode & 0o777, 0o600);
  assert.equal(await sealKeyOf({ secretKey: null, dataDirectory })(), keys[0], 'and so does whoever starts later');
});

test('within one node it is made once, too, and SECRET_KEY is taken before any file', async () => {
  const dataDirectory = join(folder, 'within');
  const [one, other] = await Promise.all([1, 2].map(() => sealKeyOf({ secretKey: null, dataDirectory })()));
  assert.equal(one, other);
  const given = await sealKeyOf({ secretKey: 'k'.repeat(32), dataDirectory })();
  assert.equal(given, 'k'.repeat(32));
});

test('what was sealed with another key is refused by name, and so is what was sealed for something else', async () => {
  const own = sealer(async () => 'one key of some length, for a test');
  const other = sealer(async () => 'another key of some length, for it');
  const sealed = await own.seal('JBSWY3DPEHPK3PXP', 'desk');
  assert.equal(await own.open(sealed, 'desk'), 'JBSWY3DPEHPK3PXP');
  assert.ok(!sealed.includes('JBSWY3DPEHPK3PXP'));
  await assert.rejects(other.open(sealed, 'desk'), { code: 'seal.key_lost' });
  await assert.rejects(own.open(sealed, 'supervisor'), { code: 'seal.key_lost' });
});
