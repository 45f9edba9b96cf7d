import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { TELL_BILLS, tellBills } from '../../src/charge/commands/notices.ts';
import { newId } from '../../src/kernel/id.ts';
import { changePart } from '../../src/pack/commands/change-settings.ts';
import { offerServicesOf } from '../../src/reactions/offer-services.ts';
import { beginCurrentDeliveries } from '../../src/charge/commands/deliveries.ts';
import { acceptWorkOrder } from '../../src/work-order/commands/take-steps.ts';
import { finishWorkOrder } from '../../src/work-order/commands/finish-work-order.ts';
import { doneInput } from '../../src/work-order/inputs.ts';
import { domainRoutes } from '../../src/routes.ts';
import { mailboxOf } from '../conversation-world.ts';
import { pdfText } from '../pdf-text.ts';
import type { Desk } from '../desk-server.ts';
import { deskOf } from '../desk-server.ts';
import type { CustomerKey, PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

/** A month is billed, told, paid at the counter, dunned where it was not, and its money brought to finance. */

let world: World;
let desk: Desk;
before(async () => {
  world = await freshWorld({ at: '2026-11-02T09:00+08:00' });
  desk = await deskOf(world, domainRoutes);
  await mailboxOf(world);
  await world.act(null, offerServicesOf, 'property');
  await world.act(null, ({ tx, now }) =>
    tx
      .insertInto('person_post')
      .values({
        person_id: world.people.cashier,
        post_id: world.posts['planning_finance_officer']!,
        deputy_rank: null,
        since: now,
      })
      .execute(),
  );
  await world.act(null, beginCurrentDeliveries);
  const { version } = (await desk.get('supervisor', `/customers/${world.customers.chen}`)).body;
  await ok('PATCH', `/customers/${world.customers.chen}`, {
    version,
    emails: [{ address: 'chen@example.com', label: '' }],
  });
});
after(async () => {
  await desk.close();
  await world.drop();
});

type Body = Record<string, any>;
async function ok(
  method: 'POST' | 'PUT' | 'PATCH',
  path: string,
  body: object,
  who: PersonKey = 'supervisor',
): Promise<Body> {
  const answer = await desk.send(who, method, path, body);
  assert.ok(answer.status < 300, `${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}
async function read(path: string, who: PersonKey = 'supervisor'): Promise<Body> {
  const { status, body } = await desk.get(who, path);
  assert.equal(status, 200, JSON.stringify(body));
  return body;
}
async function code(
  method: 'POST' | 'PUT',
  path: string,
  body: object,
  who: PersonKey = 'supervisor',
): Promise<string> {
  return (await desk.send(who, method, path, body)).body['code'];
}

const NOVEMBER = { item: 'management_fee', begins: '2026-11-01', dueDay: '2026-11-20' };
const owed = (subjectId: string, kind: string) =>
  world.read((tx) =>
    tx
      .selectFrom('commitment')
      .selectAll()
      .where('subject_id', '=', subjectId)
      .where('kind', '=', kind)
      .orderBy('id', 'desc')
      .executeTakeFirst(),
  );
const account = (who: CustomerKey) => read(`/charge-accounts/${world.customers[who]}`);
const pay = (who: CustomerKey, amount: number, more: object = {}, by: PersonKey = 'desk') =>
  ok('POST', '/charge-receipts', { customerId: world.customers[who], amount, way: 'cash', ...more }, by);

/** What lies ready by now, each job twice over: one handed out again tells nobody twice. */
async function tells(): Promise<void> {
  const jobs = await world.read((tx) =>
    tx
      .selectFrom('outbox')
      .selectAll()
      .where('task', '=', TELL_BILLS)
      .where('run_at', '<=', world.clock.now())
      .execute(),
  );
  for (const { id, payload } of jobs) {
    for (let twice = 0; twice < 2; twice += 1)
      await world.act(null, (context) => tellBills(context, payload as Record<string, unknown>));
    await world.act(null, ({ tx }) => tx.deleteFrom('outbox').where('id', '=', id).execute());
  }
}

let run: string;

test('a preview says who would be billed how much and what is missing; a price whose standard does not hold, or a bill too late to pay, is refused [FEE-01]', async () => {
  await ok('POST', '/charge-bases', {
    about: 'area',
    lines: [
      { place: '3-1202', value: 8_937 },
      { place: '3-1102', value: 10_000 },
    ],
  });
  const preview = await ok('POST', '/charge-runs/preview', NOVEMBER);
  assert.deepEqual([preview['charges'], preview['amount'], preview['missing'].area], [2, 21_002 + 23_500, 1]);
  const missing = preview['lines'].find((line: Body) => line['missing']);
  assert.deepEqual([missing.place.code, missing.missing, missing.customer.name], ['3-902', 'area', '周先生']);
  assert.equal((await read('/charge-runs'))['items'].length, 0, 'nothing was written');
  assert.equal(await code('POST', '/charge-runs', { ...NOVEMBER, dueDay: '2026-11-05' }), 'charge.due_too_soon');
  assert.equal(
    await code('POST', '/charge-runs', { ...NOVEMBER, begins: '2030-01-01', dueDay: '2030-02-01' }),
    'charge.standard_not_valid',
  );
  assert.equal(
    await code('POST', '/charge-bases', { about: 'area', lines: [{ place: '9-999', value: 1 }] }),
    'charge.unit_unknown',
  );
  assert.equal((await desk.send('desk', 'POST', '/charge-runs', NOVEMBER)).status, 403);
});

test('a period is billed in one act by the published standard, each customer is told in time to pay, and whom that was how is on record; no unit is billed twice [FEE-01]', async () => {
  run = newId<'charge_run'>(world.clock.now());
  await ok('POST', '/charge-runs', { id: run, ...NOVEMBER });
  await ok('POST', '/charge-runs', { id: run, ...NOVEMBER });
  assert.equal(await code('POST', '/charge-runs', NOVEMBER), 'charge.nothing_to_bill');
  const page = await read(`/charge-runs/${run}`);
  assert.deepEqual([page['charges'], page['amount'], page['told'].waiting], [2, 44_502, 2]);
  assert.equal(page['standard'].number, '发改价格〔2025〕18号');
  await tells();
  const notices = (await read(`/charge-notices?run=${run}`))['items'] as Body[];
  const of = (who: CustomerKey) => notices.find((one) => one['customer'].id === world.customers[who])!;
  assert.deepEqual([of('chen')['state'], of('chen')['channel'], of('lin')['state']], ['written', 'mail', 'to_print']);
  assert.match(of('chen')['text'], /请于 2026-11-20 前.*3-1202 · 物业管理费 · 2026-11 {2}¥210\.02/s);
  const letters = await owed(run, 'charge_tell');
  assert.ok(letters!.due_at < '2026-11-20', 'letters are handed over before the due day');
  await ok('POST', '/charge-notices/printed', { ids: [of('lin')['id']] }, 'desk');
  assert.equal((await owed(run, 'charge_tell'))!.state, 'kept');
  const [lin] = (await read(`/charge-notices?run=${run}&state=printed`))['items'];
  assert.deepEqual([lin.by.name, lin.customer.name], ['王前台', '林女士']);
});

test('what was missing is billed later for the same period, and a run is taken back whole while nothing of it was paid', async () => {
  await ok('POST', '/charge-bases', { about: 'area', lines: [{ place: '3-902', value: 5_000 }] });
  const { id } = await ok('POST', '/charge-runs', NOVEMBER);
  assert.equal((await account('zhou'))['open'], 11_750);
  await ok('POST', `/charge-runs/${id}/revoke`, { reason: '面积有误' });
  assert.deepEqual([(await account('zhou'))['open'], (await owed(id, 'charge_due'))!.state], [0, 'cancelled']);
  assert.equal(await code('POST', `/charge-runs/${id}/revoke`, { reason: '再次' }), 'charge.run_revoked');
  world.at('2026-11-02T09:05+08:00');
  await ok('POST', '/charge-bases', { about: 'area', lines: [{ place: '3-902', value: 6_000 }] });
  await ok('POST', '/charge-runs', NOVEMBER);
  assert.equal((await account('zhou'))['open'], 14_100, 'the period was free again');
  const [set] = (await world.events({ subjectId: world.places.flat0902 }))
    .filter(({ type }) => type === 'charge.basis_set')
    .slice(-1);
  assert.deepEqual(set!.data, { about: 'area', value: 6_000, former: 5_000 });
});

test('money is taken at the window and its receipt stands on record: numbered without gaps, once however often it is sent, in three languages [FEE-05]', async () => {
  const id = newId<'charge_receipt'>(world.clock.now());
  const first = await pay('chen', 10_000, { id, payer: '陈太太' });
  const again = await pay('chen', 10_000, { id });
  assert.deepEqual([first['number'], again['number']], ['2026-000001', '2026-000001']);
  assert.equal((await account('chen'))['open'], 11_002, 'a part of the oldest is paid');
  assert.equal(
    await code('POST', '/charge-receipts', { customerId: world.customers.chen, amount: 11_003, way: 'cash' }, 'desk'),
    'charge.more_than_owed',
  );
  const second = await pay('chen', 11_002, { way: 'wechat', reference: '4200' }, 'cashier');
  assert.equal(second['number'], '2026-000002', 'what was refused left no gap');
  assert.equal(
    await code('POST', '/charge-receipts', { customerId: world.customers.chen, amount: 1, way: 'cash' }, 'desk'),
    'charge.nothing_owed',
  );
  for (const [language, title] of [
    ['en', 'Receipt'],
    ['zh-hans', '收据'],
    ['zh-hant', '收據'],
  ] as const) {
    const paper = await desk.take('desk', 'GET', `/charge-receipts/${id}/document?format=pdf&language=${language}`);
    assert.equal(paper.status, 200);
    const text = await pdfText(paper.bytes);
    assert.ok(text.includes(title) && text.includes('100.00'), `${language}: ${text.slice(0, 200)}`);
  }
  assert.equal(await code('POST', `/charge-runs/${run}/revoke`, { reason: '晚了' }), 'charge.run_paid');
});

test('two who press at once take the money once, and entries of the ledger are never changed', async () => {
  const at = world.clock.now();
  const body = (id: string) => ({ id, customerId: world.customers.zhou, amount: 14_100, way: 'cash' });
  const answers = await Promise.all(
    [newId<'charge_receipt'>(at), newId<'charge_receipt'>(at)].map((id) =>
      desk.send('desk', 'POST', '/charge-receipts', body(id)),
    ),
  );
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted(),
    [201, 409],
    JSON.stringify(answers.map(({ body: said }) => said)),
  );
  const change = world.act(null, ({ tx }) => tx.updateTable('charge').set({ amount: 1 }).execute());
  await assert.rejects(change, /neither changed nor deleted/);
  await assert.rejects(
    world.act(null, ({ tx }) => tx.deleteFrom('charge_settlement').execute()),
    /neither changed nor deleted/,
  );
});

test('a receipt is reversed with its reason, what it paid is owed again; only whom the right allows waives [FEE-05]', async () => {
  const { items } = await read(`/charge-receipts?customer=${world.customers.zhou}`);
  await ok('POST', `/charge-receipts/${items[0].id}/reverse`, { reason: '收错了人' });
  assert.equal(
    await code('POST', `/charge-receipts/${items[0].id}/reverse`, { reason: '再次' }),
    'charge.receipt_reversed',
  );
  const { charges } = await account('zhou');
  assert.equal(charges[0].open, 14_100);
  assert.equal(
    (await desk.send('supervisor', 'POST', `/charges/${charges[0].id}/waive`, { reason: '困难户' })).status,
    403,
  );
  world.at('2026-11-02T09:10+08:00');
  await ok('POST', `/charges/${charges[0].id}/waive`, { amount: 4_100, reason: '困难户' }, 'manager');
  const page = await read(`/charges/${charges[0].id}`);
  assert.deepEqual(
    [page['open'], page['waived'], page['settlements'].map((one: Body) => one['amount'])],
    [10_000, 4_100, [14_100, -14_100, 4_100]],
  );
  assert.equal(page['settlements'][2].by.name, '许经理');
});

let dunning: string;

test('the day after the due day whoever has not paid is on the overdue list by himself, with a clock for the first step [FEE-02]', async () => {
  assert.deepEqual((await read('/dunnings'))['items'], []);
  await world.until('2026-11-21T08:00+08:00');
  const { items, sums } = await read('/dunnings');
  const names = items.map((one: Body) => one['customer'].name).toSorted();
  assert.deepEqual([names, sums.overdue], [['周先生', '林女士'].toSorted(), 33_500], 'who has paid is not among them');
  assert.equal((await owed(run, 'charge_due'))!.state, 'kept', 'the watch has done its work');
  const lin = items.find((one: Body) => one['customer'].name === '林女士');
  assert.deepEqual([lin.overdue, lin.since, lin.places, lin.steps], [23_500, '2026-11-20', ['3-1102'], 0]);
  dunning = lin.id;
  const step = await owed(dunning, 'dunning_step');
  assert.deepEqual([step!.owner_id, step!.state], [world.people.supervisor, 'running']);
});

test('each step of dunning is on record with when, to whom and what comes next, and the next one is owed on its day [FEE-02]', async () => {
  world.at('2026-11-23T10:00+08:00');
  const steps = `/dunnings/${dunning}/steps`;
  assert.equal(await code('POST', steps, { way: 'phone', nextDay: '2026-11-26' }), 'charge.outcome_missing');
  assert.equal(await code('POST', steps, { way: 'printed', nextDay: '2026-11-23' }), 'charge.next_day_wrong');
  assert.equal(await code('POST', steps, { way: 'written', nextDay: '2026-11-26' }), 'charge.no_way_to_write');
  assert.match((await read(`/dunnings/${dunning}`))['letter'], /以下费用已逾期.*235\.00/s);
  await ok('POST', steps, { way: 'printed', nextDay: '2026-11-26' }, 'desk');
  const next = await owed(dunning, 'dunning_step');
  assert.ok(
    next!.started_at >= '2026-11-25T16:00' && next!.due_at < '2026-11-28',
    `${next!.started_at} ${next!.due_at}`,
  );
  world.at('2026-11-26T10:00+08:00');
  await ok('POST', steps, { way: 'phone', outcome: '出差，周五回来缴', nextDay: '2026-11-27' }, 'desk');
  const page = await read(`/dunnings/${dunning}`);
  assert.deepEqual(
    page['log'].map((one: Body) => [one['sort'], one['way'], one['amount'], one['nextDay'], one['by'].name]),
    [
      ['contact', 'phone', 23_500, '2026-11-27', '王前台'],
      ['notice', 'printed', 23_500, '2026-11-26', '王前台'],
    ],
  );
  const contact = await world.read((tx) =>
    tx.selectFrom('contact').selectAll().where('purpose', '=', 'payment').executeTakeFirstOrThrow(),
  );
  assert.deepEqual([contact.channel, contact.outcome], ['phone', '出差，周五回来缴']);
});

test('it ends by itself once nothing is overdue, and a receipt reversed later begins it anew [FEE-02]', async () => {
  const receipt = await pay('lin', 23_500);
  assert.equal((await owed(dunning, 'dunning_step'))!.state, 'kept');
  assert.ok((await read('/dunnings'))['items'].every((one: Body) => one['id'] !== dunning));
  assert.equal(
    await code('POST', `/dunnings/${dunning}/steps`, { way: 'printed', nextDay: '2026-12-01' }),
    'charge.dunning_over',
  );
  await ok('POST', `/charge-receipts/${receipt['id']}/reverse`, { reason: '支票退票' });
  const { items } = await read(`/dunnings?customer=${world.customers.lin}`);
  assert.equal(items.length, 1);
  assert.notEqual(items[0].id, dunning);
  await pay('lin', 23_500);
});

test('water is billed as read, unit by unit, and dunned as the management fee is [FEE-02]', async () => {
  const water = { item: 'water', begins: '2026-11-01', dueDay: '2026-12-10' };
  const preview = await ok('POST', '/charge-runs/preview', { ...water, given: [{ place: '3-1202', amount: 4_210 }] });
  assert.deepEqual([preview['charges'], preview['missing'].amount], [1, 2]);
  assert.equal(
    await code('POST', '/charge-runs', { ...water, given: [{ place: '3-1', amount: 1 }] }),
    'charge.unit_unknown',
  );
  await ok('POST', '/charge-runs', { ...water, given: [{ place: '3-1202', amount: 4_210 }] });
  assert.equal((await account('chen'))['open'], 4_210);
});

test('a tenant is billed his rent and his management fee, told of both, and dunned when they are overdue [FEE-03]', async () => {
  world.at('2026-11-30T09:00+08:00');
  const tenant = newId<'customer'>(world.clock.now());
  await world.act(null, async ({ tx, now }) => {
    await tx.insertInto('customer').values({ id: tenant, kind: 'person', name: '租户小罗', created_at: now }).execute();
    await tx
      .insertInto('customer_place')
      .values({ customer_id: tenant, place_id: world.places.flat1202, relation: 'tenant' })
      .execute();
  });
  const december = { begins: '2026-12-01', dueDay: '2026-12-10' };
  assert.equal(
    await code('POST', '/charge-runs', { item: 'rent', ...december }),
    'charge.nothing_to_bill',
    'nothing is agreed yet',
  );
  await ok('POST', '/charge-bases', { about: 'rent', lines: [{ place: '3-1202', value: 350_000 }] });
  await ok('POST', '/charge-bases', { about: 'tenant_management_fee', lines: [{ place: '3-1202', value: 22_000 }] });
  const runs = [
    (await ok('POST', '/charge-runs', { item: 'rent', ...december }))['id'],
    (await ok('POST', '/charge-runs', { item: 'tenant_management_fee', ...december }))['id'],
  ];
  await tells();
  for (const id of runs) {
    const [notice] = (await read(`/charge-notices?run=${id}`))['items'];
    assert.deepEqual([notice.customer.name, notice.state], ['租户小罗', 'to_print']);
    await ok('POST', '/charge-notices/printed', { ids: [notice.id] }, 'desk');
  }
  await world.until('2026-12-11T09:00+08:00');
  const [{ id, overdue }] = (await read(`/dunnings?customer=${tenant}`))['items'];
  assert.equal(overdue, 372_000);
  await ok('POST', `/dunnings/${id}/steps`, { way: 'printed', nextDay: '2026-12-14' }, 'desk');
  const { charges } = await read(`/dunnings/${id}`);
  assert.deepEqual(charges.map((one: Body) => one['item'].key).toSorted(), ['rent', 'tenant_management_fee']);
});

test('arrears stand by building and age, and the collected share with numerator, denominator and period', async () => {
  const arrears = await read('/charge-arrears?dueFrom=2026-11-01&dueUntil=2026-11-30');
  // of 445.02 and 141.00, of which 41.00 were waived: 445.02 of 545.02 came in
  assert.deepEqual([arrears['charged'], arrears['paid'], arrears['owed']], [54_502, 44_502, 10_000]);
  assert.equal(arrears['share'], 44_502 / 54_502);
  const [building] = arrears['places'];
  assert.deepEqual([building.place.code, building.debtors, building.ages.to_30], ['3', 1, 10_000]);
  const sheet = await desk.take(
    'supervisor',
    'GET',
    '/charge-arrears/document?dueFrom=2026-11-01&dueUntil=2026-11-30&format=xlsx&language=en',
  );
  assert.equal(sheet.status, 200);
  const behind = await read('/charges?state=owed&dueFrom=2026-11-01&dueUntil=2026-11-30');
  assert.deepEqual([behind['sums'].open, behind['items'].length], [10_000, 1], 'it leads to the charges behind it');
});

/** Something that is ordered from the catalogue and carried out. */
async function served(key: string): Promise<{ ticketId: string; orderId: string }> {
  const now = world.clock.now();
  const { items } = await read('/offerings?services=true', 'desk');
  const offering = items.find((one: Body) => one['name'].en === key);
  const { ticketId } = await ok(
    'POST',
    `/offerings/${offering.id}/open`,
    {
      customerId: world.customers.chen,
      placeId: world.places.flat1202,
      fromAt: now,
      untilAt: now.replace(/T.*/, 'T23:00:00.000Z'),
    },
    'desk',
  );
  const order = await world.read((tx) =>
    tx.selectFrom('work_order').select('id').where('ticket_id', '=', ticketId).executeTakeFirstOrThrow(),
  );
  return { ticketId, orderId: order.id };
}

async function carriedOut(orderId: string): Promise<void> {
  await world.act('maintenance', acceptWorkOrder, orderId, { personId: world.people.plumber });
  await world.act(
    'plumber',
    finishWorkOrder,
    orderId,
    doneInput.parse({ findings: '清洗', measures: '清洗两台', minutes: 60 }),
  );
}

test('paid and free services are ordered from one catalogue; what was carried out is billed straight from its work order by the price of the catalogue, once, or is free [AGCY-02]', async () => {
  await world.until('2026-12-14T10:00+08:00');
  const { items } = await read('/offerings?services=true', 'desk');
  const aircon = items.find((one: Body) => one['name'].en === 'Air conditioner cleaning');
  assert.deepEqual(
    [
      aircon.name['zh-hans'],
      aircon.amount,
      aircon.unit['zh-hans'],
      aircon.department.name['zh-hans'],
      aircon.hours['zh-hans'],
    ],
    ['空调清洗', 8_000, '台', '工程维修部', '周一至周六 9:00–18:00'],
  );
  const { orderId, ticketId } = await served('Air conditioner cleaning');
  const bill = { workOrderId: orderId, item: 'paid_service', quantity: 2 };
  assert.equal(await code('POST', '/charges', bill), 'charge.order_not_done');
  await carriedOut(orderId);
  const { id } = await ok('POST', '/charges', bill, 'desk');
  assert.equal(await code('POST', '/charges', bill), 'charge.order_charged');
  const charge = await read(`/charges/${id}`);
  assert.deepEqual(
    [charge['amount'], charge['customer'].name, charge['place'].code, charge['ticket'].id],
    [16_000, '陈先生', '3-1202', ticketId],
  );
  const free = await served('Help with carrying');
  await world.act('captain', acceptWorkOrder, free.orderId, { personId: world.people.guard });
  await world.act(
    'guard',
    finishWorkOrder,
    free.orderId,
    doneInput.parse({ findings: '搬运', measures: '已送到', minutes: 10 }),
  );
  assert.equal(
    await code('POST', '/charges', { workOrderId: free.orderId, item: 'paid_service' }),
    'charge.service_free',
  );
});

test('the supervisor sees what was taken by whom, and brings the money of the week to finance, which confirms it; a difference is said [AGCY-03]', async () => {
  await pay('chen', 16_000, {
    chargeIds: [(await read(`/charges?customer=${world.customers.chen}&item=paid_service`))['items'][0].id],
    way: 'wechat',
  });
  const receipts = await read('/charge-receipts?delivered=false');
  assert.deepEqual(
    receipts['sums'].byPerson.map((one: Body) => [one['person'].name, one['amount']]).toSorted(),
    [
      ['朱出纳', 11_002],
      ['王前台', 10_000 + 23_500 + 16_000],
    ].toSorted(),
  );
  const deliveries = async () => (await read('/charge-deliveries'))['items'] as Body[];
  const of = async (begins: string) => (await deliveries()).find((one) => one['begins'] === begins)!;
  const week = await of('2026-12-14');
  assert.deepEqual([week['state'], week['computed']], ['running', 60_502]);
  const deliver = (id: string, body: object, who: PersonKey = 'supervisor') =>
    code('POST', `/charge-deliveries/${id}/deliver`, body, who);
  assert.equal(await deliver(week['id'], { amount: 60_502 }), 'charge.week_not_over');
  await world.until('2026-12-21T09:00+08:00');
  const due = await owed(week['id'], 'charge_delivery');
  assert.deepEqual([due!.owner_id, due!.state], [world.people.supervisor, 'running']);
  assert.equal(await deliver(week['id'], { amount: 60_502 }, 'desk'), 'charge.not_your_delivery');
  assert.equal(await deliver(week['id'], { amount: 60_000 }), 'charge.difference_unexplained');
  await ok('POST', `/charge-deliveries/${week['id']}/deliver`, { amount: 60_000, because: '找零短款 5.02 元' });
  assert.equal(await deliver(week['id'], { amount: 1, because: '再次' }), 'charge.delivered_already');
  const delivered = await of('2026-12-14');
  assert.deepEqual(
    [delivered['computed'], delivered['amount'], delivered['state'], delivered['deliveredBy'].name],
    [60_502, 60_000, 'to_confirm', '何主管'],
  );
  const confirm = (body: object, who: PersonKey) => code('POST', `/charge-deliveries/${week['id']}/confirm`, body, who);
  assert.equal(await confirm({ received: 60_000 }, 'supervisor'), 'charge.not_your_delivery');
  await ok('POST', `/charge-deliveries/${week['id']}/confirm`, { received: 60_000 }, 'cashier');
  const confirmed = await of('2026-12-14');
  assert.deepEqual(
    [confirmed['state'], confirmed['receivedBy'].name, (await owed(week['id'], 'confirm_delivery'))!.state],
    ['confirmed', '朱出纳', 'kept'],
  );
  assert.equal((await of('2026-12-21'))['computed'], 0, 'what was delivered is not delivered again');
  assert.ok((await deliveries()).length > 5, 'every week on the way has its own');
});

test('the ledger of paid service is closed with each delivery: billed, paid and open, as often as the house says [WORK-10]', async () => {
  const closed = (await read('/charge-deliveries'))['items'].find((one: Body) => one['begins'] === '2026-12-14');
  assert.deepEqual(closed.ledger, { billed: 16_000, paid: 16_000, open: 0 });
  const { charging, version } = await read('/charging', 'manager');
  await ok(
    'PUT',
    '/charging',
    { charging: { ...charging, closes: 'month' }, seen: version, why: '按月结账' },
    'manager',
  );
  const { items } = await read('/charge-deliveries');
  assert.ok(items.some((one: Body) => one['period'] === 'month' && one['begins'] === '2026-12-01'));
});

test('what a house charges is changed by whoever may, with the reason; a wrong price is refused with its path', async () => {
  const { charging, version } = await read('/charging', 'manager');
  const items = charging.items.map((item: Body) => (item['key'] === 'management_fee' ? { ...item, rate: 250 } : item));
  const change = (over: object, who: PersonKey = 'manager') =>
    desk.send(who, 'PUT', '/charging', { charging: { ...charging, ...over }, seen: version, why: '新标准' });
  assert.equal((await change({ items }, 'desk')).status, 403);
  const wrong = await change({ items: [{ ...items[0], standard: null }] });
  assert.deepEqual(
    [wrong.body['code'], wrong.body['params'].path],
    ['charge.standard_missing', 'charging.items.management_fee.standard'],
  );
  assert.equal((await change({ items })).status, 200);
  assert.equal((await read(`/charge-runs/${run}`))['amount'], 44_502, 'what was billed stays');
});

test('a house that charges nothing yet begins with what its pack ships; until then nothing is asked of it', async () => {
  const { version } = await read('/charging', 'manager');
  await world.act('manager', async (context) =>
    changePart(context, { charging: undefined }, { seen: version, why: '停用' }),
  );
  assert.equal((await desk.get('supervisor', '/charges')).body['code'], 'charge.nothing_charged');
  assert.equal((await read('/charging'))['charging'], null);
  await ok('POST', '/charging/shipped', {}, 'manager');
  assert.equal(await code('POST', '/charging/shipped', {}, 'manager'), 'charge.charged_already');
  assert.equal((await read('/charging'))['charging'].items[0].key, 'management_fee');
});
