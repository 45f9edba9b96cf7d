import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Desk } from '../../test/desk-server.ts';
import { deskOf } from '../../test/desk-server.ts';
import type { World } from '../../test/world.ts';
import { freshWorld } from '../../test/world.ts';
import { DAY } from '../kernel/time.ts';
import { storeFile } from '../platform/files/store-file.ts';
import { ticketPage } from '../ticket/page.ts';
import { maySeeContact } from './may-see.ts';
import { cancelTicket } from '../ticket/commands/close-ticket.ts';
import { joinIncident } from '../ticket/commands/link-tickets.ts';
import { openTicket } from '../ticket/commands/open-ticket.ts';
import { openTicketInput } from '../ticket/inputs.ts';
import { listTickets } from '../ticket/list.ts';
import { ticketsQuery } from '../ticket/list-shapes.ts';

let world: World;
let desk: Desk;
before(async () => {
  world = await freshWorld();
  desk = await deskOf(world);
});
after(async () => {
  await desk.close();
  await world.drop();
});

type Line = Record<string, any>;

async function record(contact: object, who: 'desk' | 'desk2' = 'desk'): Promise<string> {
  const answer = await desk.send(who, 'POST', '/contacts', contact);
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body.id;
}

async function contacts(query: string): Promise<Line[]> {
  const answer = await desk.get('desk', `/contacts?${query}`);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body.items;
}

async function leak(title: string, more: object = {}) {
  const input = openTicketInput.parse({
    kind: 'leak',
    title,
    channel: 'phone',
    callerName: '来电人',
    placeId: world.places.flat1102,
    fields: { leak_from: 'ceiling' },
    ...more,
  });
  return world.act('desk', openTicket, input);
}

test('a visit is recorded with its purpose, its outcome and who received him; so are calls and letters [RECP-03, CHAN-07]', async () => {
  const at = '2026-09-28T00:40:00.000Z';
  const visit = await record(
    {
      channel: 'visit',
      purpose: 'consultation',
      callerName: '访客甲',
      customerId: world.customers.chen,
      need: '问装修手续',
      outcome: '给了手续清单',
      happenedAt: at,
    },
    'desk2',
  );
  const letter = await record({ channel: 'letter', purpose: 'suggestion', callerName: '写信人', need: '建议加装路灯' });
  const call = await record({ channel: 'phone', purpose: 'request', callerPhone: '13512344321' });
  const [line] = (await contacts('book=visits')).filter((one) => one.id === visit);
  assert.deepEqual(
    [line!.purpose, line!.outcome, line!.receiver.name, line!.at, line!.need],
    ['consultation', '给了手续清单', '李前台', at, '问装修手续'],
  );
  const all = await contacts('');
  const of = (id: string): Line => all.find((one) => one.id === id)!;
  assert.deepEqual([of(letter).channel, of(letter).written, of(letter).purpose], ['letter', true, 'suggestion']);
  assert.deepEqual([of(call).channel, of(call).callerPhone], ['phone', '13512344321']);
  assert.deepEqual(
    (await contacts(`customerId=${world.customers.chen}`)).map((one) => one.id),
    [visit],
  );
  assert.deepEqual(
    (await contacts(`by=${world.people.desk2}`)).map((one) => one.id),
    [visit],
  );
  assert.deepEqual(await contacts(`until=${at}`), []);
  const later = (await contacts('from=2026-09-28T00:40:00.001Z')).map((one) => one.id);
  assert.ok(!later.includes(visit) && later.includes(letter), 'by period');
  await record({ channel: 'letter', purpose: 'complaint', callerName: '另一写信人' });
  assert.deepEqual(
    (await contacts(`channel=letter&purpose=suggestion&from=${at}`)).map((one) => one.id),
    [letter],
  );
  assert.deepEqual(
    (await contacts('channel=visit&written=true')).map((one) => one.id),
    [],
    'he came and spoke',
  );
  const without = await desk.send('desk', 'POST', '/contacts', { channel: 'visit', callerName: '访客乙' });
  assert.equal(without.status, 422, 'a visit has a purpose');
});

test('a letter or a visitor is taken in as a call is, and opens a matter that says how it came [CHAN-07]', async () => {
  for (const channel of ['letter', 'visit'] as const) {
    const answer = await desk.send('desk', 'POST', '/intake', {
      contact: { channel, purpose: 'suggestion', customerId: world.customers.lin, need: '增设晾衣架' },
      ticket: { kind: 'suggestion', title: '晾衣架', fields: { suggestion: '增设晾衣架' } },
    });
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    const { items } = await world.ask('desk', listTickets, ticketsQuery.parse({ channel }));
    assert.deepEqual(
      items.map((one) => one.id),
      [answer.body.ticket.id],
    );
  }
});

test('a complaint brought to the counter, written or spoken, stands in the complaint book [CHAN-08]', async () => {
  const answer = await desk.send('desk', 'POST', '/intake', {
    contact: {
      channel: 'counter',
      written: true,
      purpose: 'complaint',
      customerId: world.customers.lin,
      need: '投诉噪音',
    },
    ticket: { kind: 'complaint', title: '楼上半夜装修', fields: { about: 'noise', wanted_solution: '停止施工' } },
  });
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  const spoken = await record({ channel: 'visit', purpose: 'complaint', callerName: '口头投诉人' });
  await record({ channel: 'phone', purpose: 'complaint', callerName: '电话投诉人' });
  await record({ channel: 'counter', purpose: 'payment', callerName: '缴费人' });
  const book = await contacts('book=complaints');
  assert.deepEqual(book.map((one) => one.id).toSorted(), [answer.body.contactId, spoken].toSorted());
  const written = book.find((one) => one.id === answer.body.contactId)!;
  assert.deepEqual(
    [written.written, written.customer.name, written.tickets[0].number],
    [true, '林女士', answer.body.ticket.number],
  );
  for (const [written, id] of [
    ['true', answer.body.contactId],
    ['false', spoken],
  ] as const)
    assert.deepEqual(
      (await contacts(`book=complaints&written=${written}`)).map((one) => one.id),
      [id],
    );
});

test('what came of a touch is said later, by whoever received him; what was said before is kept [RECP-03]', async () => {
  const id = await record({ channel: 'phone', purpose: 'consultation', callerName: '问事人' });
  const page = await desk.get('desk', `/contacts/${id}`);
  assert.deepEqual(page.body.can, { set_outcome: null });
  assert.equal((await desk.send('desk', 'POST', `/contacts/${id}/outcome`, { outcome: '已转财务' })).status, 200);
  assert.equal((await desk.get('desk', `/contacts/${id}`)).body.outcome, '已转财务');
  assert.deepEqual((await desk.get('desk', `/contacts/${id}`)).body.former, []);
  assert.equal((await desk.send('desk2', 'POST', `/contacts/${id}/outcome`, { outcome: ' ' })).status, 422);
  await desk.send('desk2', 'POST', `/contacts/${id}/outcome`, { outcome: '财务已答复' });
  const changed = (await desk.get('desk', `/contacts/${id}`)).body;
  assert.deepEqual(
    [changed.outcome, changed.former.map((one: Line) => [one.words, one.changedBy.name, one.changedAt])],
    ['财务已答复', [['已转财务', '李前台', world.clock.now()]]],
  );
  assert.equal((await desk.send('plumber', 'POST', `/contacts/${id}/outcome`, { outcome: 'x' })).status, 403);
  assert.equal((await desk.get('plumber', `/contacts/${id}`)).status, 404);
  const early = await desk.send('desk', 'POST', `/contacts/${id}/outcome`, {
    outcome: 'x',
    endedAt: '2020-01-01T00:00:00Z',
  });
  assert.equal(early.body.code, 'happened.too_early');
});

test('contacts are read page by page, newest first', async () => {
  const ids: string[] = [];
  for (let nth = 0; nth < 5; nth += 1) {
    world.clock.advance(1000);
    ids.unshift(await record({ channel: 'sms', purpose: 'other', callerName: '短信' }));
  }
  const first = await desk.get('desk', '/contacts?channel=sms&limit=3');
  const second = await desk.get('desk', `/contacts?channel=sms&limit=3&after=${first.body.next}`);
  assert.deepEqual(
    [...first.body.items, ...second.body.items].map((one: Line) => one.id),
    ids,
  );
});

test('an intake answers what is read to the caller: number, who answers for it, by when, and who comes', async () => {
  const body = {
    contact: {
      id: crypto.randomUUID(),
      channel: 'phone',
      purpose: 'repair',
      customerId: world.customers.chen,
      placeId: world.places.flat1202,
      need: '厨房漏水',
    },
    ticket: { id: crypto.randomUUID(), kind: 'leak', title: '厨房漏水', fields: { leak_from: 'pipe' } },
    workOrder: {
      id: crypto.randomUUID(),
      task: '查漏',
      personId: world.people.plumber,
      appointment: { fromAt: '2026-09-28T15:00:00+08:00', untilAt: '2026-09-28T16:00:00+08:00' },
    },
    promise: { id: crypto.randomUUID(), dueAt: '2026-09-28T18:00:00+08:00', words: '告诉您是谁家漏的' },
  };
  const answer = await desk.send('desk', 'POST', '/intake', body);
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  const { ticket, ownerName, promises, appointment, contactId } = answer.body;
  assert.deepEqual([contactId, ticket.id, ownerName], [body.contact.id, body.ticket.id, '王前台']);
  assert.ok(ticket.number > 0 && ticket.version > 0);
  const promise = promises.find((one: Line) => one.kind === 'promise');
  assert.deepEqual(
    [promise.words, promise.dueAt, promise.ownerName, promise.title['zh-hans']],
    ['告诉您是谁家漏的', '2026-09-28T10:00:00.000Z', '王前台', '承诺答复'],
  );
  const dues = promises.map((one: Line) => one.dueAt);
  assert.deepEqual(dues, dues.toSorted());
  assert.ok(
    promises.every((one: Line) => one.title.en && one.title['zh-hant']),
    'in the words of every language',
  );
  assert.deepEqual(
    [appointment.from, appointment.until, appointment.personName],
    ['2026-09-28T07:00:00.000Z', '2026-09-28T08:00:00.000Z', '钱师傅'],
  );
  assert.ok(appointment.departmentName['zh-hans']);
  assert.deepEqual(answer.body.sent, { personName: '钱师傅', departmentName: appointment.departmentName });
  const again = await desk.send('desk', 'POST', '/intake', body);
  assert.deepEqual([again.status, again.body.ticket?.number], [201, ticket.number], JSON.stringify(again.body));
  await world.act('supervisor', cancelTicket, ticket.id, { as: 'withdrawn', reason: '试' }).catch(() => {});
});

test('"the same leak was reported 3 days ago in the flat below" is offered before anything is saved', async () => {
  const other = await freshWorld();
  const at = await deskOf(other);
  const open = async (title: string, placeId: string | undefined, more: object = {}) =>
    other.act(
      'desk',
      openTicket,
      openTicketInput.parse({
        kind: 'leak',
        title,
        channel: 'phone',
        callerName: '来电人',
        ...(placeId ? { placeId } : {}),
        fields: { leak_from: 'ceiling' },
        ...more,
      }),
    );
  const { flat1202, flat1102, flat0902, corridor, building } = other.places;
  const old = await open('一个月前修好的', flat1202);
  await other.act('supervisor', cancelTicket, old.id, { as: 'withdrawn', reason: '已好' });
  other.clock.advance(30 * DAY);
  const below = await open('楼下天花板滴水', flat1102);
  await open('隔了两层', flat0902);
  await open('咨询不算', flat1202, { kind: 'consultation', fields: { question: '?' } });
  other.clock.advance(3 * DAY);
  const own = await open('插座坏了', flat1202, { kind: 'repair_private', fields: { trouble: 'electrical' } });
  const his = await open('他处漏水', corridor, { customerId: other.customers.chen });
  const asked = await at.get('desk', `/intake/likely?kind=leak&placeId=${flat1202}&customerId=${other.customers.chen}`);
  assert.equal(asked.status, 200, JSON.stringify(asked.body));
  assert.deepEqual(
    asked.body.likely.map((one: Line) => [one.title, one.why, one.daysAgo]),
    [
      ...[his, own]
        .toSorted((a, b) => (a.id < b.id ? 1 : -1))
        .map((one) => [one.title, one.id === his.id ? 'same_customer' : 'same_place', 0]),
      [below.title, 'flat_below', 3],
    ],
  );
  const above = await at.get('desk', `/intake/likely?kind=leak&placeId=${flat1102}`);
  assert.ok(above.body.likely.some((one: Line) => one.title === '插座坏了' && one.why === 'flat_above'));
  const big = await open('3栋停水', building, { kind: 'leak' });
  await other.act('desk', joinIncident, below.id, { incidentId: big.id });
  const { body } = await at.get('desk', `/intake/likely?kind=leak&placeId=${flat0902}`);
  assert.deepEqual(
    body.incidents.map((one: Line) => [one.title, one.reports]),
    [['3栋停水', 1]],
  );
  assert.ok(!body.likely.some((one: Line) => one.title === '3栋停水'), 'the incident is not said twice');
  await at.close();
  await other.drop();
});

test('a ticket the front desk did not take stays unknown to whoever may not see it', async () => {
  await leak('楼下漏水');
  assert.equal((await desk.get('plumber', `/intake/likely?placeId=${world.places.flat1102}`)).status, 403);
  const unknown = await desk.get('desk', `/intake/likely?placeId=${crypto.randomUUID()}`);
  assert.deepEqual([unknown.status, unknown.body.code], [404, 'place.unknown']);
});

test('a letter comes page by page: on the matter it opens, or on the touch that opens nothing; for whoever sees that [CHAN-07]', async () => {
  const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
  const page = async (name: string) =>
    world.act('desk', storeFile, { name, bytes: Buffer.concat([jpeg, Buffer.from(name)]) });
  // uploaded in another order than that of the letter
  const [second, last] = [await page('2.jpg'), await page('4.jpg')];
  world.clock.advance(1000);
  const [first, loose] = [await page('1.jpg'), await page('3.jpg')];
  const taken = await desk.send('desk', 'POST', '/intake', {
    contact: { channel: 'letter', purpose: 'complaint', callerName: '来函人', pageIds: [first.id, second.id] },
    ticket: { kind: 'consultation', title: '来函询问', fields: { question: '如何缴费' } },
  });
  assert.equal(taken.status, 201, JSON.stringify(taken.body));
  const ticketId: string = taken.body.ticket.id;
  const { photos } = await world.ask('desk', ticketPage, ticketId);
  assert.deepEqual(
    photos.map((one) => one.id),
    [first.id, second.id],
  );

  const touch = await record({
    channel: 'letter',
    purpose: 'other',
    callerName: '来函人',
    need: '感谢信',
    pageIds: [loose.id, last.id],
  });
  const seen = await desk.get('desk', `/contacts/${touch}`);
  assert.deepEqual(
    seen.body.pages.map((one: Line) => [one['id'], one['type']]),
    [loose, last].map(({ id }) => [id, 'image/jpeg']),
  );
  const may = async (who: 'desk2' | 'plumber') => world.ask(who, ({ tx, actor }) => maySeeContact(tx, actor, touch));
  assert.deepEqual([await may('desk2'), await may('plumber')], [true, false]);
});
