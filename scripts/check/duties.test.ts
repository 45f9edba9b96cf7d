import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { expand, readDuties } from './duties-catalogue.ts';
import { isProven, weigh } from './proof.ts';
import { keepResults, readResults, type Result } from './results.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const markdown = readFileSync(join(root, 'docs/duties.md'), 'utf8');
const { duties, faults } = readDuties(markdown);

function passed(name: string, change: Partial<Result> = {}): Result {
  return { name, file: 'src/a.test.ts', passed: true, skipped: false, ...change };
}

test('the catalogue has the 554 rows it counts, each id once', () => {
  assert.deepEqual(faults, []);
  assert.equal(duties.size, 554);
  assert.match(duties.get('VISIT-02')!.text, /\w/);
  assert.match(duties.get('VISIT-02')!.chapter, /Return visits/);
});

test('a row that was lost, doubled or emptied is noticed', () => {
  const row = /^\| KEYS-02 .*\n/m.exec(markdown)![0];
  assert.deepEqual(readDuties(markdown.replace(row, '')).faults, [
    '553 rows were read where the file counts 554',
    '3 rows of KEYS were read where the file counts 4',
  ]);
  assert.match(readDuties(markdown.replace(row, row + row)).faults.join(), /KEYS-02 stands on line \d+ too/);
  assert.match(readDuties(markdown.replace(row, '| KEYS-02 |  | | |\n')).faults.join(), /KEYS-02 says nothing/);
});

test('a scope is read as people write it', () => {
  for (const [list, ids] of [
    ['ASGN-04, -05 · CHAN-01, -11..13', 'ASGN-04 ASGN-05 CHAN-01 CHAN-11 CHAN-12 CHAN-13'],
    ['ASGN,KEYS-03', 'ASGN-01 ASGN-02 ASGN-03 ASGN-04 ASGN-05 ASGN-06 ASGN-07 KEYS-03'],
    ['KEYS-03..', 'KEYS-03 KEYS-04'],
    ['KEYS-01..KEYS-02', 'KEYS-01 KEYS-02'],
    ['KEYS-99 NONE leak', 'KEYS-99 NONE leak'],
  ] as const)
    assert.equal(expand(list, duties).join(' '), ids, list);
});

test('a duty is proven by a passing test that ends with its id, and by nothing less', () => {
  const weighed = weigh(duties, [
    passed('a leak is visited within three days [VISIT-03, -04] [CHAN-01]'),
    passed('a repair is visited [VISIT-05]'),
    passed('a repair is visited, too [VISIT-05]', { passed: false }),
    passed('a shop is visited [VISIT-06]', { skipped: true }),
  ]);
  const proven = weighed.proofs.filter(isProven).map(({ duty }) => duty.id);
  assert.deepEqual(proven, ['CHAN-01', 'VISIT-03', 'VISIT-04']);
  assert.deepEqual(weighed.faults, []);
});

test('a test that names what there is not, or where it does not count, is a fault', () => {
  const { faults: found, proofs } = weigh(duties, [
    passed('one [VISIT-99]'),
    passed('[VISIT-03] two'),
    passed('ISO-8601'),
  ]);
  assert.deepEqual(found, [
    'src/a.test.ts: "one [VISIT-99]" names VISIT-99, which docs/duties.md does not have',
    'src/a.test.ts: "[VISIT-03] two" names VISIT-03 where it does not count; end the name with [VISIT-03]',
  ]);
  assert.equal(proofs.some(isProven), false);
});

test('results of some files leave those of others as they were, and forget files that are gone', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-results-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const [here, other] = ['here.test.ts', 'other.test.ts'].map((name) => join(folder, name)) as [string, string];
  for (const file of [here, other]) writeFileSync(file, '');
  const path = join(folder, 'dist/results.json');
  keepResults([here, other], [passed('one', { file: here }), passed('two', { file: other })], path);
  keepResults([here], [passed('three', { file: here })], path);
  assert.deepEqual(
    readResults(path).map(({ name }) => name),
    ['two', 'three'],
  );
  rmSync(other);
  keepResults([], [], path);
  assert.deepEqual(
    readResults(path).map(({ name }) => name),
    ['three'],
  );
});

test('the command lists a scope, counts it, and refuses one it does not know', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-results-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const results = join(folder, 'results.json');
  keepResults(
    [],
    [passed('a key is handed out [KEYS-02]'), passed('a key is lost [KEYS-03]', { skipped: true })],
    results,
  );
  const list = (...args: string[]) =>
    spawnSync(process.execPath, [join(root, 'scripts/duties.ts'), '--results', results, ...args], { encoding: 'utf8' });
  const keys = list('--scope', 'KEYS');
  assert.match(keys.stdout, /· KEYS-01 .*\n.*✔ KEYS-02 .*\n.*✔ a key is handed out/);
  assert.match(keys.stdout, /1 of 4 duties proven, 3 not; 1 only by skipped tests.* has 554 rows/);
  assert.equal(keys.status, 0, keys.stderr);
  assert.doesNotMatch(list('--scope', 'KEYS', '--missing').stdout, /KEYS-02/);
  const unknown = list('--scope', 'KEYS-77');
  assert.match(unknown.stderr, /--scope names KEYS-77, which docs\/duties.md does not have/);
  assert.equal(unknown.status, 1);
});
