import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import type { Id } from '../../src/kernel/id.ts';
import { newId } from '../../src/kernel/id.ts';
import { domainRoutes } from '../../src/routes.ts';
import type { Desk } from '../desk-server.ts';
import { deskOf } from '../desk-server.ts';
import { clocksAbout, hire, takeInMatter, wait } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

/** What a centre sells: its technical problems, its orders, how it is shown; and customers visited by their type. */

let world: World;
let desk: Desk;
let engineer: PersonKey;
before(async () => {
  world = await freshWorld({ at: '2026-09-07T09:00+08:00' });
  desk = await deskOf(world, domainRoutes);
  engineer = await hire(world, 'engineer', 'technical_support_engineer');
});
after(async () => {
  await desk.close();
  await world.drop();
});

type Ticket = Id<'ticket'>;
const act = async (who: PersonKey, method: 'POST' | 'PATCH', path: string, body: object = {}) => {
  const { status, body: answer } = await desk.send(who, method, path, body);
  return status < 300 ? 'done' : [answer['code'], answer['params']?.field].filter(Boolean).join(' ');
};
const post = (who: PersonKey, path: string, body: object = {}) => act(who, 'POST', path, body);
const page = async (id: Ticket) => (await desk.get('desk', `/tickets/${id}`)).body;
const fill = async (id: Ticket, fields: object) =>
  act('desk', 'PATCH', `/tickets/${id}`, { version: (await page(id))['version'], fields });
const sign = (who: PersonKey, id: Ticket, approval: string, fields: object = {}) =>
  post(who, `/tickets/${id}/approvals`, { approval, verdict: 'approved', fields });
const move = (id: Ticket, stage: string) => post('desk', `/tickets/${id}/stage`, { stage });
const resolve = (id: Ticket, outcome = '已处理') => post('desk', `/tickets/${id}/resolve`, { outcome });
const tell = (id: Ticket) => post('desk', `/tickets/${id}/tell`, { channel: 'phone', text: '已告知结果' });
const close = (id: Ticket) => post('desk', `/tickets/${id}/close`);
const listed = async (query: string, state = 'all') =>
  (await desk.get('desk', `/tickets?state=${state}&${query}`)).body['items'] as Record<string, any>[];
const takenOut = async (query: object) => {
  const { bytes } = await desk.take('desk', 'POST', '/lists/tickets/take-out', {
    id: newId<'list_taken_out'>(world.clock.now()),
    format: 'csv',
    query: { state: 'all', ...query },
  });
  return parse(bytes.toString(), { bom: true, columns: true }) as Record<string, string>[];
};

const PROBLEM = { product: 'smart_lock', model: '护安 H3', symptom: '指纹开不了门，从昨晚开始' };
const problem = async () => (await takeInMatter(world, 'product_problem', { fields: PROBLEM })).id;

test('a technical problem of a product goes through diagnosis and repair, each signed by a technical support engineer, and closes only when the customer confirms that it works [CONS-05]', async () => {
  for (const missing of ['product', 'symptom'])
    await assert.rejects(takeInMatter(world, 'product_problem', { fields: { ...PROBLEM, [missing]: null } }), {
      code: 'field.missing',
    });
  const id = await problem();
  assert.equal(await move(id, 'diagnosing'), 'done');
  assert.equal(await move(id, 'repairing'), 'ticket.field_missing cause_found');
  await fill(id, { cause_found: '电池触点氧化' });
  assert.equal(await move(id, 'repairing'), 'ticket.approval_missing', 'no engineer has signed for it');
  await fill(id, { cause_found: null });
  for (const who of ['desk', 'maintenance', 'plumber', 'manager'] as const)
    assert.equal(await sign(who, id, 'diagnosis', { cause_found: '电池触点氧化' }), 'ticket.not_approver', who);
  assert.equal(await sign(engineer, id, 'diagnosis'), 'ticket.field_missing cause_found');
  assert.equal(await sign(engineer, id, 'diagnosis', { cause_found: '电池触点氧化' }), 'done');
  assert.equal((await page(id))['stage'].key, 'repairing');
  assert.equal(await resolve(id), 'ticket.approval_missing');
  assert.equal(await sign(engineer, id, 'repair', { result: 'repaired' }), 'ticket.field_missing fix');
  assert.equal(await sign(engineer, id, 'repair', { result: 'repaired', fix: '清洁触点' }), 'done');
  assert.equal(await resolve(id), 'done');
  assert.equal(await tell(id), 'done');
  assert.equal(await close(id), 'ticket.field_missing works_confirmed', 'he was told, but has not confirmed');
  assert.equal(await fill(id, { works_confirmed: 'by_phone' }), 'done');
  assert.equal(await close(id), 'done');
});

test('what cannot be repaired closes only when the customer was told why; what does not work after all goes back to the engineer [CONS-05]', async () => {
  const id = await problem();
  await move(id, 'diagnosing');
  await sign(engineer, id, 'diagnosis', { cause_found: '主板烧毁' });
  assert.equal(await sign(engineer, id, 'repair', { result: 'not_repaired' }), 'ticket.field_missing failure_reason');
  assert.equal(await sign(engineer, id, 'repair', { result: 'not_repaired', failure_reason: '停产无配件' }), 'done');
  assert.equal(await resolve(id), 'done');
  assert.equal(await close(id), 'ticket.customer_not_told');
  assert.equal(await tell(id), 'done');
  assert.equal(await close(id), 'done');

  const again = await problem();
  await move(again, 'diagnosing');
  await sign(engineer, again, 'diagnosis', { cause_found: '软件死机' });
  await sign(engineer, again, 'repair', { result: 'repaired', fix: '重启' });
  await resolve(again);
  await tell(again);
  await fill(again, { works_confirmed: 'by_phone' });
  await close(again);
  assert.equal(await post('desk', `/tickets/${again}/reopen`, { reason: '客户说又打不开了' }), 'done');
  const opened = await page(again);
  assert.equal(opened['stage'].key, 'diagnosing');
  const filled = opened['fields'].filter((one: { value: unknown }) => one.value !== null);
  assert.deepEqual(
    filled.map((one: { key: string }) => one.key),
    ['product', 'model', 'symptom', 'cause_found'],
    'what was said of the former repair holds no more',
  );
  assert.deepEqual(
    opened['approvals'].map((one: { decisions: unknown[] }) => one.decisions.length),
    [1, 1],
    'what was signed before is kept',
  );
  assert.equal(await resolve(again), 'ticket.approval_missing', 'the engineer signs anew');
  assert.equal(await sign(engineer, again, 'diagnosis', { cause_found: '主板松动' }), 'done');
  assert.equal(await sign(engineer, again, 'repair', { result: 'repaired', fix: '紧固主板' }), 'done');
  await resolve(again);
  await tell(again);
  assert.equal(await close(again), 'ticket.field_missing works_confirmed', 'he confirms anew');
});

test('problems are listed by product and result, found by what stands in their fields, with former values kept and the fields in the file [CONS-05]', async () => {
  const id = await problem();
  await fill(id, { symptom: '指纹与密码都开不了门' });
  assert.deepEqual(
    (await listed('kind=product_problem&choice=result:not_repaired')).map(
      (row) => row['fields'].find((one: { key: string }) => one.key === 'failure_reason').value,
    ),
    ['停产无配件'],
  );
  const found = await listed(`kind=product_problem&says=${encodeURIComponent('密码都开不了')}`);
  assert.deepEqual(
    found.map((row) => row['id']),
    [id],
  );
  assert.deepEqual(await listed('kind=product_problem&says=%25'), [], 'a sign of the query is a sign like any other');
  assert.equal((await listed('sort=newest'))[0]!['fields'], null, 'of many kinds at once no fields are told');
  const changes = (await desk.get('desk', `/tickets/${id}/timeline`)).body['items'] as { type: string }[];
  assert.match(JSON.stringify(changes.filter(({ type }) => type === 'ticket.changed')), /指纹开不了门，从昨晚开始/);
  const rows = await takenOut({ kind: 'product_problem', choice: 'result:not_repaired' });
  assert.match(JSON.stringify(rows[0]), /智能门锁|Smart door lock/);
});

const ORDER = { product: 'water_purifier', quantity: 1, deliver_to: '3栋1202', pays: 'postal' };

test('a telephone order and a mail order stand in one record with their channel, are owed until delivered, turn late by themselves, and are listed whatever the channel [CHAN-18]', async () => {
  await assert.rejects(takeInMatter(world, 'product_order', { fields: { ...ORDER, deliver_to: null } }), {
    code: 'field.missing',
  });
  const phone = (await takeInMatter(world, 'product_order', { channel: 'phone', fields: ORDER })).id;
  const mail = (await takeInMatter(world, 'product_order', { channel: 'letter', fields: ORDER })).id;
  const all = await listed('kind=product_order&sort=newest');
  assert.deepEqual(all.map((row) => row['channel']).toSorted(), ['letter', 'phone']);
  assert.deepEqual(
    (await listed('kind=product_order&channel=letter')).map((row) => row['id']),
    [mail],
  );
  await move(phone, 'preparing');
  assert.equal(await move(phone, 'on_the_way'), 'ticket.field_missing sent_by');
  await fill(phone, { sent_by: 'carrier' });
  assert.equal(await move(phone, 'on_the_way'), 'ticket.field_missing consignment');
  await fill(phone, { consignment: '顺丰 SF1234567890' });
  assert.equal(await move(phone, 'on_the_way'), 'done');
  assert.equal(await resolve(phone), 'ticket.field_missing delivered_on');
  await fill(phone, { delivered_on: '2026-09-08', received_by: '陈先生' });
  assert.equal(await resolve(phone), 'done');
  const owed = async (id: Ticket) => (await clocksAbout(world, id)).find((one) => one.kind === 'complete')!;
  assert.equal((await owed(phone)).state, 'kept');
  wait(world, 12 * 86_400);
  assert.deepEqual(
    (await listed('kind=product_order&late=true', 'open')).map((row) => row['id']),
    [mail],
  );
});

const SHOWN = { shown_how: 'demonstration', product: 'smart_lock', shown_on: '2026-09-07', customer_said: '太贵了' };

test('each introduction or demonstration says to whom, which product, when, by whom and what the customer said; listed by these, with former values, and taken out [CONS-06]', async () => {
  const shows = async (fields: object, over: object = {}) =>
    (await takeInMatter(world, 'demonstration', { fields: { ...SHOWN, ...fields }, ...over })).id;
  for (const missing of ['product', 'shown_on', 'shown_how'])
    await assert.rejects(shows({ [missing]: null }), { code: 'field.missing' });
  await assert.rejects(shows({}, { customerId: undefined }), { code: 'ticket.caller_missing' });
  const silent = await shows({ product: 'video_intercom', customer_said: null });
  assert.equal(await resolve(silent), 'ticket.field_missing customer_said');
  const id = await shows({}, { customerId: world.customers.lin });
  assert.equal(await resolve(id, '再考虑'), 'done');
  const ids = async (query: string) => (await listed(`kind=demonstration&${query}`)).map((row) => row['id']);
  assert.deepEqual(await ids(`customer=${world.customers.lin}`), [id]);
  assert.deepEqual(await ids('choice=product:video_intercom'), [silent]);
  assert.deepEqual((await ids(`owner=${world.people.desk}`)).toSorted(), [id, silent].toSorted());
  assert.deepEqual(await ids(`says=${encodeURIComponent('太贵')}`), [id]);
  assert.deepEqual(await ids('from=2026-09-20T00:00:00.000Z'), []);
  assert.equal(await fill(id, { customer_said: '太贵了，等活动' }), 'done');
  const timeline = (await desk.get('desk', `/tickets/${id}/timeline`)).body['items'];
  assert.match(JSON.stringify(timeline), /"太贵了"/);
  const [row] = await takenOut({ kind: 'demonstration', choice: 'product:smart_lock' });
  assert.match(Object.values(row!).join('\n'), /太贵了，等活动/);
});

const VISIT = { customer_type: 'owner', method: 'text_message' };
const FINE = { service: 'fine', maintenance: 'fine', order: 'fine', cleanliness: 'fine', charges: 'fine' };

test('an unscheduled visit goes to a type of customer by a method, keeps needs, market and weak points apart, and each weak point is a remedy item of its department before it ends [VISIT-15]', async () => {
  for (const missing of ['customer_type', 'method'])
    await assert.rejects(takeInMatter(world, 'care_visit', { fields: { ...VISIT, [missing]: null } }), {
      code: 'field.missing',
    });
  const id = (await takeInMatter(world, 'care_visit', { fields: VISIT })).id;
  await takeInMatter(world, 'care_visit', { fields: { ...VISIT, customer_type: 'merchant', method: 'email' } });
  assert.equal(await resolve(id), 'ticket.field_missing needs');
  await fill(id, { needs: '周末家政', market: '邻盘有免费洗车', ...FINE });
  assert.deepEqual((await page(id))['workOrders'], [], 'nothing weak, nothing to remedy');
  await fill(id, {
    maintenance: 'weak',
    maintenance_weak: '维修上门常晚',
    cleanliness: 'weak',
    cleanliness_weak: '电梯厅有异味',
  });
  const orders = (await page(id))['workOrders'] as { id: string; department: { id: string }; task: string }[];
  assert.deepEqual(
    orders
      .filter(({ task }) => task.includes('\n'))
      .map(({ department, task }) => [department.id, task.split('\n')[1]]),
    [
      [world.departments['engineering'], '维修上门常晚'],
      [world.departments['cleaning_greening'], '电梯厅有异味'],
    ],
  );
  assert.equal(await resolve(id), 'ticket.work_order_open', 'what is weak is remedied first');
  for (const [order, who] of [
    [orders[0]!, 'maintenance'],
    [orders[1]!, 'cleaning'],
  ] as const) {
    assert.equal(await post(who, `/work-orders/${order.id}/accept`), 'done');
    assert.equal(
      await post(who, `/work-orders/${order.id}/finish`, { findings: '属实', measures: '已整改', minutes: 30 }),
      'done',
    );
  }
  assert.equal(await resolve(id), 'done');
  const kept = (await page(id))['fields'].find((one: { key: string }) => one.key === 'maintenance_weak');
  assert.equal(kept.value, '维修上门常晚', 'the weak point stays on record');
  const listedIds = async (query: string) => (await listed(`kind=care_visit&${query}`)).map((row) => row['id']);
  assert.deepEqual(await listedIds('choice=customer_type:owner'), [id]);
  assert.deepEqual(await listedIds('choice=maintenance:weak'), [id]);
  assert.equal((await listedIds('choice=method:email')).length, 1);
});
