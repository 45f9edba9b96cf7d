import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { World } from '../test/world.ts';
import { freshWorld } from '../test/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'huiyin-import-'));
const MAPPING = join(import.meta.dirname, '../docs/mappings/service-requests-311.json');
let world: World;
before(async () => {
  world = await freshWorld();
});
after(async () => {
  await world.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** As npm does it: in the house's directory, having noted the one it was called in. */
function run(...args: string[]) {
  const env = { ...process.env, DATABASE_URL: world.url, INIT_CWD: folder };
  return spawnSync(process.execPath, [join(import.meta.dirname, 'import.ts'), ...args], { encoding: 'utf8', env });
}

test('what cannot be imported is refused in a sentence', () => {
  writeFileSync(join(folder, 'bad.json'), '{"source": 1}');
  writeFileSync(join(folder, 'some.csv'), 'case_enquiry_id\n1\n');
  for (const [args, sentence] of [
    [['requests'], /^npm run import -- requests FILE --mapping/],
    [['requests', 'some.csv', '--maping', 'x'], /^Unknown option '--maping'/],
    [['requests', 'none.csv', '--mapping', MAPPING], /^There is no file .*none\.csv\.$/m],
    [['requests', 'some.csv', '--mapping', 'bad.json'], /bad\.json is no mapping that can be used\./],
  ] as const) {
    const answer = run(...args);
    assert.equal(answer.status, 1);
    assert.match(answer.stderr, sentence);
    assert.doesNotMatch(answer.stderr, /at .*:\d+:\d+/);
  }
});

test('files are named from where the command was given, and the list of what was refused is put there', () => {
  writeFileSync(
    join(folder, 'two.csv'),
    'case_enquiry_id,open_dt,target_dt,closed_dt,case_title,source\n' +
      '1,2011-07-01 01:32:33,2011-07-15 01:32:32,,Street light out,Twitter\n2,,,,No time,Twitter\n',
  );
  const answer = run('requests', 'two.csv', '--mapping', MAPPING);
  assert.equal(answer.status, 0, answer.stderr);
  assert.match(answer.stdout, /2 lines: 1 opened, 0 closed/);
  assert.match(
    readFileSync(join(folder, 'two.csv.refused.csv'), 'utf8'),
    /^line,reason,details\n3,import\.opened_missing,/,
  );
});
