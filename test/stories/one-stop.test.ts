import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readCase } from '../../src/entry/cases.ts';
import type { Id } from '../../src/kernel/id.ts';
import { newId } from '../../src/kernel/id.ts';
import { domainRoutes } from '../../src/routes.ts';
import type { Desk } from '../desk-server.ts';
import { deskOf } from '../desk-server.ts';
import { doorsOf } from '../doors.ts';
import { takeInMatter, told, wait } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

/** A merchant comes to one counter: one number for him, a part for each department, and an end when all parts have theirs. */

let world: World;
let desk: Desk;
before(async () => {
  world = await freshWorld({ at: '2026-09-07T09:00+08:00' });
  desk = await deskOf(world, domainRoutes);
});
after(async () => {
  await desk.close();
  await world.drop();
});

const { post, read } = doorsOf(() => desk);
type Line = Record<string, any>;
type Ticket = Id<'ticket'>;

const page = (id: Ticket, who: PersonKey = 'assistant') => read(who, `/tickets/${id}`);
const reach = () => ({ ticket_id: null, customer_id: world.customers.chen });
const department = (key: string) => world.departments[key]!;
const parts = (who: PersonKey, id: Ticket, tasks: Record<string, string>) =>
  post(who, `/tickets/${id}/parts`, {
    parts: Object.entries(tasks).map(([key, task]) => ({ departmentId: department(key), task })),
  });
const settle = (id: Ticket) => post('assistant', `/tickets/${id}/resolve`, { outcome: '开业手续均已办妥' });
const close = (id: Ticket) => post('supervisor', `/tickets/${id}/close`, { satisfaction: 5 });

async function comes(): Promise<Ticket> {
  const id = newId<'ticket'>(world.clock.now());
  const { status, body } = await desk.send('assistant', 'POST', '/tickets', {
    id,
    kind: 'one_stop',
    title: '奶茶店开业',
    channel: 'counter',
    customerId: world.customers.chen,
    placeId: world.places.flat1202,
    fields: { occasion: 'opening', shop: '一杯奶茶' },
  });
  assert.equal(status, 201, JSON.stringify(body));
  return id;
}

/** Whoever of the department has a part reports it done. */
async function done(head: PersonKey, hands: PersonKey, order: string): Promise<void> {
  assert.equal(await post(head, `/work-orders/${order}/accept`, { personId: world.people[hands] }), 'done');
  const report = { findings: '已核实', measures: '已办妥', minutes: 30 };
  assert.equal(await post(hands, `/work-orders/${order}/finish`, report), 'done');
}

test('one case carries parts for several departments under one number for the merchant, and is settled and closed only when all parts are: what a department refuses is given out anew first [AGCY-04]', async () => {
  const id = await comes();
  const { number } = await page(id);
  assert.equal(await settle(id), 'ticket.no_parts', 'nobody has a part yet');
  const tasks = { engineering: '接通商铺电源', security: '办理夜间施工出入', cleaning_greening: '清运开业垃圾' };
  assert.equal(await parts('guard', id, tasks), 'right.missing');
  assert.equal(await parts('assistant', id, tasks), 'done');
  const orders = (await page(id))['workOrders'] as Line[];
  assert.deepEqual(
    orders.map((one) => [one['no'], one['department'].id, one['task']]),
    Object.entries(tasks).map(([key, task], at) => [at + 1, department(key), task]),
  );
  wait(world);
  for (const who of ['maintenance', 'captain', 'cleaning'] as const)
    assert.ok(
      (await told(world, who)).some((one) => one.ticket?.id === id),
      who,
    );

  const once = { id: orders[0]!['id'], departmentId: department('engineering'), task: '接通商铺电源' };
  assert.equal(await post('assistant', `/tickets/${id}/parts`, { parts: [once] }), 'done', 'sent again');
  assert.equal(((await page(id))['workOrders'] as Line[]).length, 3, 'nothing is handed out twice');
  const twice = { departmentId: department('finance'), task: '开票' };
  assert.equal(await post('assistant', `/tickets/${id}/parts`, { parts: [twice, twice] }), 'ticket.part_twice');
  const cases = await world.ask('desk', readCase, reach(), id);
  assert.equal(cases.number, number, 'the one number he asks by');
  assert.deepEqual(
    cases.parts.map((one) => [one.no, one.department['zh-hans'], one.state]),
    [
      [1, '工程维修部', 'open'],
      [2, '安保服务部', 'open'],
      [3, '保洁绿化部', 'open'],
    ],
  );
  assert.ok(!JSON.stringify(cases).includes('接通商铺电源'), 'nothing that was written inside');

  const [power, night, waste] = orders.map((one) => one['id'] as string) as [string, string, string];
  await done('maintenance', 'plumber', power);
  assert.equal(await settle(id), 'ticket.work_order_open', 'two are open');
  await done('captain', 'guard', night);
  wait(world, 60);
  assert.equal(
    await post('cleaning', `/work-orders/${waste}/refuse`, { reason: '属装修垃圾，由施工单位清运' }),
    'done',
  );
  assert.equal(await settle(id), 'ticket.parts_open', 'refused is not settled');
  assert.equal((await page(id))['can'].resolve.code, 'ticket.parts_open', 'the screen says so');
  assert.deepEqual(
    (await world.ask('desk', readCase, reach(), id)).parts.map((one) => one.state),
    ['done', 'done', 'open'],
  );
  wait(world, 60);
  assert.equal(await parts('assistant', id, { engineering: '督促施工单位清运' }), 'done');
  assert.equal(await settle(id), 'ticket.work_order_open');
  const anew = ((await page(id))['workOrders'] as Line[]).at(-1)!;
  assert.equal(anew['no'], 4);
  await done('maintenance', 'fitter', anew['id']);
  assert.equal(await settle(id), 'done');
  assert.equal(await post('assistant', `/tickets/${id}/tell`, { text: '开业手续均已办妥' }), 'done');

  // a part that turns up late holds the end as well
  wait(world, 60);
  assert.equal(await parts('assistant', id, { finance: '补开押金收据' }), 'done');
  assert.equal(await close(id), 'ticket.work_order_open');
  const late = ((await page(id))['workOrders'] as Line[]).at(-1)!;
  assert.equal(await post('assistant', `/work-orders/${late['id']}/cancel`, { reason: '押金收据已有' }), 'done');
  const [visit] = (await page(id))['visits'] as Line[];
  const asked = { reachedWhom: '陈先生', satisfaction: 5 };
  assert.equal(await post('desk', `/return-visits/${visit!['id']}/make`, asked), 'done');
  assert.equal(await close(id), 'done');
  const ended = await world.ask('desk', readCase, reach(), id);
  assert.deepEqual(
    [ended.number, ended.parts.map((one) => one.state)],
    [number, ['done', 'done', 'open', 'done', 'dropped']],
  );
});

test('parts are of one-stop cases: another matter has none, and its customer is shown none [AGCY-04]', async () => {
  const { id } = await takeInMatter(world, 'leak');
  assert.equal(await parts('desk', id, { engineering: '看看' }), 'ticket.has_no_parts');
  assert.equal((await page(id, 'desk'))['can'].issue_parts.code, 'ticket.has_no_parts');
  assert.deepEqual((await world.ask('desk', readCase, reach(), id)).parts, []);
});
