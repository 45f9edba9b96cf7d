import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { freshWorld } from '../../test/world.ts';
import { takeInMatter } from '../../test/story.ts';
import { whileUnchanged } from './unchanged.ts';

const world = await freshWorld();
after(() => world.drop());

let looks = 0;
const openTickets = whileUnchanged(async ({ tx }) => {
  looks += 1;
  const rows = await tx.selectFrom('ticket').select('id').where('closed_at', 'is', null).execute();
  return rows.length;
});
const ask = () => world.read((tx) => openTickets({ tx }));

test('what was read is remembered until something is written, and not a moment longer', async () => {
  const before = await ask();
  await takeInMatter(world, 'leak');
  assert.equal(await ask(), before + 1);
  await takeInMatter(world, 'leak');
  assert.equal(await ask(), before + 2);
  const asked = looks;
  // other tests may write to the same server meanwhile, which only makes it look again
  for (let time = 0; time < 200 && looks === asked + time; time += 1) assert.equal(await ask(), before + 2);
  assert.ok(looks < asked + 200, 'at some time nothing was written between two looks');
});

test('a command sees what it has written itself, and nobody else is told of it', async () => {
  const before = await ask();
  const failing = world.act('desk', async ({ tx, now }) => {
    await tx
      .updateTable('ticket')
      .set({ closed_at: now, told_at: now, resolved_at: now, outcome: 'x', stage_class: 'closed' })
      .execute();
    assert.equal(await openTickets({ tx }), 0);
    throw new Error('undone');
  });
  await assert.rejects(failing, /undone/);
  assert.equal(await ask(), before);
});

test('a write that has not committed is not seen, and is once it has', async () => {
  const before = await ask();
  await world.act('desk', async (context) => {
    await context.tx.updateTable('ticket').set({ title: 'x' }).execute();
    assert.equal(await ask(), before);
  });
  await takeInMatter(world, 'leak');
  assert.equal(await ask(), before + 1);
});
