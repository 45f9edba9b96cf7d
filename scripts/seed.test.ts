import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { freshWorld } from '../test/world.ts';

function seed(url: string, ...args: string[]) {
  const env = { ...process.env, DATABASE_URL: url };
  return spawnSync(process.execPath, [join(import.meta.dirname, 'seed.ts'), ...args], { encoding: 'utf8', env });
}

test('where an organisation is at home no demo is made: refused by hand, as good as made for a start', async (t) => {
  const world = await freshWorld();
  t.after(world.drop);
  const byHand = seed(world.url);
  assert.deepEqual([byHand.status, byHand.stdout], [1, '']);
  assert.match(byHand.stderr, /^There is an organisation in this database already; [^\n]*\n$/);
  const atStart = seed(world.url, '--where-missing');
  assert.deepEqual([atStart.status, atStart.stdout, atStart.stderr], [0, '', '']);
  assert.deepEqual([seed(world.url, '--twice').status], [1]);
});
