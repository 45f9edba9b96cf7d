import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { newId } from '../kernel/id.ts';
import { freshWorld } from '../../test/world.ts';
import type { Context } from './context.ts';
import { record, versionOf } from './journal.ts';

const world = await freshWorld();
after(() => world.drop());
const place = (): string => newId<'place'>(world.clock.now());

async function journal(id: string): Promise<{ seq: number; type: string }[]> {
  return world.read(async (tx) =>
    tx.selectFrom('event').select(['seq', 'type']).where('subject_id', '=', id).orderBy('seq').execute(),
  );
}

function tell(context: Context, id: string, ...types: string[]): Promise<void> {
  return record(context, ...types.map((type) => ({ subject: { type: 'place' as const, id }, type })));
}

test('what a command tells at different moments is counted on from what was told before', async () => {
  const id = place();
  await world.act('desk', (context: Context) => tell(context, id, 'a'));
  await world.act('desk', async (context: Context) => {
    await tell(context, id, 'b', 'c');
    await tell(context, id, 'd');
  });
  assert.deepEqual(await journal(id), [
    { seq: 1, type: 'a' },
    { seq: 2, type: 'b' },
    { seq: 3, type: 'c' },
    { seq: 4, type: 'd' },
  ]);
});

test('whoever reads the journal in the same transaction finds what was told so far', async () => {
  const id = place();
  await world.act('desk', async (context: Context) => {
    await tell(context, id, 'a', 'b');
    assert.equal(await versionOf(context.tx, id), 2);
    await tell(context, id, 'c');
    assert.equal(await versionOf(context.tx, id), 3);
  });
});

test('what was told since a savepoint goes with it, and what was told before it stays', async () => {
  const id = place();
  await world.act('desk', async (context: Context) => {
    await tell(context, id, 'before');
    await sql`savepoint here`.execute(context.tx);
    await tell(context, id, 'undone');
    await sql`rollback to savepoint here`.execute(context.tx);
    await tell(context, id, 'after');
  });
  assert.deepEqual(
    (await journal(id)).map(({ type }) => type),
    ['before', 'after'],
  );
});

test('nothing is told of a command that fails', async () => {
  const id = place();
  const failing = world.act('desk', async (context: Context) => {
    await tell(context, id, 'a');
    throw new Error('no');
  });
  await assert.rejects(failing, /no/);
  assert.deepEqual(await journal(id), []);
});
