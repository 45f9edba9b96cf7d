import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { takeInMatter } from '../../test/story.ts';
import type { World } from '../../test/world.ts';
import { freshWorld } from '../../test/world.ts';
import { readBoard } from './board.ts';
import { readBoardClocks } from './board-clocks.ts';

let world: World;
before(async () => {
  world = await freshWorld({ at: '2026-11-16T09:00+08:00' });
});
after(() => world.drop());

const reportLeak = () => takeInMatter(world, 'leak', { urgency: 'emergency' });

test('behind each number of the board stands a list of exactly so many clocks, worst first', async () => {
  await reportLeak();
  await reportLeak();
  const due = await world.ask('manager', readBoardClocks, { which: 'due' });
  assert.ok(due.items.length >= 2, 'an emergency leak owes something within the hour');
  assert.equal((await world.ask('manager', readBoard)).dueInHour, due.items.length);

  await world.until('2026-11-16T15:30+08:00');
  const board = await world.ask('manager', readBoard);
  const late = await world.ask('manager', readBoardClocks, { which: 'late' });
  assert.equal(board.late, late.items.length);
  assert.ok(late.items.length > 0);
  const moments = late.items.map(({ clock }) => clock.dueAt);
  assert.deepEqual(moments, moments.toSorted());
  assert.ok(late.items.every(({ clock, ticket }) => clock.late && ticket.place === '3-1202'));
  for (const { id, late: n } of board.departments)
    assert.equal(
      (await world.ask('manager', readBoardClocks, { which: 'late', department: id as never })).items.length,
      n,
    );
  const owing = new Set(board.departments.map((department) => department.late > 0));
  assert.equal(owing.size, 2, 'some departments owe, others do not');
  const today = await world.ask('manager', readBoardClocks, { which: 'today' });
  assert.equal(board.keptToday.of, today.items.length);
});

test('a ticket that waits for several rulings is one matter to decide', async () => {
  await world.until('2026-11-19T15:30+08:00');
  const { decisions, moreDecisions } = await world.ask('manager', readBoard);
  const asked = await world.ask('manager', ({ tx }) =>
    tx
      .selectFrom('ruling')
      .select('ticket_id')
      .where('decided_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .execute(),
  );
  const tickets = new Set(asked.map((row) => String(row.ticket_id)));
  assert.ok(tickets.size > 0 && asked.length > tickets.size, 'the ladder asks again');
  assert.deepEqual(decisions.map(({ id }) => String(id)).toSorted(), [...tickets].toSorted());
  assert.equal(moreDecisions, false);
});

test('whoever sees nothing of the tickets sees nothing behind the numbers', async () => {
  assert.deepEqual((await world.ask('guard', readBoardClocks, { which: 'late' })).items, []);
});
