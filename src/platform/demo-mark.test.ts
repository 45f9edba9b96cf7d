import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { freshDatabase } from '../../test/database.ts';
import { newId } from '../kernel/id.ts';
import { systemClock } from '../kernel/time.ts';
import { clearInterrupted, isMarked, makeMarked } from './demo-mark.ts';
import { openDatabase, type Database } from './db.ts';
import { createOrganisationSchema, migrate } from './migrate.ts';

async function migrated(t: TestContext): Promise<Database> {
  const fresh = await freshDatabase();
  const database = openDatabase({ url: fresh.url, connections: 4 });
  t.after(async () => {
    await database.close();
    await fresh.drop();
  });
  await migrate(database.pool, systemClock.now());
  return database;
}

function organise({ pool }: Database, slug: string): Promise<void> {
  const now = systemClock.now();
  return createOrganisationSchema(
    pool,
    { id: newId(now), slug, schema: `org_${slug}`, name: slug, pack: 'property' },
    now,
  );
}

async function slugs({ pool }: Database): Promise<string[]> {
  return (await pool.query<{ slug: string }>('select slug from huiyin.organisation order by 1')).rows.map(
    (row) => row.slug,
  );
}

async function interrupt(database: Database): Promise<void> {
  const half = async (): Promise<void> => {
    await organise(database, 'demo');
    throw new Error('the power failed');
  };
  await assert.rejects(makeMarked(database.pool, half), /the power failed/);
  assert.deepEqual(await slugs(database), ['demo']);
}

test('half a demo is cleared away before it is made again', async (t) => {
  const database = await migrated(t);
  await interrupt(database);
  assert.equal(await isMarked(database.pool), true);
  assert.equal(await makeMarked(database.pool, () => organise(database, 'demo')), true);
  assert.deepEqual([await slugs(database), await isMarked(database.pool)], [['demo'], false]);
});

test('who wants no demo finds none, not even half of one', async (t) => {
  const database = await migrated(t);
  await interrupt(database);
  await clearInterrupted(database.pool);
  assert.deepEqual([await slugs(database), await isMarked(database.pool)], [[], false]);
  const { rows } = await database.pool.query(
    `select to_regnamespace('org_demo') as gone, (select count(*)::int from huiyin.applied_migration where schema = 'org_demo') as steps`,
  );
  assert.deepEqual(rows, [{ gone: null, steps: 0 }]);
});

test('a database that holds an organisation gets no demo, even one called so keeps its own', async (t) => {
  const database = await migrated(t);
  await organise(database, 'demo');
  assert.equal(await makeMarked(database.pool, () => Promise.reject(new Error('never'))), false);
  await clearInterrupted(database.pool);
  assert.deepEqual([await slugs(database), await isMarked(database.pool)], [['demo'], false]);
});

test('two that want to make the demo take turns, and one makes it', async (t) => {
  const database = await migrated(t);
  const make = (): Promise<boolean> => makeMarked(database.pool, () => organise(database, 'demo'));
  assert.deepEqual((await Promise.all([make(), make()])).toSorted(), [false, true]);
});
