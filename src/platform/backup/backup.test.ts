import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test, type TestContext } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { freshDatabase } from '../../../test/database.ts';
import { platformWorld, type World } from '../../../test/platform-world.ts';
import { newId } from '../../kernel/id.ts';
import { instant, systemClock } from '../../kernel/time.ts';
import { openDatabase, type Database } from '../db.ts';
import { storeFile } from '../files/store-file.ts';
import { afterwards, record } from '../journal.ts';
import { openListener } from '../live/listener.ts';
import { isMigrated } from '../migrate.ts';
import type { Contents } from './manifest.ts';
import { rowsIn } from './manifest.ts';
import { restoreBackup } from './restore.ts';
import { saveBackup } from './save.ts';
import { verifyBackup } from './verify.ts';

const NOW = instant('2026-06-02T08:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'huiyin-backup-'));
const file = join(folder, 'whole.huiyin');
let world: World;
let saved: Contents;
before(async () => {
  world = await platformWorld();
  await fillWorld();
  saved = await saveBackup({ url: world.url, file, now: NOW, version: '1' });
});
after(async () => {
  await world.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Texts that a careless format would lose, a file, a moved sequence, and work that the job runner was told of. */
async function fillWorld(): Promise<void> {
  const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(700_000)]);
  await world.as(world.ann, async (context) => {
    await storeFile(context, { name: 'contract.pdf', bytes: pdf });
    for (const nasty of ['\\.', '\\N', 'a\tb\nc\r\\d', '漏水 🚰', '', 'null', `${'x'.repeat(300_000)}`]) {
      await context.tx
        .insertInto('draft')
        .values({ subject: randomUUID(), person_id: world.ann, content: JSON.stringify({ nasty }), at: context.now })
        .execute();
    }
    for (let no = 0; no < 500; no += 1)
      await record(context, { subject: { type: 'ticket', id: newId(context.now) }, type: 'ticket.opened' });
    await afterwards(context, 'effect', randomUUID(), {}, context.now);
  });
  await world.database.pool.query(
    `update org_hill.outbox set handed_at = run_at; select setval('org_hill.ticket_number', 20417)`,
  );
}

async function emptyDatabase(t: TestContext): Promise<{ url: string; database: Database }> {
  const fresh = await freshDatabase();
  const database = openDatabase({ url: fresh.url, connections: 2 });
  t.after(async () => {
    await database.close();
    await fresh.drop();
  });
  return { url: fresh.url, database };
}

const never = async (): Promise<boolean> => false;

test('what was saved is restored row by row, and saved again it is the same', async (t) => {
  assert.ok(rowsIn(saved) > 510);
  const { url, database } = await emptyDatabase(t);
  await restoreBackup({ url, file, now: systemClock.now(), mayReplace: never });
  const again = await saveBackup({ url, file: join(folder, 'again.huiyin'), now: NOW, version: '1' });
  assert.deepEqual(again, saved);
  assert.equal(await isMigrated(database.pool), true);
});

test('a large table is written without leaving ears behind', async (t) => {
  const warnings: string[] = [];
  const hear = (warning: Error): void => void warnings.push(warning.name);
  process.on('warning', hear);
  t.after(() => process.off('warning', hear));
  await world.as(world.ann, async (context) => {
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(6_000_000)]);
    await storeFile(context, { name: 'large.pdf', bytes });
  });
  await saveBackup({ url: world.url, file: join(folder, 'large.huiyin'), now: NOW, version: '1' });
  await setImmediate();
  assert.deepEqual(warnings, []);
});

test('numbers go on where they were, work goes out again, and references hold', async (t) => {
  const { url, database } = await emptyDatabase(t);
  await restoreBackup({ url, file, now: systemClock.now(), mayReplace: never });
  const { rows } = await database.pool.query(
    `select nextval('org_hill.ticket_number')::int as number, (select count(*)::int from org_hill.outbox where handed_at is null) as waiting`,
  );
  assert.deepEqual(rows, [{ number: 20418, waiting: 1 }]);
  const keys = async (at: Database): Promise<unknown> =>
    (
      await at.pool.query(
        `select conrelid::regclass::text as t, conname, pg_get_constraintdef(oid) as d, convalidated from pg_constraint order by 1, 2`,
      )
    ).rows;
  assert.deepEqual(await keys(database), await keys(world.database));
  await assert.rejects(
    database.pool.query(`insert into org_hill.draft values ('x', gen_random_uuid(), '{}', '2026-06-01')`),
    {
      code: '23503',
    },
  );
});

test('a backup is of one moment, though work goes on', async (t) => {
  const target = join(folder, 'busy.huiyin');
  const done = new AbortController();
  const busy = (async () => {
    while (!done.signal.aborted)
      await world.as(world.ann, async (context) => {
        const id = randomUUID();
        await record(context, { subject: { type: 'ticket', id }, type: 'busy' });
        await context.tx
          .insertInto('draft')
          .values({ subject: id, person_id: world.ann, content: '{}', at: context.now })
          .execute();
      });
  })();
  await saveBackup({ url: world.url, file: target, now: NOW, version: '1' });
  done.abort();
  await busy;
  const { url, database } = await emptyDatabase(t);
  await restoreBackup({ url, file: target, now: systemClock.now(), mayReplace: never });
  const { rows } = await database.pool.query(`
    select (select count(*)::int from org_hill.event where type = 'busy') as events,
      (select count(*)::int from org_hill.event e join org_hill.draft d on d.subject = e.subject_id::text where e.type = 'busy') as pairs`);
  assert.equal(rows[0].events, rows[0].pairs);
  await world.database.pool.query(
    `delete from org_hill.draft where content = '{}';
    alter table org_hill.event disable trigger event_only_grows;
    delete from org_hill.event where type = 'busy';
    alter table org_hill.event enable trigger event_only_grows`,
  );
});

test('a file that was cut off, changed or never was a backup is refused before anything changes', async (t) => {
  const whole = readFileSync(file);
  const plain = gunzipSync(whole);
  const flipped = Buffer.from(whole);
  flipped[Math.floor(flipped.length / 2)]! ^= 1;
  const changed = Buffer.from(plain);
  changed[changed.indexOf('ticket.opened')] = 'T'.charCodeAt(0);
  const bad: Record<string, Buffer> = {
    'cut off': whole.subarray(0, whole.length - 100),
    'cut in the middle': whole.subarray(0, whole.length >> 1),
    'cut cleanly': gzipSync(plain.subarray(0, plain.length - 37)),
    'a bit flipped': flipped,
    'changed and packed again': gzipSync(changed),
    'something behind it': gzipSync(Buffer.concat([plain, Buffer.from('x')])),
    'another file': gzipSync(Buffer.from('drop table ticket;')),
    'no gzip': Buffer.from('hello'),
    empty: Buffer.alloc(0),
  };
  const { url, database } = await emptyDatabase(t);
  for (const [name, bytes] of Object.entries(bad)) {
    const path = join(folder, 'bad.huiyin');
    writeFileSync(path, bytes);
    await assert.rejects(
      restoreBackup({ url, file: path, now: NOW, mayReplace: never }),
      { code: 'backup.damaged' },
      name,
    );
  }
  await assert.rejects(restoreBackup({ url, file: join(folder, 'none'), now: NOW, mayReplace: never }), {
    code: 'backup.no_file',
  });
  const { rows } = await database.pool.query(`select to_regnamespace('huiyin') as there`);
  assert.equal(rows[0].there, null);
});

test('a database that holds an organisation is replaced only on demand', async (t) => {
  const other = await platformWorld();
  t.after(() => other.drop());
  await other.as(other.ann, (context) =>
    record(context, { subject: { type: 'ticket', id: randomUUID() }, type: 'precious' }),
  );
  const precious = async (): Promise<number> =>
    (await other.database.pool.query(`select from org_hill.event where type = 'precious'`)).rowCount!;
  let asked: string[] = [];
  const restore = (answer: boolean): Promise<Contents> =>
    restoreBackup({ url: other.url, file, now: NOW, mayReplace: async (names) => ((asked = names), answer) });
  await assert.rejects(restore(false), { code: 'backup.database_not_empty' });
  assert.deepEqual(asked.toSorted(), ['hill', 'lake']);
  assert.equal(await precious(), 1);
  await restore(true);
  assert.equal(await precious(), 0);
});

test('a database that is not ours, or in which a node works, is left alone', async (t) => {
  const { url, database } = await emptyDatabase(t);
  await database.pool.query('create table public.theirs (id int)');
  await assert.rejects(restoreBackup({ url, file, now: NOW, mayReplace: async () => true }), {
    code: 'start.foreign_database',
  });
  await database.pool.query('drop table public.theirs');
  const listener = await openListener({ url, hear: () => {}, gap: () => {}, log: () => {} });
  await assert.rejects(restoreBackup({ url, file, now: NOW, mayReplace: async () => true }), {
    code: 'backup.node_running',
  });
  await listener.stop();
  await restoreBackup({ url, file, now: NOW, mayReplace: never });
});

test('a backup by another version is refused by name', async (t) => {
  const plain = gunzipSync(readFileSync(file));
  const { url } = await emptyDatabase(t);
  const path = join(folder, 'newer.huiyin');
  // a newer migration of the same length, with the digest made to fit
  const renamed = Buffer.from(plain.toString('latin1').replace('0001_journal.sql', '0099_journal.sql'), 'latin1');
  const { createHash } = await import('node:crypto');
  const body = renamed.subarray(0, renamed.length - 37);
  writeFileSync(
    path,
    gzipSync(
      Buffer.concat([
        body,
        renamed.subarray(renamed.length - 37, renamed.length - 32),
        createHash('sha256').update(body).digest(),
      ]),
    ),
  );
  await assert.rejects(restoreBackup({ url, file: path, now: NOW, mayReplace: never }), {
    code: 'backup.other_version',
  });
});

test('an interrupted backup leaves no file that looks like one', async () => {
  const path = join(folder, 'interrupted.huiyin');
  const failing = saveBackup({
    url: world.url,
    file: path,
    now: NOW,
    version: '1',
    log: (line) => {
      if (line.includes('draft')) throw new Error('pulled the plug');
    },
  });
  await assert.rejects(failing, /pulled the plug/);
  assert.deepEqual([existsSync(path), existsSync(`${path}.part`)], [false, false]);
  const nowhere = join(folder, 'nowhere', 'x');
  await assert.rejects(saveBackup({ url: world.url, file: nowhere, now: NOW, version: '1' }), {
    code: 'backup.no_directory',
  });
});

test('verifying says what a backup holds', async () => {
  assert.deepEqual(await verifyBackup(file), saved);
});
