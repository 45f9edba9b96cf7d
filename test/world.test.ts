import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openTicket } from '../src/ticket/commands/open-ticket.ts';
import { openTicketInput } from '../src/ticket/inputs.ts';
import type { World } from './world.ts';
import { freshWorld } from './world.ts';

let world: World;
before(async () => {
  world = await freshWorld();
});
after(() => world.drop());

test('the test world takes in a leak, lets its clocks fire on the way, and keeps a journal', async () => {
  const input = openTicketInput.parse({
    kind: 'leak',
    title: '厨房漏水',
    channel: 'phone',
    customerId: world.customers.chen,
    placeId: world.places.flat1202,
    fields: { leak_from: 'pipe' },
  });
  const ticket = await world.act('desk', openTicket, input);
  assert.equal(ticket.owner_id, world.people.desk);
  assert.equal(ticket.opened_at, '2026-09-28T01:00:00.000Z');
  await world.until('2026-09-28T09:30+08:00');
  const climbs = (await world.events({ ticketId: ticket.id })).filter(({ type }) => type === 'commitment.climbed');
  assert.deepEqual(
    climbs.map(({ data, recordedAt }) => [data['kind'], data['to'], recordedAt]),
    [
      ['dispatch', 'owner', '2026-09-28T01:24:00.000Z'],
      ['dispatch', 'supervisor', '2026-09-28T01:30:00.000Z'],
    ],
  );
  assert.equal(await world.fire(), 0);
});
