import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';

const root = join(import.meta.dirname, '..');
const DATA_DIR = mkdtempSync(join(tmpdir(), 'huiyin-usage-'));
after(() => rmSync(DATA_DIR, { recursive: true, force: true }));

function run(file: string, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const { DATABASE_URL: _, ...env } = process.env;
  return new Promise((resolve) => {
    execFile(process.execPath, [join(root, file), ...args], { env: { ...env, DATA_DIR } }, (fault, out, err) =>
      resolve({ code: Number(fault?.code ?? 0), out, err }),
    );
  });
}

const commands = {
  'npm start': 'src/main.ts',
  'npm run migrate': 'scripts/migrate.ts',
  'npm run seed': 'scripts/seed.ts',
  'npm run backup': 'scripts/backup.ts',
  'npm run restore': 'scripts/restore.ts',
  'npm run import': 'scripts/import.ts',
  'npm run bench': 'scripts/bench.ts',
};

describe('each command says what it takes, and what it does not know', () => {
  for (const [name, file] of Object.entries(commands))
    test(name, async () => {
      const help = await run(file, '--help');
      assert.deepEqual([help.code, help.err], [0, '']);
      assert.ok(help.out.startsWith(name), help.out);
      if (name !== 'npm run bench') assert.match(help.out, /DATABASE_URL .*\n.*DATA_DIR/);
      const unknown = await run(file, '--nonsense');
      assert.equal(unknown.code, 1);
      assert.ok(unknown.err.startsWith(`Unknown option '--nonsense'\n\n${help.out}`), unknown.err);
      assert.deepEqual(readdirSync(DATA_DIR), [], 'nothing was begun');
    });
});
