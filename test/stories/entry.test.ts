import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { changeTicket } from '../../src/ticket/commands/change-ticket.ts';
import { answerCustomer } from '../../src/ticket/commands/add-note.ts';
import { addNote } from '../../src/ticket/commands/note-inside.ts';
import { promiseReply } from '../../src/ticket/commands/promise-reply.ts';
import { resolveTicket } from '../../src/ticket/commands/resolve-ticket.ts';
import { tellCustomer } from '../../src/ticket/commands/tell-customer.ts';
import { promiseInput, resolveInput, tellInput } from '../../src/ticket/inputs.ts';
import { answerInput, noteInput } from '../../src/ticket/inputs-words.ts';
import { changeCentre } from '../../src/organisation/commands/change-centre.ts';
import { customerPageShape } from '../../src/organisation/customer-page.ts';
import { centreVersions } from '../../src/organisation/versions-view.ts';
import { offerServicesOf } from '../../src/reactions/offer-services.ts';
import { revokeAccess } from '../../src/entry/commands/give-access.ts';
import type { Id } from '../../src/kernel/id.ts';
import { versionOf } from '../../src/platform/journal.ts';
import { handlingForm } from '../../src/ticket/forms.ts';
import { ticketPage } from '../../src/ticket/page.ts';
import { takeInMatter, ticketNow } from '../story.ts';
import type { World } from '../world.ts';
import { wholeServer } from '../whole-server.ts';
import { freshWorld } from '../world.ts';
import type { PersonKey } from '../world-seed.ts';

let world: World;
let server: FastifyInstance;
before(async () => {
  world = await freshWorld({ at: '2026-09-21T09:00+08:00' });
  await world.act(null, offerServicesOf, 'property');
  ({ server } = await wholeServer(world));
});
after(async () => {
  await server.close();
  await world.drop();
});

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

type Asked = { cookie?: string | undefined; from?: string; who?: PersonKey };
let nth = 0;

async function ask(method: 'GET' | 'POST', path: string, body?: object, { cookie, from, who }: Asked = {}) {
  nth += 1;
  const answer = await server.inject({
    method,
    url: `/api${path}`,
    remoteAddress: from ?? `10.0.${Math.floor(nth / 200)}.${nth % 200}`,
    headers: { 'x-huiyin': '1', ...(cookie ? { cookie } : {}), ...(who ? { 'x-test-person': who } : {}) },
    ...(body ? { payload: body } : {}),
  });
  const set = answer.headers['set-cookie'];
  const line = Array.isArray(set) ? set[0] : set;
  return { status: answer.statusCode, body: answer.json(), cookie: line?.split(';')[0], setCookie: line ?? '' };
}

const matter = (over: object = {}) => ({
  kind: 'complaint',
  text: '楼下夜市太吵',
  name: '林女士',
  phone: '13900000000',
  place: '3-1102',
  fields: { about: 'noise' },
  ...over,
});
const enter = async (secret: string, asked: Asked = {}) => ask('POST', '/public/enter', { secret }, asked);
const sent = async (over: object = {}) => {
  const { body } = await ask('POST', '/public/matters', matter(over));
  const { cookie } = await enter(body.secret);
  const { body: list } = await ask('GET', '/public/cases', undefined, { cookie });
  return { secret: body.secret as string, cookie: cookie!, id: list.items[0].id as Id<'ticket'>, number: body.number };
};

test('the working rules, the charge items and the charge standards are published, and what the charges are spent on [RECP-02] [PRIN-16]', async () => {
  const each = (text: string) => ({ en: text, 'zh-hans': text, 'zh-hant': text });
  const page = customerPageShape.parse({
    rules: each('首问负责，当日答复。'),
    expenditure: each('物业费用于保洁、保安与维修。'),
  });
  const seen = await world.read((tx) => versionOf(tx, world.centreId));
  await world.act('manager', changeCentre, world.centreId, { page, complaintLine: '0755-88009999', seen });
  const { body } = await ask('GET', '/public/centre');
  assert.equal(body.texts.rules['zh-hans'], '首问负责，当日答复。');
  assert.equal(body.texts.expenditure['zh-hans'], '物业费用于保洁、保安与维修。');
  assert.ok(body.offerings.length > 0);
  for (const one of body.offerings) assert.ok(one.name['zh-hans'] && one.price['zh-hans'], 'item and standard');
  assert.ok(body.reception.weekly['1'].length > 0);
  assert.equal(body.reception.complaintLine, '0755-88009999');
});

test('anybody reads where and how to complain, with hours, and published services with their charges; the manager says where [CHAN-22]', async () => {
  const seen = await world.read((tx) => versionOf(tx, world.centreId));
  const address = '回音花园 1 号楼一层服务中心';
  await world.act('manager', changeCentre, world.centreId, { address, complaintLine: '0755-88009999', seen });
  await assert.rejects(world.act('desk', changeCentre, world.centreId, { address: '别处', seen }), {
    code: /^right\./,
  });
  const { status, body } = await ask('GET', '/public/centre');
  assert.equal(status, 200);
  assert.deepEqual(
    [body.reception.address, body.reception.phone, body.reception.complaintLine],
    [address, '0755-88001234', '0755-88009999'],
  );
  assert.ok(body.reception.weekly['1'].length > 0, 'hours of Monday');
  assert.equal(body.zone, 'Asia/Shanghai');
  const prices = body.offerings.map((one: { price: { en: string } }) => one.price.en);
  assert.ok(prices.includes('From ¥80 a unit'));
  const kinds = body.kinds.map((one: { key: string }) => one.key);
  assert.ok(kinds.includes('complaint') && kinds.includes('suggestion') && kinds.includes('repair_private'));
  assert.ok(!kinds.includes('task') && !kinds.includes('special_service'), 'what is not public is not offered');
});

test('the manager writes what the page says in three languages and what may be sent in, each change kept with its reason [CHAN-22]', async () => {
  const version = () => world.read((tx) => versionOf(tx, world.centreId));
  const hours = { en: 'Answered within a day', 'zh-hans': '一天内答复', 'zh-hant': '一天內答覆' };
  const page = (over: object) => customerPageShape.parse({ complaints: hours, ...over });
  const write = async (over: object, why: string) =>
    world.act('manager', changeCentre, world.centreId, { page: page(over), seen: await version(), why });
  await assert.rejects(write({ kinds: ['task'] }, '试'), { code: 'kind.unknown' }, 'what is not public is not offered');
  const seen = await version();
  await write({ kinds: ['repair_private', 'complaint'] }, '先开放报修和投诉');
  await assert.rejects(world.act('manager', changeCentre, world.centreId, { page: page({}), seen }), { code: 'stale' });
  const { body } = await ask('GET', '/public/centre');
  assert.deepEqual(
    [body.texts.complaints, body.texts.welcome.en, body.kinds.map((one: { key: string }) => one.key)],
    [hours, '', ['repair_private', 'complaint']],
    'in the order named, and an empty text for what is not written',
  );
  const other = matter({ kind: 'suggestion', text: '加装充电桩', fields: {} });
  assert.equal((await ask('POST', '/public/matters', other)).body.code, 'kind.unknown');
  await write({}, '全部开放');
  const { items } = await world.ask('manager', centreVersions, world.centreId);
  assert.deepEqual(
    items.slice(0, 2).map((one) => [one.by, one.why, (one.content['page'] as { kinds: unknown }).kinds]),
    [
      ['许经理', '全部开放', null],
      ['许经理', '先开放报修和投诉', ['repair_private', 'complaint']],
    ],
  );
  assert.equal(items.at(-1)!.content['address'], null, 'and what it was before anybody changed it');
  await assert.rejects(world.ask('desk', centreVersions, world.centreId), { code: /^right\./ });
});

test('every kind is sent in through one entry, an ordinary intake of somebody not yet known, with number and link [CHAN-21]', async () => {
  const { body, status } = await ask('POST', '/public/matters', matter());
  assert.equal(status, 201);
  const row = await world.read((tx) =>
    tx.selectFrom('ticket').selectAll().where('number', '=', body.number).executeTakeFirstOrThrow(),
  );
  assert.deepEqual(
    [row.channel, row.customer_id, row.caller_name, row.caller_phone, row.place_id],
    ['web', null, '林女士', '13900000000', world.places.flat1102],
    'who he says he is is not believed',
  );
  assert.ok([world.people.desk, world.people.desk2].includes(row.owner_id as never), 'the desk answers for it');
  const [opened] = (await world.events({ subjectId: row.id })).filter((one) => one.type === 'ticket.opened');
  assert.deepEqual(
    [opened!.actorId, opened!.data['byCustomer']],
    [null, true],
    'and the journal does not say that the desk wrote it',
  );
  assert.equal((await ask('POST', '/public/matters', matter({ kind: 'task' }))).body.code, 'kind.unknown');
  assert.equal((await ask('POST', '/public/matters', matter({ fields: {} }))).body.code, 'field.missing');
  const nowhere = matter({ kind: 'repair_private', place: '9-9999', fields: { trouble: 'plumbing' } });
  assert.equal((await ask('POST', '/public/matters', nowhere)).body.code, 'entry.place_unknown');
});

test('photographs come along with what they show, onto the ticket and its paper, and nothing else by that name [CHAN-21]', async () => {
  const { id } = await sent({ photos: [{ image: PNG, shows: '三楼走廊顶' }, { image: PNG }] });
  const files = await world.read((tx) => tx.selectFrom('file').select('type').where('subject_id', '=', id).execute());
  assert.deepEqual(files, [{ type: 'image/png' }, { type: 'image/png' }]);
  const page = await world.ask('desk', (context) => ticketPage(context, id));
  assert.deepEqual(page.photos.map(({ shows, at }) => [shows, at]).sort(), [
    ['', world.clock.now()],
    ['三楼走廊顶', world.clock.now()],
  ]);
  const paper = await world.ask('desk', (context) => handlingForm(context, id));
  assert.deepEqual(paper.photos, page.photos);
  const evil = Buffer.from('<script>alert(1)</script>').toString('base64');
  const refused = await ask('POST', '/public/matters', matter({ photos: [{ image: evil }] }));
  assert.equal(refused.status, 422);
});

test('by his link he follows the one matter: stage, named person, promises and what was said, and no inside word [CHAN-21]', async () => {
  const { id, cookie } = await sent();
  const { owner_id: ownerId } = await ticketNow(world, id);
  const owner = ownerId === world.people.desk ? 'desk' : 'desk2';
  await world.act(owner, addNote, id, noteInput.parse({ text: '内部:此户常投诉' }));
  await world.act(owner, answerCustomer, id, answerInput.parse({ text: '今晚派人巡查' }));
  await world.act(
    owner,
    promiseReply,
    id,
    promiseInput.parse({ dueAt: '2026-09-22T10:00:00+08:00', words: '巡查结果' }),
  );
  const { body } = await ask('GET', `/public/cases/${id}`, undefined, { cookie });
  assert.deepEqual(
    [body.stage['zh-hans'], body.said.map((one: { text: string }) => one.text), body.promises[0].words],
    ['已接待', ['今晚派人巡查'], '巡查结果'],
  );
  assert.equal(body.contact, owner === 'desk' ? '王前台' : '李前台');
  assert.ok(!JSON.stringify(body).includes('常投诉'));
  const names = Object.keys(world.people).length;
  const others = ['许经理', '何主管', '高总', '钱师傅'];
  assert.ok(names > 10 && others.every((name) => !JSON.stringify(body).includes(name)));
});

test('he adds a word, which ends a wait for him, and says whether it is solved: what is not is opened again [CHAN-21]', async () => {
  const { id, cookie } = await sent();
  assert.equal(
    (await ask('POST', `/public/cases/${id}/solved`, { solved: true, satisfaction: 5 }, { cookie })).body.code,
    'ticket.not_resolved',
  );
  assert.equal((await ask('POST', `/public/cases/${id}/words`, { text: '昨晚又吵' }, { cookie })).status, 200);
  const contacts = await world.read((tx) =>
    tx
      .selectFrom('contact')
      .innerJoin('contact_ticket', 'contact_ticket.contact_id', 'contact.id')
      .select(['need', 'channel'])
      .where('ticket_id', '=', id)
      .orderBy('contact.id')
      .execute(),
  );
  assert.ok(contacts.some((one) => one.need === '昨晚又吵' && one.channel === 'web'));
  const shown = { text: '这是昨晚的', photos: [{ image: PNG, shows: '门口' }] };
  assert.equal((await ask('POST', `/public/cases/${id}/words`, shown, { cookie })).status, 200);
  assert.deepEqual(
    (await world.ask('desk', (context) => ticketPage(context, id))).photos.map(({ shows }) => shows),
    ['门口'],
  );
  const consult = await sent({ kind: 'consultation', text: '几点开门?', fields: {} });
  const { owner_id: ownerId } = await ticketNow(world, consult.id);
  const owner = ownerId === world.people.desk ? 'desk' : 'desk2';
  await world.act(owner, answerCustomer, consult.id, answerInput.parse({ text: '八点半' }));
  await world.act(owner, resolveTicket, consult.id, resolveInput.parse({ outcome: '已答复' }));
  await world.act(owner, tellCustomer, consult.id, tellInput.parse({ text: '八点半开门' }));
  const asked = { cookie: consult.cookie };
  const nameless = { solved: true, satisfaction: 5, signature: PNG };
  const unsigned = await ask('POST', `/public/cases/${consult.id}/solved`, nameless, asked);
  assert.equal(unsigned.body.code, 'entry.signer_missing');
  const signed = { ...nameless, signedBy: '林女士' };
  assert.equal((await ask('POST', `/public/cases/${consult.id}/solved`, signed, asked)).status, 200);
  const [given] = (await world.events({ subjectId: consult.id })).filter(({ type }) => type === 'ticket.view_given');
  const file = world.read((tx) =>
    tx
      .selectFrom('file')
      .select(['id', 'shows', 'type'])
      .where('subject_id', '=', consult.id)
      .executeTakeFirstOrThrow(),
  );
  assert.deepEqual(await file, { id: given!.data['signature'], shows: '林女士', type: 'image/png' });
  const bad = { solved: false, satisfaction: 2, text: '来了没人' };
  assert.equal((await ask('POST', `/public/cases/${consult.id}/solved`, bad, asked)).status, 200);
  const again = await ticketNow(world, consult.id);
  assert.deepEqual([again.stage_class, again.reopened_count], ['active', 1]);
});

test('with the code of the desk he follows all of his own, and nobody else’s by any id, link or code [CHAN-21]', async () => {
  const own = await takeInMatter(world, 'help', { title: '帮忙搬物' });
  const other = await takeInMatter(world, 'help', { title: '林家的事', customerId: world.customers.lin });
  const about = await takeInMatter(world, 'customer_file', { fields: { material: 'needs', learnt: '周末在家' } });
  const { body: given, status } = await ask(
    'POST',
    `/customers/${world.customers.chen}/access-code`,
    {},
    { who: 'desk' },
  );
  assert.equal(status, 200);
  assert.equal(
    (await ask('POST', `/customers/${world.customers.chen}/access-code`, {}, { who: 'plumber' })).status,
    403,
  );
  const kept = await world.read((tx) => tx.selectFrom('customer_access').select('hash').execute());
  assert.ok(!JSON.stringify(kept).includes(given.code), 'only its digest is kept');
  const typed = given.code.toLowerCase().replaceAll('-', ' ');
  const { cookie, setCookie } = await enter(typed);
  assert.match(setCookie, /HttpOnly/i);
  assert.match(cookie!, /^hy-world\.customer=/, 'apart from the sessions of whoever works here');
  const { body: list } = await ask('GET', '/public/cases', undefined, { cookie });
  const ids = list.items.map((one: { id: string }) => one.id);
  assert.ok(ids.includes(own.id) && !ids.includes(other.id));
  assert.ok(!ids.includes(about.id), 'what is written about him is not for him');
  assert.equal(list.all, true);
  for (const path of [`/public/cases/${about.id}`, `/public/cases/${other.id}`, `/public/cases/${world.customers.lin}`])
    assert.deepEqual([(await ask('GET', path, undefined, { cookie })).body.code], ['entry.unknown'], path);
  const foreign = await ask('POST', `/public/cases/${other.id}/words`, { text: 'x' }, { cookie });
  assert.equal(foreign.body.code, 'entry.unknown');
  assert.equal((await ask('GET', `/tickets/${own.id}`, undefined, { cookie })).status, 401, 'no way in to the house');
  assert.equal((await enter(given.code)).status, 401, 'a code is good once');
  const linked = await sent();
  assert.equal(
    (await ask('GET', `/public/cases/${own.id}`, undefined, { cookie: linked.cookie })).body.code,
    'entry.unknown',
  );
  assert.equal((await ask('GET', '/public/cases')).status, 401);
  await world.act('desk', revokeAccess, world.customers.chen);
  assert.equal((await ask('GET', '/public/cases', undefined, { cookie })).status, 401, 'revoked, it leads nowhere');
});

test('a customer tied to the matter by the desk finds it among his own; a link ends with its time', async () => {
  const { id, cookie } = await sent();
  const { owner_id: ownerId } = await ticketNow(world, id);
  const owner = ownerId === world.people.desk ? 'desk' : 'desk2';
  await world.act(owner, changeTicket, id, { customerId: world.customers.lin });
  const { body } = await ask('POST', `/customers/${world.customers.lin}/access-code`, {}, { who: 'desk' });
  // both have found it unused before either may use it
  const { entering } = await world.database.transact(world.organisation.schema, async (tx) => {
    await tx.selectFrom('customer_access').select('id').forUpdate().execute();
    const entering = Promise.all([enter(body.code), enter(body.code)]);
    await sleep(300);
    return { entering };
  });
  const both = await entering;
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 401], 'good once for two at once, too');
  const inside = both.find(({ status }) => status === 200)!;
  const { body: list } = await ask('GET', '/public/cases', undefined, { cookie: inside.cookie });
  assert.ok(list.items.some((one: { id: string }) => one.id === id));
  world.at('2026-10-25T09:00+08:00');
  assert.equal((await ask('GET', '/public/cases', undefined, { cookie })).status, 401);
});

test('guessing and flooding are limited, and a staff session lends its rights to neither', async () => {
  const from = '192.0.2.7';
  for (let count = 0; count < 5; count += 1) assert.equal((await enter(`AAAA-BBBB-CCC${count}`, { from })).status, 401);
  assert.equal((await enter('AAAA-BBBB-CCCC', { from })).status, 429);
  for (let count = 0; count < 5; count += 1)
    assert.equal((await ask('POST', '/public/matters', matter(), { from })).status, 201);
  assert.equal((await ask('POST', '/public/matters', matter(), { from })).status, 429);
  const other = await takeInMatter(world, 'help', { customerId: world.customers.zhou });
  const byStaff = await ask('GET', `/public/cases/${other.id}`, undefined, { who: 'leader' });
  assert.equal(byStaff.status, 401);
});
