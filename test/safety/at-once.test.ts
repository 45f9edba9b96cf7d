import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newId } from '../../src/kernel/id.ts';
import { issueWorkOrder } from '../../src/work-order/commands/issue-work-order.ts';
import { tellCustomer } from '../../src/ticket/commands/tell-customer.ts';
import { mend, settle, takeInMatter } from '../story.ts';
import type { Answer, SafetyHouse } from './house.ts';
import { safetyHouse } from './house.ts';

let house: SafetyHouse;
before(async () => {
  house = await safetyHouse();
});
after(() => house.close());

const codes = (answers: Answer[]) =>
  answers.map(({ status, body }) => (status < 300 ? 'ok' : `${status} ${body.code}`)).toSorted();

async function count(table: string, where: string): Promise<number> {
  const { rows } = await house.world.database.pool.query(
    `select count(*)::int as n from org_world.${table} where ${where}`,
  );
  return rows[0].n;
}

function intake(ticketId: string, contactId: string) {
  const { customers, places } = house.world;
  return {
    contact: {
      id: contactId,
      channel: 'phone',
      purpose: 'repair',
      customerId: customers.chen,
      placeId: places.flat1202,
      need: '漏水',
    },
    ticket: { id: ticketId, kind: 'leak', title: '厨房漏水', fields: { leak_from: 'pipe' } },
    workOrder: { task: '上门查看', departmentId: house.world.departments['engineering'] },
  };
}

for (const keyed of [true, false])
  test(`the same intake sent ten times at once opens one ticket, ${keyed ? 'by its key' : 'by its ids alone'}`, async () => {
    const now = house.world.clock.now();
    const ticketId = newId<'ticket'>(now);
    const contactId = newId<'contact'>(now);
    const body = intake(ticketId, contactId);
    const headers: Record<string, string> = keyed ? { 'idempotency-key': `intake-${ticketId}` } : {};
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => house.send({ who: 'desk', method: 'POST', path: '/intake', body, headers })),
    );
    if (keyed) assert.equal(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size, 1, answers[0]!.text);
    assert.ok(
      answers.some(({ status }) => status < 300),
      answers[0]!.text,
    );
    assert.ok(answers.every(({ status }) => status < 500));
    assert.equal(await count('ticket', `id = '${ticketId}'`), 1);
    assert.equal(await count('contact', `id = '${contactId}'`), 1);
    assert.equal(await count('work_order', `ticket_id = '${ticketId}'`), 1);
    assert.equal(await count('event', `subject_id = '${ticketId}' and type = 'ticket.opened'`), 1);
    assert.equal(await count('event', `subject_id = '${contactId}'`), 1);
  });

test('of those who change what they saw, one changes it and the others hear that it is stale', async () => {
  const ticket = await takeInMatter(house.world, 'leak');
  const page = await house.send({ who: 'desk', method: 'GET', path: `/tickets/${ticket.id}` });
  const answers = await Promise.all(
    ['desk', 'almighty', 'desk', 'almighty'].map((who, at) =>
      house.send({
        who,
        method: 'PATCH',
        path: `/tickets/${ticket.id}`,
        body: { version: page.body['version'], title: `改${at}` },
      }),
    ),
  );
  assert.deepEqual(codes(answers), ['409 stale', '409 stale', '409 stale', 'ok']);
});

test('whoever changes a record says on which version: a change that does not is refused, and nothing is changed', async () => {
  const { world } = house;
  const ticket = await takeInMatter(world, 'leak');
  const edits = [
    ['PATCH', `/tickets/${ticket.id}`, { title: '改' }, 'version'],
    ['POST', `/tickets/${ticket.id}/reclassify`, { kind: 'help', reason: '改' }, 'version'],
    ['PATCH', `/customers/${world.customers.lin}`, { name: '改' }, 'version'],
    ['PATCH', `/places/${world.places.flat1202}`, { name: '改' }, 'version'],
    ['PATCH', `/people/${world.people.plumber}`, { name: '改' }, 'seen'],
  ] as const;
  const before = await count('event', 'true');
  for (const [method, path, body, seen] of edits) {
    const { status, body: said } = await house.send({ who: 'almighty', method, path, body });
    assert.deepEqual(
      [status, said['code'], said['fields']],
      [422, 'input.malformed', { [seen]: 'invalid_type' }],
      path,
    );
  }
  assert.equal(await count('event', 'true'), before);
});

test('an order accepted for two workers at once is one worker’s', async () => {
  const { world } = house;
  const ticket = await takeInMatter(world, 'leak');
  for (let round = 0; round < 3; round++) {
    const order = await world.act('desk', issueWorkOrder, ticket.id, {
      departmentId: world.departments['engineering'],
      task: '上门维修',
    });
    const path = `/work-orders/${order.id}/accept`;
    const answers = await Promise.all(
      (['plumber', 'fitter'] as const).map((worker) =>
        house.send({ who: 'almighty', method: 'POST', path, body: { personId: world.people[worker] } }),
      ),
    );
    assert.equal(codes(answers).filter((code) => code === 'ok').length, 1, JSON.stringify(codes(answers)));
    assert.ok(answers.every(({ status }) => status < 500));
    assert.equal(await count('event', `subject_id = '${order.id}' and type like '%accepted'`), 1);
  }
});

test('one person is booked for one place at a time, however many book at once', async () => {
  const { world } = house;
  const ticket = await takeInMatter(world, 'leak');
  const orders = [];
  for (let n = 0; n < 3; n++)
    orders.push(
      await world.act('desk', issueWorkOrder, ticket.id, {
        departmentId: world.departments['engineering'],
        personId: world.people.plumber,
        task: '上门维修',
      }),
    );
  const answers = await Promise.all(
    orders.map((order, at) =>
      house.send({
        who: 'almighty',
        method: 'POST',
        path: `/work-orders/${order.id}/appointment`,
        body: { fromAt: `2026-09-29T02:${10 + at}:00Z`, untilAt: '2026-09-29T03:00:00Z' },
      }),
    ),
  );
  assert.deepEqual(codes(answers), ['409 appointment.clash', '409 appointment.clash', 'ok']);
});

test('closing a ticket and sending somebody at once: never both', async () => {
  const { world } = house;
  const seen = new Set<string>();
  for (let round = 0; round < 6; round++) {
    const ticket = await takeInMatter(world, 'repair_public', { placeId: world.places.corridor });
    await mend(world, ticket);
    await settle(world, ticket);
    await world.act('desk', tellCustomer, ticket.id, { channel: 'phone', toWhom: '', text: '已修好' });
    await world.act(null, async ({ tx }) => {
      // as if the visit had been made: what is raced for is closing
      await tx
        .updateTable('return_visit')
        .set({ state: 'made', satisfaction: 5, ended_at: world.clock.now() })
        .where('ticket_id', '=', ticket.id)
        .execute();
    });
    const close = () =>
      house.send({ who: 'almighty', method: 'POST', path: `/tickets/${ticket.id}/close`, body: { satisfaction: 5 } });
    const issue = () =>
      house.send({
        who: 'almighty',
        method: 'POST',
        path: `/tickets/${ticket.id}/work-orders`,
        body: { task: '再查看' },
      });
    const both = await Promise.all(round % 2 ? [close(), issue()] : [issue(), close()]);
    seen.add(codes(both).join(', '));
    assert.ok(both.every(({ status }) => status < 500));
    assert.equal(both.filter(({ status }) => status < 300).length, 1, codes(both).join(', '));
    const closed = await count('ticket', `id = '${ticket.id}' and closed_at is not null`);
    const open = await count(
      'work_order',
      `ticket_id = '${ticket.id}' and stage not in ('done', 'cancelled', 'refused')`,
    );
    assert.equal(closed + open, 1);
  }
  assert.ok(seen.size > 0);
});
