import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { recordContact } from '../contact/commands/record-contact.ts';
import { contactInput } from '../contact/inputs.ts';
import { addNote } from '../ticket/commands/note-inside.ts';
import { cancelTicket } from '../ticket/commands/close-ticket.ts';
import { openTicket } from '../ticket/commands/open-ticket.ts';
import { openTicketInput } from '../ticket/inputs.ts';
import { issueWorkOrder } from '../work-order/commands/issue-work-order.ts';
import { issueWorkOrderInput } from '../work-order/inputs.ts';
import type { Desk } from '../../test/desk-server.ts';
import { deskOf } from '../../test/desk-server.ts';
import type { World } from '../../test/world.ts';
import { freshWorld } from '../../test/world.ts';
import { dialled } from '../kernel/text/dialled.ts';
import { maskEmail } from './phone.ts';

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

async function add(customer: object): Promise<string> {
  const answer = await desk.send('desk', 'POST', '/customers', customer);
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body.id;
}

async function page(id: string, who: 'desk' | 'head' | 'maintenance' = 'desk') {
  return (await desk.get(who === 'head' ? 'maintenance' : who, `/customers/${id}`)).body;
}

test('stored numbers are shown as people dial them, addresses only in part', () => {
  assert.equal(dialled('+8613812345678'), '13812345678');
  assert.equal(dialled('+861062345678'), '01062345678');
  assert.equal(dialled('+8675588001234'), '075588001234');
  assert.equal(dialled('+85223456789'), '+85223456789');
  assert.equal(dialled('95588'), '95588');
  assert.equal(dialled('+86 138-1234 5678'), '13812345678', 'as somebody typed it');
  assert.equal(dialled('(010) 6234 5678'), '01062345678');
  assert.equal(dialled('010-62345678转801'), '010-62345678转801', 'an extension is not lost');
  assert.equal(dialled('62345678'), '62345678');
  assert.equal(dialled('the guard’s'), 'the guard’s');
  assert.equal(maskEmail('wang@example.com'), 'w***@example.com');
});

test('a customer has several numbers, addresses and homes, and all of it is in view [CUST-23]', async () => {
  const { flat1202, flat0902 } = world.places;
  const id = await add({
    name: '欧阳娜娜',
    language: 'zh-hant',
    vip: true,
    note: '会说粤语',
    phones: [
      { number: '+86 138-1234-5678', label: '手机' },
      { number: '(0755) 8800 9999', label: '公司' },
      { number: '13812345678' },
    ],
    emails: [{ address: 'Nana@example.com', label: '' }],
    places: [
      { placeId: flat1202, relation: 'owner', since: '2019-05-01' },
      { placeId: flat0902, relation: 'tenant', until: '2020-01-01' },
    ],
  });
  const ticket = await world.act(
    'desk',
    openTicket,
    openTicketInput.parse({
      kind: 'leak',
      title: '厨房漏水',
      channel: 'phone',
      customerId: id,
      placeId: flat1202,
      fields: { leak_from: 'pipe' },
    }),
  );
  await world.act(
    'desk',
    recordContact,
    contactInput.parse({
      channel: 'visit',
      purpose: 'repair',
      customerId: id,
      ticketIds: [ticket.id],
      outcome: '已登记',
    }),
  );
  const body = await page(id);
  assert.deepEqual(body.phones, [
    { number: '13812345678', label: '手机', first: true },
    { number: '075588009999', label: '公司', first: false },
  ]);
  assert.deepEqual([body.masked, body.vip, body.language, body.note], [false, true, 'zh-hant', '会说粤语']);
  assert.deepEqual(
    body.places.map((one: Record<string, string>) => [one.code, one.relation, one.since, one.until]),
    [
      ['3-1202', 'owner', '2019-05-01', null],
      ['3-902', 'tenant', null, '2020-01-01'],
    ],
  );
  assert.deepEqual(
    body.open.map((one: { number: number }) => one.number),
    [ticket.number],
  );
  assert.ok(body.open[0].clock.dueAt);
  assert.deepEqual(
    body.contacts.map((one: Record<string, any>) => [one.purpose, one.receiver.name, one.tickets[0].number]),
    [['repair', '王前台', ticket.number]],
  );
  assert.equal(body.can.change, null);
});

test('who may not see numbers sees them masked, and cannot replace what he cannot see', async () => {
  const id = await add({
    name: '隐名',
    phones: [{ number: '13800007777' }],
    emails: [{ address: 'hidden@example.com' }],
    places: [{ placeId: world.places.flat1202, relation: 'owner' }],
  });
  const seen = await page(id, 'head');
  assert.deepEqual(
    [seen.masked, seen.phones[0].number, seen.emails[0].address],
    [true, '138****7777', 'h***@example.com'],
  );
  assert.equal(seen.can.change.code, 'right.missing');
});

test('a worker sees the customer of the work he was sent to, and no other', async () => {
  const id = await add({
    name: '请修的人',
    phones: [{ number: '13800006666' }],
    places: [{ placeId: world.places.flat1202, relation: 'owner' }],
  });
  assert.equal((await desk.get('plumber', `/customers/${id}`)).status, 403);
  const ticket = await world.act(
    'desk',
    openTicket,
    openTicketInput.parse({
      kind: 'leak',
      title: '阳台漏水',
      channel: 'phone',
      customerId: id,
      placeId: world.places.flat1202,
      fields: { leak_from: 'pipe' },
    }),
  );
  await world.act(
    'desk',
    issueWorkOrder,
    ticket.id,
    issueWorkOrderInput.parse({ task: '去看', personId: world.people.plumber }),
  );
  const { status, body } = await desk.get('plumber', `/customers/${id}`);
  assert.deepEqual([status, body.phones[0]?.number], [200, '13800006666']);
  const list = await desk.get('plumber', '/customers');
  assert.deepEqual(
    list.body.items.map((item: { id: string }) => item.id),
    [id],
  );
  assert.equal((await desk.get('guard', `/customers/${id}`)).status, 403);
});

test('a change replaces the lists it gives, keeps the others, and journals what was changed but no words', async () => {
  const id = await add({ name: '改名前', phones: [{ number: '13811110001' }], emails: [{ address: 'a@example.com' }] });
  const { version } = await page(id);
  const answer = await desk.send('desk', 'PATCH', `/customers/${id}`, {
    version,
    name: '改名后',
    phones: [{ number: '13811110002', label: '新' }],
  });
  assert.deepEqual([answer.status, answer.body.version], [200, version + 1]);
  const body = await page(id);
  assert.deepEqual(
    [body.name, body.phones[0].number, body.phones.length, body.emails.length],
    ['改名后', '13811110002', 1, 1],
  );
  const journal = await world.events({ subjectId: id });
  assert.deepEqual(journal.at(-1)!.data, { what: ['name', 'phones'] });
  assert.ok(!JSON.stringify(journal).includes('改名'));
  assert.deepEqual((await desk.get('desk', '/desk/lookup?q=13811110001')).body.people, []);
  assert.equal((await desk.get('desk', '/desk/lookup?q=gaimh')).body.people[0].name, '改名后');
  const stale = await desk.send('desk', 'PATCH', `/customers/${id}`, { version, vip: true });
  assert.deepEqual([stale.status, stale.body.code], [409, 'stale']);
  const strange = await desk.send('desk', 'PATCH', `/customers/${id}`, { version: version + 1, erased_at: null });
  assert.equal(strange.status, 422);
});

test('a household has members, a person has none, and nobody belongs to himself', async () => {
  const [mother, son] = [await add({ name: '母亲' }), await add({ name: '儿子' })];
  const household = await add({
    name: '母子一家',
    kind: 'household',
    members: [{ customerId: mother, relation: '户主' }, { customerId: son }],
  });
  assert.deepEqual((await page(household)).members.map((one: { name: string }) => one.name).toSorted(), [
    '儿子',
    '母亲',
  ]);
  assert.deepEqual(
    (await page(son)).groups.map((one: { name: string }) => one.name),
    ['母子一家'],
  );
  const change = async (id: string, edit: object) =>
    desk.send('desk', 'PATCH', `/customers/${id}`, { version: (await page(id)).version, ...edit });
  const alone = await change(son, { members: [{ customerId: mother }] });
  assert.equal(alone.body.code, 'customer.person_has_no_members');
  const person = await change(household, { kind: 'person' });
  assert.equal(person.body.code, 'customer.person_has_no_members');
  const itself = await change(household, { members: [{ customerId: household }] });
  assert.equal(itself.body.code, 'customer.member_of_itself');
});

test('what makes no sense is refused with a code, and nothing of it is kept', async () => {
  for (const [wrong, status, code] of [
    [{ name: '甲', phones: [{ number: '不知道号码' }] }, 422, 'customer.phone_malformed'],
    [{ name: '甲', places: [{ placeId: crypto.randomUUID(), relation: 'owner' }] }, 404, 'place.unknown'],
    [{ name: '甲', kind: 'company', members: [{ customerId: crypto.randomUUID() }] }, 404, 'customer.unknown'],
    [
      {
        name: '甲',
        places: [{ placeId: world.places.flat1202, relation: 'owner', since: '2026-02-01', until: '2026-01-01' }],
      },
      422,
      'customer.place_ends_before_it_begins',
    ],
    [{ name: ' ' }, 422, 'input.malformed'],
    [{ name: '甲\u0000乙' }, 422, 'text.unstorable'],
  ] as const) {
    const answer = await desk.send('desk', 'POST', '/customers', wrong);
    assert.deepEqual([answer.status, answer.body.code], [status, code], JSON.stringify(wrong));
  }
  const kept = await world.read((tx) => tx.selectFrom('customer').select('id').where('name', 'like', '甲%').execute());
  assert.deepEqual(kept, []);
});

test('the list is narrowed by kind, home and name, and read page by page', async () => {
  const building = await desk.send('supervisor', 'POST', '/places', {
    kind: 'building',
    code: '5',
    parentId: world.places.estate,
  });
  const flat = await desk.send('supervisor', 'POST', '/places', {
    kind: 'unit',
    code: '101',
    parentId: building.body.id,
  });
  const names = ['诸葛一', '诸葛二', '诸葛三'];
  for (const name of names) {
    world.clock.advance(1000);
    await add({
      name,
      kind: name === '诸葛三' ? 'company' : 'person',
      places: [{ placeId: flat.body.id, relation: 'tenant' }],
    });
  }
  const ask = async (query: string) => (await desk.get('desk', `/customers?${query}`)).body;
  assert.deepEqual(
    (await ask(`place=${building.body.id}`)).items.map((item: { name: string }) => item.name),
    names.toReversed(),
  );
  assert.deepEqual(
    (await ask(`place=${flat.body.id}&kind=company`)).items.map((item: { name: string }) => item.name),
    ['诸葛三'],
  );
  assert.equal((await ask(`place=${flat.body.id}&relation=owner`)).items.length, 0);
  assert.equal((await ask('q=zhuge')).items.length, 3);
  const first = await ask(`place=${flat.body.id}&limit=2`);
  const second = await ask(`place=${flat.body.id}&limit=2&after=${first.next}`);
  assert.deepEqual(
    [...first.items, ...second.items].map((item: { name: string }) => item.name),
    names.toReversed(),
  );
  assert.equal(second.next, null);
});

test('an erased customer leaves no name, number or word of his anywhere, and history hangs together', async () => {
  const { flat1202 } = world.places;
  const id = await add({
    name: '司徒文远',
    phones: [{ number: '13877776666' }],
    emails: [{ address: 'situ@example.com' }],
    places: [{ placeId: flat1202, relation: 'owner' }],
  });
  const ticket = await world.act(
    'desk',
    openTicket,
    openTicketInput.parse({
      kind: 'consultation',
      title: '司徒文远咨询费用',
      need: '请回电13877776666',
      channel: 'phone',
      customerId: id,
      callerName: '司徒太太',
      callerPhone: '13899990000',
      placeId: flat1202,
      fields: { question: '司徒文远的车位费' },
    }),
  );
  await world.act('desk', addNote, ticket.id, { text: '司徒太太说司徒文远出差了' });
  await world.act(
    'desk',
    recordContact,
    contactInput.parse({
      channel: 'phone',
      purpose: 'consultation',
      customerId: id,
      callerName: '司徒太太',
      need: '替司徒文远问',
      ticketIds: [ticket.id],
    }),
  );
  const open = await desk.send('desk', 'POST', `/customers/${id}/erase`, { reason: 'asked_by_customer' });
  assert.deepEqual([open.status, open.body.code], [409, 'customer.open_tickets']);
  await world.act('supervisor', cancelTicket, ticket.id, { as: 'withdrawn', reason: '不再需要' });
  const before = await world.events({ ticketId: ticket.id });
  world.clock.advance(60_000);
  const erased = await desk.send('desk', 'POST', `/customers/${id}/erase`, { reason: 'asked_by_customer' });
  assert.equal(erased.status, 200, JSON.stringify(erased.body));
  for (const secret of ['司徒文远', '司徒太太', '13877776666', '13899990000', 'situ@example.com'])
    assert.deepEqual(await whereItStands(secret), [], secret);
  const after = await world.events({ ticketId: ticket.id });
  assert.deepEqual(after.slice(0, before.length), before);
  assert.equal(after.at(-1)!.type, 'ticket.customer_erased');
  const body = await page(id);
  assert.deepEqual([body.name, body.phones, body.can.change.code], ['—', [], 'customer.erased']);
  assert.deepEqual(
    body.recent.map((one: { number: number }) => one.number),
    [ticket.number],
  );
  const again = await desk.send('desk', 'POST', `/customers/${id}/erase`, { reason: 'other' });
  assert.equal(again.body.code, 'customer.erased');
});

/** Every column of every table in which a text still stands. */
async function whereItStands(text: string): Promise<string[]> {
  const { rows } = await world.database.pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'org_world' and table_type = 'BASE TABLE'`,
  );
  const found: string[] = [];
  for (const { name } of rows) {
    const { rowCount } = await world.database.pool.query(
      `select from org_world."${name}" t where position($1 in t::text) > 0`,
      [text],
    );
    if (rowCount) found.push(name);
  }
  return found;
}

test('a name with the signs that JSON and SQL use is erased like any other', async () => {
  const name = `O'Neil "\\ Tom`;
  const id = await add({ name });
  const ticket = await world.act(
    'desk',
    openTicket,
    openTicketInput.parse({
      kind: 'consultation',
      title: `Question of ${name}`,
      channel: 'phone',
      customerId: id,
      fields: { question: `about ${name}` },
    }),
  );
  await world.act('supervisor', cancelTicket, ticket.id, { as: 'withdrawn', reason: 'x' });
  const erased = await desk.send('desk', 'POST', `/customers/${id}/erase`, { reason: 'asked_by_customer' });
  assert.equal(erased.status, 200, JSON.stringify(erased.body));
  const row = await world.read((tx) =>
    tx.selectFrom('ticket').select(['title', 'fields']).where('id', '=', ticket.id).executeTakeFirstOrThrow(),
  );
  assert.equal(row.title, 'Question of —');
  assert.equal((row.fields as Record<string, string>)['question'], 'about —');
});
