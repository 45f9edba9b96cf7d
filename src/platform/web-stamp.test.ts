import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { stampWeb, webIsStale } from './web-stamp.ts';

const root = mkdtempSync(join(tmpdir(), 'huiyin-stamp-'));
after(() => rmSync(root, { recursive: true }));

test('built screens are stale only after a change, in whatever order their files were read', () => {
  for (const folder of ['web', 'src', 'dist/web']) mkdirSync(join(root, folder), { recursive: true });
  for (const file of ['web/main.tsx', 'src/b.ts', 'src/a.ts', 'dist/web/index.html', 'package-lock.json'])
    writeFileSync(join(root, file), file);
  assert.equal(webIsStale(root), true);
  stampWeb(root, ['src/b.ts', 'src/a.ts']);
  assert.equal(webIsStale(root), false);
  writeFileSync(join(root, 'src/a.ts'), 'changed');
  assert.equal(webIsStale(root), true);
});
