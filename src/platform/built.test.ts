import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { isStale, SCREENS, SERVER, writeStamp } from './built.ts';

const root = mkdtempSync(join(tmpdir(), 'huiyin-stamp-'));
after(() => rmSync(root, { recursive: true }));

const FILES = ['web/main.tsx', 'src/b.ts', 'src/a.ts', SCREENS.made, SERVER.made, 'package-lock.json'];
for (const folder of ['web', 'src', 'dist/web']) mkdirSync(join(root, folder), { recursive: true });
const write = (file: string, text: string): void => writeFileSync(join(root, file), text);
for (const file of FILES) write(file, file);

for (const built of [SCREENS, SERVER])
  test(`${built.made} is stale only after a change, in whatever order its files were read`, () => {
    assert.equal(isStale(root, built), true, 'never built');
    writeStamp(root, built, ['src/b.ts', 'src/a.ts']);
    assert.equal(isStale(root, built), false);
    for (const file of ['src/a.ts', 'package-lock.json']) {
      write(file, 'changed');
      assert.equal(isStale(root, built), true, file);
      write(file, file);
    }
    write(built.stamp, '{"hash');
    assert.equal(isStale(root, built), true, 'a stamp cut short');
  });

test('of a folder every file counts, read or not', () => {
  for (const built of [SCREENS, SERVER]) writeStamp(root, built, []);
  write('web/new.css', '');
  assert.deepEqual([isStale(root, SCREENS), isStale(root, SERVER)], [true, false]);
});
