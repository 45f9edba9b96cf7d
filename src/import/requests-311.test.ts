import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { agreementWith, areHere, MAPPING, mappingOfRequests, REQUESTS } from '../../test/requests-311.ts';
import type { World } from '../../test/world.ts';
import { freshWorld } from '../../test/world.ts';
import { readRows } from '../platform/read-rows.ts';
import { importRequests } from './run.ts';
import type { Imported } from './run.ts';

const ROWS = 600;
const skip = areHere() ? false : 'the requests of ../shared/data are not here';

let directory: string;
before(() => {
  directory = mkdtempSync(join(tmpdir(), 'huiyin-requests-'));
});
after(() => rmSync(directory, { recursive: true, force: true }));

type Row = Record<string, string>;

async function firstRows(many: number): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const { row } of readRows(REQUESTS)) {
    rows.push(row);
    if (rows.length === many) break;
  }
  return rows;
}

/** Writes rows as a file whose ending says how: .csv or .tsv, and gzipped with .gz. */
function fileOf(name: string, rows: Row[]): string {
  const between = name.includes('.tsv') ? '\t' : ',';
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const lines = [Object.keys(rows[0]!), ...rows.map((row) => Object.values(row))];
  const text = `${lines.map((line) => line.map(quoted).join(between)).join('\n')}\n`;
  const path = join(directory, name);
  writeFileSync(path, name.endsWith('.gz') ? gzipSync(text) : text);
  return path;
}

function replayed(world: World, path: string): Promise<Imported> {
  const { database, organisation, clock, people } = world;
  return importRequests({ database, organisation, clock, personId: people.admin, mapping: mappingOfRequests(), path });
}

async function ticketsIn(world: World): Promise<number> {
  const { n } = await world.read((tx) =>
    tx
      .selectFrom('ticket')
      .select((e) => e.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow(),
  );
  return n;
}

test("a city's requests replayed: each promise is kept exactly where the city says it was", { skip }, async (t) => {
  const world = await freshWorld();
  t.after(world.drop);
  const path = fileOf('first.csv.gz', await firstRows(ROWS));
  const done = await replayed(world, path);
  assert.deepEqual([done.lines, done.opened, done.refused], [ROWS, ROWS, []]);
  const agreement = await agreementWith(world.database, world.organisation.schema, path);
  assert.deepEqual(agreement.disagreements, []);
  assert.ok(agreement.compared > ROWS * 0.6, `only ${agreement.compared} compared`);
  assert.ok(agreement.late > 20, `only ${agreement.late} late`);
  assert.equal(agreement.kept + agreement.late, agreement.compared);
  assert.equal(done.closed, ROWS - agreement.open);
  // ladders are muted: nobody is told of what was late years ago
  const told = await world.read((tx) => tx.selectFrom('notification').select('id').execute());
  assert.equal(told.length, 0);
});

test('an import killed in the middle is run again, and nothing is taken twice', { skip }, async (t) => {
  const world = await freshWorld();
  t.after(world.drop);
  const path = fileOf('killed.csv', await firstRows(ROWS));
  const script = join(import.meta.dirname, '../../scripts/import.ts');
  const importing = spawn(process.execPath, [script, 'requests', path, '--mapping', MAPPING, '--as', 'admin'], {
    env: { ...process.env, DATABASE_URL: world.url },
    stdio: 'ignore',
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => importing.once('exit', (_, signal) => resolve(signal)));
  while (importing.exitCode === null && (await ticketsIn(world)) < 100) await sleep(20);
  importing.kill('SIGKILL');
  assert.equal(await ended, 'SIGKILL', 'it was done before it could be killed');
  const before = await ticketsIn(world);
  assert.ok(before >= 100 && before < ROWS, `${before} tickets when it was killed`);

  const done = await replayed(world, path);
  assert.equal(await ticketsIn(world), ROWS);
  assert.ok(done.known >= before, `${done.known} known, though ${before} stood there`);
  assert.equal(done.opened + done.known, ROWS);
  const agreement = await agreementWith(world.database, world.organisation.schema, path);
  assert.deepEqual(agreement.disagreements, []);
});

const line = (over: Row): Row => ({
  case_enquiry_id: '1',
  open_dt: '2011-07-01 01:32:33',
  target_dt: '2011-07-15 01:32:32',
  closed_dt: '',
  closure_reason: '',
  case_title: 'Street light out',
  subject: '',
  reason: '',
  type: '',
  queue: '',
  department: 'PWDx',
  neighborhood: '',
  street: '',
  source: 'Constituent Call',
  ...over,
});

test('rows that cannot be taken are listed with line and reason, and stop nobody; TSV is read as CSV is', async (t) => {
  const world = await freshWorld();
  t.after(world.drop);
  const rows = [
    line({ case_enquiry_id: '1' }),
    line({ case_enquiry_id: '' }),
    line({ case_enquiry_id: '3', open_dt: '' }),
    line({ case_enquiry_id: '4', target_dt: 'next week' }),
    line({ case_enquiry_id: '5', closed_dt: '2011-06-01 00:00:00' }),
    line({ case_enquiry_id: '6', case_title: ' ' }),
    line({ case_enquiry_id: '7', case_title: 'Tab\tand "quote"', closed_dt: '2011-07-02 00:00:00' }),
  ];
  for (const name of ['refused.tsv', 'refused.tsv.gz']) {
    const done = await replayed(world, fileOf(name, rows));
    assert.deepEqual(
      done.refused.map((refused) => [refused.line, refused.why.code]),
      [
        [3, 'import.id_missing'],
        [4, 'import.opened_missing'],
        [5, 'import.time_unreadable'],
        [6, 'import.closed_before_opened'],
        [7, 'import.title_missing'],
      ],
    );
    assert.deepEqual([done.opened, done.known], name.endsWith('.gz') ? [0, 2] : [2, 0]);
  }
  const titles = await world.read((tx) => tx.selectFrom('ticket').select('title').orderBy('number').execute());
  assert.deepEqual(
    titles.map((row) => row.title),
    ['Street light out', 'Tab\tand "quote"'],
  );
});

test('a request that stands in a file twice, open and later closed, is one, and closed', async (t) => {
  const world = await freshWorld();
  t.after(world.drop);
  const done = await replayed(
    world,
    fileOf('twice.csv', [line({}), line({ case_enquiry_id: '2' }), line({ closed_dt: '2011-07-02 00:00:00' })]),
  );
  assert.deepEqual([done.opened, done.known, done.closed], [2, 1, 1]);
});
