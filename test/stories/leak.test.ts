import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { intakeInput } from '../../src/contact/inputs.ts';
import { takeIn } from '../../src/contact/commands/take-in.ts';
import { finishWorkOrder } from '../../src/work-order/commands/finish-work-order.ts';
import { acceptWorkOrder, arrive, setOut } from '../../src/work-order/commands/take-steps.ts';
import { closeTicket } from '../../src/ticket/commands/close-ticket.ts';
import { resolveTicket } from '../../src/ticket/commands/resolve-ticket.ts';
import { tellCustomer } from '../../src/ticket/commands/tell-customer.ts';
import { ticketPage } from '../../src/ticket/page.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

let world: World;
before(async () => {
  world = await freshWorld();
});
after(() => world.drop());

test('a leak is reported, mended, told and closed only when nothing is missing', async () => {
  const { places, customers, people } = world;
  const input = intakeInput.parse({
    contact: {
      channel: 'phone',
      purpose: 'repair',
      customerId: Object.values(customers)[0],
      placeId: Object.values(places)[0],
      need: '厨房天花板漏水',
    },
    ticket: { kind: 'leak', title: '3-1202 厨房漏水', fields: { leak_from: 'unknown' } },
    workOrder: { task: '检查厨房天花板漏水', personId: people.plumber },
  });
  const { ticketId } = await world.act('desk', takeIn, input);
  const page = await world.ask('desk', ticketPage, ticketId);
  console.log(JSON.stringify(page, null, 1).slice(0, 6000));
  const order = page.workOrders[0]!;
  await world.act('plumber', acceptWorkOrder, order.id, {});
  await world.act('plumber', setOut, order.id, {});
  await world.act('plumber', arrive, order.id, {});
  await world.act('plumber', finishWorkOrder, order.id, {
    findings: '水管接头松动',
    measures: '更换接头',
    minutes: 40,
    photoIds: [],
  });
  await world.act('desk', resolveTicket, ticketId, { outcome: '已修复', fields: {} });
  await world.act('desk', tellCustomer, ticketId, { channel: 'phone', toWhom: '', text: '已修好' });
  await assert.rejects(world.act('supervisor', closeTicket, ticketId, {}), { code: 'ticket.visit_due' });
});
