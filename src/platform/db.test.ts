import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freshWorld } from '../../test/world.ts';

test('a table that another node migrates meanwhile is read with its new column, on every connection', async () => {
  const world = await freshWorld();
  const { database, organisation } = world;
  const places = () =>
    database.transact(organisation.schema, (tx) => tx.selectFrom('place').selectAll().limit(1).execute());
  await Promise.all([places(), places()]);
  await database.pool.query(`alter table ${organisation.schema}.place add column added text`);
  const [[one], [other]] = await Promise.all([places(), places()]);
  assert.ok(one && 'added' in one && other && 'added' in other);
  await world.drop();
});
