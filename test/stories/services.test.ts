import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openService } from '../../src/offering/commands/open-service.ts';
import { addOffering, changeOffering } from '../../src/offering/commands/write-offering.ts';
import * as inputs from '../../src/offering/inputs.ts';
import { listOfferings, offeringVersions, publishedOfferings } from '../../src/offering/list.ts';
import { offerServicesOf } from '../../src/reactions/offer-services.ts';
import { makeVisit } from '../../src/return-visit/commands/make-visit.ts';
import { makeVisitInput } from '../../src/return-visit/inputs.ts';
import { closeTicket } from '../../src/ticket/commands/close-ticket.ts';
import { resolveTicket } from '../../src/ticket/commands/resolve-ticket.ts';
import { tellCustomer } from '../../src/ticket/commands/tell-customer.ts';
import { resolveInput, tellInput } from '../../src/ticket/inputs.ts';
import { ticketPage } from '../../src/ticket/page.ts';
import { acceptWorkOrder } from '../../src/work-order/commands/take-steps.ts';
import { finishWorkOrder } from '../../src/work-order/commands/finish-work-order.ts';
import { doneInput } from '../../src/work-order/inputs.ts';
import { visitsOf } from '../story.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

let world: World;
before(async () => {
  world = await freshWorld({ at: '2026-09-21T09:00+08:00' });
  await world.act(null, offerServicesOf, 'property');
});
after(() => world.drop());

const found = async (ask: object = {}) =>
  (await world.ask('desk', listOfferings, inputs.offeringsQuery.parse(ask))).items;
const words = (text: string) => ({ en: text, 'zh-hans': text, 'zh-hant': text });

test('features, price, discount, steps and method of each service are told from fields of their own, found by any word [CONS-02]', async () => {
  const [aircon] = await found({ q: '空调' });
  assert.deepEqual(
    [aircon!.price['zh-hans'], aircon!.discount.en, aircon!.steps['zh-hant'], aircon!.method.en, aircon!.usualTime.en],
    [
      '每台 80 元起',
      'Three units or more: 10 % off',
      '預約、清洗、試機、簽字',
      'At the counter or by phone',
      'An hour a unit',
    ],
  );
  assert.equal((await found({ q: '空調' }))[0]!.id, aircon!.id, 'whatever the script');
  assert.deepEqual(
    (await found({ q: 'AIR CONDITIONER' })).map((one) => one.id),
    [aircon!.id],
  );
  assert.deepEqual(
    (await found({ services: 'false' })).map((one) => one.name.en),
    ['Management fee'],
  );
});

test('a new version is written by whoever may, and what was told before stays with who wrote it [CONS-02]', async () => {
  const input = inputs.addOfferingInput.parse({ name: words('地垫清洗'), price: words('每块 20 元'), published: true });
  await assert.rejects(world.act('desk', addOffering, input), { code: 'right.missing' });
  const id = await world.act('manager', addOffering, input);
  const change = (over: object) =>
    inputs.changeOfferingInput.parse({
      version: 1,
      why: '成本上涨',
      name: words('地垫清洗'),
      price: words('每块 25 元'),
      published: true,
      ...over,
    });
  await world.act('manager', changeOffering, id, change({}));
  await assert.rejects(world.act('manager', changeOffering, id, change({})), { code: 'stale' });
  await assert.rejects(world.act('manager', changeOffering, id, change({ version: 2, kind: 'special_service' })), {
    code: 'offering.nobody_does_it',
  });
  const { items } = await world.ask('desk', offeringVersions, id);
  assert.deepEqual(
    items.map((one) => [one.version, one.price.en, one.by!.name, one.why]),
    [
      [2, '每块 25 元', '许经理', '成本上涨'],
      [1, '每块 20 元', '许经理', null],
    ],
  );
  const published = async () =>
    (await world.ask('desk', publishedOfferings, world.centreId)).some((one) => one.id === id);
  assert.equal(await published(), true);
  await world.act('manager', changeOffering, id, change({ version: 2, published: false }));
  assert.equal(await published(), false);
  await world.act('manager', changeOffering, id, change({ version: 3, closed: true }));
  assert.equal((await found({ q: '地垫' })).length, 0);
  assert.equal((await found({ q: '地垫', closed: 'true' })).length, 1);
});

test('a special service is opened from the list with person and date, carried out, followed, and the occupier is asked his view [WORK-08]', async () => {
  const [aircon] = await found({ q: '空调' });
  const [fee] = await found({ services: 'false' });
  const input = inputs.openServiceInput.parse({
    customerId: world.customers.chen,
    placeId: world.places.flat1202,
    personId: world.people.plumber,
    fromAt: '2026-09-22T14:00:00+08:00',
    untilAt: '2026-09-22T16:00:00+08:00',
    note: '两台',
  });
  await assert.rejects(world.act('desk', openService, fee!.id as never, input), { code: 'offering.no_service' });
  await assert.rejects(world.act('plumber', openService, aircon!.id as never, input), { code: /^right\./ });
  const id = await world.act('desk', openService, aircon!.id as never, input);
  const page = () => world.ask('desk', ticketPage, id);
  const { title, kind, workOrders, need } = await page();
  assert.deepEqual([title, kind.key, need], ['空调清洗', 'special_service', '两台']);
  const [order] = workOrders;
  assert.deepEqual(
    [order!.person!.name, order!.appointment!.fromAt, order!.task],
    ['钱师傅', '2026-09-22T06:00:00.000Z', '空调清洗: 两台'],
  );
  world.at('2026-09-22T14:00+08:00');
  await world.act('plumber', acceptWorkOrder, order!.id as never, {});
  const report = doneInput.parse({ findings: '两台滤网积尘', measures: '已清洗试机', minutes: 110 });
  await world.act('plumber', finishWorkOrder, order!.id as never, report);
  await world.act('desk', resolveTicket, id, resolveInput.parse({ outcome: '已完成' }));
  await world.act('desk', tellCustomer, id, tellInput.parse({ text: '已清洗完毕' }));
  await assert.rejects(world.act('desk', closeTicket, id, {}), { code: 'ticket.visit_due' });
  const [visit] = await visitsOf(world, id);
  await world.act(
    'desk',
    makeVisit,
    visit!.id,
    makeVisitInput.parse({ reachedWhom: '陈先生', satisfaction: 5, opinion: '很干净' }),
  );
  await world.act('desk', closeTicket, id, {});
  assert.equal((await page()).satisfaction, 5);
  assert.equal((await found({ q: '空调' }))[0]!.opened, 1, 'and counted for the service');
});
