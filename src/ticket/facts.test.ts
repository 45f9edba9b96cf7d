import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { takeInMatter } from '../../test/story.ts';
import { freshWorld } from '../../test/world.ts';
import { newId } from '../kernel/id.ts';
import { reportAbsence } from '../organisation/commands/report-absence.ts';
import { reportAbsenceInput } from '../organisation/inputs.ts';
import { readStaff } from '../organisation/staff.ts';
import type { Context } from '../platform/context.ts';
import { lockTicket } from './facts.ts';

const world = await freshWorld();
after(() => world.drop());

const absent = async (context: Context) => (await readStaff(context)).absences.map(({ personId }) => personId);

test('whoever waited for a ticket decides by who is here now, not by who was as he began to wait', async () => {
  const { id } = await takeInMatter(world, 'leak');
  const asked = Promise.withResolvers<void>();
  const locked = Promise.withResolvers<void>();
  const go = Promise.withResolvers<void>();
  const first = world.act('desk', async (context) => {
    await lockTicket(context, id);
    locked.resolve();
    await go.promise;
  });
  await locked.promise;
  const second = world.act('desk2', async (context) => {
    assert.deepEqual(await absent(context), []);
    asked.resolve();
    await lockTicket(context, id);
    return absent(context);
  });
  await asked.promise;
  const away = { id: newId<'absence'>(world.clock.now()), from: '2026-09-28T09:00:00+08:00', reason: '病假' };
  await world.act('maintenance', reportAbsence, world.people.plumber, reportAbsenceInput.parse(away));
  go.resolve();
  await first;
  assert.deepEqual(await second, [world.people.plumber]);
});

test('whoever did not wait asks nothing again', async () => {
  const { id } = await takeInMatter(world, 'leak');
  await world.act('desk', async (context) => {
    const known = await readStaff(context);
    await lockTicket(context, id);
    assert.equal(await readStaff(context), known);
  });
});
