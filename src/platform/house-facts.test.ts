import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { freshWorld } from '../../test/world.ts';
import type { Tx } from './tx.ts';
import { houseFact } from './house-facts.ts';
import { HOUSE_TABLES } from './house-shelf.ts';

const world = await freshWorld();
after(() => world.drop());
const { database, organisation } = world;
const { schema } = organisation;

let reads = 0;
const nameOfFirst = houseFact(async ({ tx }: { tx: Tx }): Promise<string> => {
  reads += 1;
  const row = await tx.selectFrom('person').select('name').orderBy('id').limit(1).executeTakeFirstOrThrow();
  return row.name;
});

const asked = (): Promise<string> => database.read(schema, (tx) => nameOfFirst({ tx }));
const rename = (tx: Tx, name: string) =>
  sql`update person set name = ${name} where id = (select id from person order by id limit 1)`.execute(tx);
const renamed = (name: string): Promise<void> => database.transact(schema, async (tx) => void (await rename(tx, name)));

async function readsDuring(work: () => Promise<unknown>): Promise<number> {
  const before = reads;
  await work();
  return reads - before;
}

test('the version rises with every table that counts as the house, and with no other', async () => {
  const { rows } = await database.pool.query<{ name: string }>(
    `select c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where t.tgname = 'house_changed' and c.relnamespace = $1::regnamespace order by 1`,
    [schema],
  );
  assert.deepEqual(
    rows.map(({ name }) => name),
    [...HOUSE_TABLES].sort(),
  );
});

test('what does not change is read once, by readers and writers together', async () => {
  await asked();
  const many = () => Promise.all([asked(), asked(), database.transact(schema, (tx) => nameOfFirst({ tx }))]);
  assert.equal(await readsDuring(many), 0);
});

test('a change is heard by whatever begins after it, and read once more', async () => {
  await asked();
  await renamed('Anders');
  assert.equal(await readsDuring(async () => assert.equal(await asked(), 'Anders')), 1);
  assert.equal(await readsDuring(async () => assert.equal(await asked(), 'Anders')), 0);
});

test('whoever changes the house sees his own change at once, and nobody else does before it is committed', async () => {
  await renamed('Before');
  await asked();
  await database.transact(schema, async (tx) => {
    assert.equal(await nameOfFirst({ tx }), 'Before');
    await rename(tx, 'During');
    assert.equal(await nameOfFirst({ tx }), 'During');
    assert.equal(await asked(), 'Before');
  });
  assert.equal(await asked(), 'During');
});

test('what was taken back is not remembered', async () => {
  await renamed('Kept');
  const taken = database.transact(schema, async (tx) => {
    await rename(tx, 'Taken back');
    await nameOfFirst({ tx });
    throw new Error('changed my mind');
  });
  await assert.rejects(taken, /changed my mind/);
  assert.equal(await asked(), 'Kept');
});

test('whoever locks something of the house decides by what others have committed meanwhile', async () => {
  await renamed('Seen at first');
  await database.transact(schema, async (tx) => {
    await nameOfFirst({ tx });
    await renamed('Committed meanwhile');
    assert.equal(await nameOfFirst({ tx }), 'Seen at first');
    await tx.selectFrom('post').select('id').forNoKeyUpdate().execute();
    assert.equal(await nameOfFirst({ tx }), 'Committed meanwhile');
  });
});

test('what an older transaction reads does not stand for the newer version', async () => {
  await renamed('Old');
  await database.transact(schema, async (tx) => {
    await sql`select 1`.execute(tx);
    await renamed('New');
    assert.equal(await asked(), 'New');
    await nameOfFirst({ tx });
  });
  assert.equal(await asked(), 'New');
});

test('a transaction raises the version once, however much it changes', async () => {
  const version = async (): Promise<number> =>
    (await database.pool.query<{ version: number }>(`select version from ${schema}.house_version`)).rows[0]!.version;
  const before = await version();
  await database.transact(schema, async (tx) => void (await sql`update person set name = name`.execute(tx)));
  assert.equal(await version(), before + 1);
  await database.transact(schema, async (tx) => void (await sql`update ticket set title = title`.execute(tx)));
  assert.equal(await version(), before + 1);
});
