import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { sealer } from '../../src/auth/sealing.ts';
import { connectorTasks } from '../../src/channel/connector/commands/send.ts';
import { channelRoutes } from '../../src/channel/routes.ts';
import { answerConversation } from '../../src/conversation/commands/answer-conversation.ts';
import { changeGroup } from '../../src/conversation/commands/keep-group.ts';
import { knowCustomer } from '../../src/conversation/commands/know-customer.ts';
import { openFromMessage } from '../../src/conversation/commands/open-from-message.ts';
import { answerInput, conversationsQuery, groupInput, knowInput, openInput } from '../../src/conversation/inputs.ts';
import { listConversations } from '../../src/conversation/list.ts';
import { conversationPage } from '../../src/conversation/page.ts';
import { cancelTicket } from '../../src/ticket/commands/close-ticket.ts';
import { eraseCustomer } from '../../src/customer/commands/erase-customer.ts';
import type { Id } from '../../src/kernel/id.ts';
import { newId } from '../../src/kernel/id.ts';
import { HOUR, MINUTE, plus, SECOND, systemClock } from '../../src/kernel/time.ts';
import { headersOf } from '../../src/webhook/webhook.ts';
import type { Desk } from '../desk-server.ts';
import { deskOf, serverOf } from '../desk-server.ts';
import { clocksAbout, ticketNow } from '../story.ts';
import { goesOut } from '../conversation-world.ts';
import { worker } from '../outbox-worker.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

const keyed = sealer(async () => 'a key of this test alone, long enough');
const parts = { sealer: keyed, privateAllowed: true };
const tasks = connectorTasks(parts);

let world: World;
let desk: Desk;
let id: Id<'channel'>;
let secret: string;
before(async () => {
  world = await freshWorld();
  desk = await deskOf(world, channelRoutes(parts));
  id = newId<'channel'>(world.clock.now());
  const added = await desk.send('admin', 'POST', '/channels', body('http://127.0.0.1:9/'));
  assert.equal(added.status, 201, JSON.stringify(added.body));
  secret = added.body['secret'];
});
after(async () => {
  await desk.close();
  await world.drop();
});

const body = (url: string) => ({
  kind: 'connector',
  id,
  name: '旺旺',
  address: '回音小店',
  settings: { url, touch: 'chat' },
});

type Said = Record<string, unknown>;
const message = (over: Said = {}): Said => ({
  id: newId(world.clock.now()),
  conversation: 'Buyer-1',
  from: { id: 'Buyer-1', name: '小陈' },
  text: '请问今天能发货吗？',
  ...over,
});

/** As a connector calls: signed, or spoilt. */
async function call(path: string, said: Said | string, over: Record<string, string> = {}, by = secret) {
  const text = typeof said === 'string' ? said : JSON.stringify(said);
  const headers = { ...headersOf('call', world.clock.now(), text, [by]), ...over };
  return desk.call(`/hooks/${id}${path}`, text, headers);
}

async function taken(over: Said = {}): Promise<{ conversation: Id<'conversation'>; message: Id<'message'> }> {
  world.clock.set(plus(world.clock.now(), SECOND));
  const answer = await call('', message(over));
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  const found = answer.body['message'] as Id<'message'>;
  const { conversation_id } = await world.read((tx) =>
    tx.selectFrom('message').select('conversation_id').where('id', '=', found).executeTakeFirstOrThrow(),
  );
  return { conversation: conversation_id, message: found };
}

const page = (conversation: Id<'conversation'>) => world.ask('desk', conversationPage, conversation);

async function answers(conversation: Id<'conversation'>, text: string, over: object = {}): Promise<Id<'message'>> {
  const answer = newId<'message'>(world.clock.now());
  await world.act('desk', answerConversation, conversation, answerInput.parse({ id: answer, text, ...over }));
  world.clock.set(plus(world.clock.now(), 11 * SECOND));
  return answer;
}

const work = () => worker(world, tasks)();

test('what is not signed by the connector just now, or is not of the form, is refused and nothing is kept', async () => {
  const now = world.clock.now();
  const old = headersOf('call', plus(now, -6 * MINUTE), JSON.stringify(message()), [secret]);
  const cases: [string, Promise<{ status: number; body: Said }>, number, string][] = [
    [
      'another secret',
      call('', message(), {}, `whsec_${Buffer.alloc(32).toString('base64')}`),
      401,
      'hook.signature_wrong',
    ],
    ['no signature', call('', message(), { 'webhook-id': '' }), 401, 'hook.unsigned'],
    ['sent long ago', call('', message(), old), 401, 'hook.too_old'],
    ['an hour ahead', call('', message(), headersOf('call', plus(now, HOUR), '', [secret])), 401, 'hook.too_old'],
    ['no JSON', call('', '{'), 422, 'hook.unreadable'],
    ['nothing said', call('', message({ text: ' ' })), 422, 'hook.malformed'],
    ['something unknown', call('', message({ customerId: world.customers.lin })), 422, 'hook.malformed'],
    ['another form', call('', message({ files: [{ base64: '%' }] })), 422, 'hook.malformed'],
    ['another channel', desk.call(`/hooks/${newId(now)}`, '{}', {}), 404, 'channel.unknown'],
    ['a report of nothing', call('/reports', { message: newId(now), state: 'delivered' }), 404, 'message.unknown'],
  ];
  for (const [what, asked, status, code] of cases) {
    const answer = await asked;
    assert.deepEqual([answer.status, answer.body['code']], [status, code], what);
  }
  const large = await call('', message({ files: [{ base64: 'A'.repeat(15 * 1024 * 1024) }] }));
  assert.deepEqual([large.status, large.body['code']], [413, 'body.too_large']);
  assert.equal((await world.read((tx) => tx.selectFrom('message').select('id').execute())).length, 0);
});

test('the same message handed in at once and again is taken in once, with its files; the next goes on with its thread', async () => {
  const said = message({ files: [{ name: 'photo.png', base64: 'iVBORw0KGgo=' }] });
  const all = await Promise.all([call('', said), call('', said), call('', said)]);
  assert.deepEqual(
    all.map(({ status }) => status),
    [200, 200, 200],
  );
  assert.equal(new Set(all.map(({ body: { message: one } }) => one)).size, 1);
  assert.equal(all.filter(({ body: { before } }) => before === false).length, 1);
  const { conversation } = await taken({ text: '在吗？' });
  const seen = await page(conversation);
  assert.deepEqual(
    seen.messages.map(({ text, files, author }) => [text, files.map(({ name }) => name), author.address]),
    [
      ['请问今天能发货吗？', ['photo.png'], 'Buyer-1'],
      ['在吗？', [], 'Buyer-1'],
    ],
  );
  assert.notEqual(seen.waitingSince, null);
  const touches = await world.read((tx) => tx.selectFrom('contact').select('channel').execute());
  assert.deepEqual([...new Set(touches.map(({ channel }) => channel))], ['chat'], 'as its settings say');
});

test('a thread that is no group is shown to nobody else: another who writes there is refused', async () => {
  const other = await call('', message({ from: { id: 'buyer-1', name: '小陈' } }));
  assert.deepEqual([other.status, other.body['code']], [409, 'hook.of_another']);
});

test('nobody is believed to be a customer: somebody here says who it is, and then he is known on this channel', async () => {
  const first = await taken({ conversation: 'w', from: { id: 'w', name: '王芳' } });
  assert.equal((await page(first.conversation)).customer, null);
  const known = knowInput.parse({ customerId: world.customers.lin });
  await world.act('desk', knowCustomer, first.conversation, known);
  const next = await taken({ conversation: 'w2', from: { id: 'w', name: 'x' } });
  assert.equal((await page(next.conversation)).customer!.id, world.customers.lin);
  await world.act('desk', knowCustomer, next.conversation, knowInput.parse({ customerId: null }));
  const last = await taken({ conversation: 'w3', from: { id: 'w', name: 'x' } });
  assert.equal((await page(last.conversation)).customer, null);
});

/** The example of the documentation, run as it stands there. */
async function example(hook: string, by: string): Promise<{ url: string; process: ChildProcess }> {
  const port = String(20_000 + (process.pid % 20_000));
  const file = join(import.meta.dirname, '../../docs/examples/connector.mjs');
  const child = spawn(process.execPath, [file], {
    env: { PORT: port, HOOK: hook, SECRET: by },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout!, 'data');
  return { url: `http://127.0.0.1:${port}`, process: child };
}

test('through the example of the documentation: a shop’s buyer asks, is answered the way he wrote, and it is told delivered [CHAN-05] [CHAN-06]', async (t) => {
  // the example goes by the clock of its machine
  const former = world.clock.now();
  world.clock.set(systemClock.now());
  const server: FastifyInstance = await serverOf(world, channelRoutes(parts));
  const address = await server.listen({ host: '127.0.0.1', port: 0 });
  const connector = await example(`${address}/api/hooks/${id}`, secret);
  t.after(async () => {
    connector.process.kill();
    await server.close();
    world.clock.set(former);
  });
  const url = `${connector.url}/`;
  assert.equal(
    (await desk.send('admin', 'PATCH', `/channels/${id}`, { settings: { url, touch: 'chat' } })).status,
    200,
  );
  const tried = (await desk.send('admin', 'POST', `/channels/${id}/test`)).body;
  assert.deepEqual(tried, { receive: null, send: { ok: true, said: 'OK' } });

  const written = await fetch(`${url}write`, {
    method: 'POST',
    body: JSON.stringify({ from: 'buyer-7', text: '宝贝什么时候发货？', id: 'tb-1' }),
  });
  assert.equal(written.status, 200);
  const { items } = await world.ask('desk', listConversations, conversationsQuery.parse({ from: 'BUYER-7' }));
  const line = items[0]!;
  assert.deepEqual([line.correspondent.address, line.excerpt], ['buyer-7', '宝贝什么时候发货？']);
  assert.notEqual(line.waitingSince, null, 'how long he has waited is shown');
  const conversation = line.id as Id<'conversation'>;
  const { messages } = await page(conversation);
  const ticket = await world.act(
    'desk',
    openFromMessage,
    conversation,
    openInput.parse({
      messageIds: [messages[0]!.id],
      purpose: 'consultation',
      ticket: { kind: 'consultation', title: '发货时间', fields: { question: '何时发货' } },
    }),
  );
  const answer = newId<'message'>(world.clock.now());
  const said = answerInput.parse({ id: answer, text: '您好，今天下午四点前发出。' });
  await world.act('desk', answerConversation, conversation, said);
  world.clock.set(plus(world.clock.now(), 6 * SECOND));
  await work();
  await work();
  const read = await (await fetch(`${url}read`)).json();
  assert.deepEqual(read, [{ to: 'buyer-7', text: '您好，今天下午四点前发出。' }]);
  const sent = async () => (await page(conversation)).messages.find((one) => one.id === answer)!;
  for (let no = 0; (await sent()).deliveredAt === null && no < 100; no += 1)
    await new Promise((go) => setTimeout(go, 20));
  assert.deepEqual([(await sent()).state, (await sent()).deliveredAt !== null], ['sent', true]);
  assert.equal((await clocksAbout(world, conversation))[0]!.state, 'kept');
  assert.notEqual((await ticketNow(world, ticket)).answered_at, null);
});

test('a report of failure brings the conversation back among those that wait, once', async () => {
  const { conversation } = await taken({ conversation: 'f', from: { id: 'f' } });
  const answer = await answers(conversation, '好的。');
  assert.ok(await goesOut(world, answer));
  assert.equal((await page(conversation)).waitingSince, null);
  for (let no = 0; no < 2; no += 1)
    assert.equal((await call('/reports', { message: answer, state: 'failed', fault: '对方已拉黑' })).status, 200);
  const seen = await page(conversation);
  const failed = seen.messages.find((one) => one.id === answer)!;
  assert.deepEqual([failed.state, failed.fault], ['bounced', '对方已拉黑']);
  assert.notEqual(seen.waitingSince, null);
});

test('a connector that is away is tried again; one inside a private network is not called where that is not allowed', async () => {
  await desk.send('admin', 'PATCH', `/channels/${id}`, { settings: { url: 'http://127.0.0.1:9/', touch: 'chat' } });
  const { conversation } = await taken({ conversation: 'a', from: { id: 'a' } });
  const answer = await answers(conversation, '好的。');
  await work();
  const waits = (await page(conversation)).messages.find((one) => one.id === answer)!;
  assert.deepEqual([waits.state, waits.fault], ['waiting', 'ECONNREFUSED']);
  const { items } = (await desk.get('admin', '/channels')).body as { items: Record<string, any>[] };
  assert.equal(items[0]!['state'].sendFault, 'ECONNREFUSED');
  assert.doesNotMatch(JSON.stringify(items), /whsec_/);
  const strict = connectorTasks({ sealer: keyed, privateAllowed: false });
  world.clock.set(plus(world.clock.now(), 2 * MINUTE));
  await world.act(null, strict['connector.send']!, { message: answer });
  assert.equal((await page(conversation)).messages.find((one) => one.id === answer)!.fault, 'private_address');
});

test('a question asked in a customers’ group becomes a matter of whoever asked, and its answer goes back into the group [CHAN-09]', async () => {
  const group = {
    name: '3 栋业主群',
    members: [
      { id: 'm-wang', name: '王姐' },
      { id: 'm-li', name: '老李' },
      { id: 'm-guan', name: '管家小梅', sort: 'staff' },
    ],
  };
  const room = { conversation: 'room-3', group };
  const first = await taken({ ...room, from: { id: 'm-wang', name: '王姐' }, text: '电梯怎么又停了？' });
  await taken({ ...room, from: { id: 'm-li', name: '老李' }, text: '垃圾几点收？' });
  const { conversation } = first;
  const seen = await page(conversation);
  assert.deepEqual([seen.correspondent.name, seen.group], ['3 栋业主群', { sort: 'customer', tone: null }]);
  assert.deepEqual(
    seen.messages.map(({ author, text }) => `${author.name}：${text}`),
    ['王姐：电梯怎么又停了？', '老李：垃圾几点收？'],
  );
  assert.deepEqual(
    seen.members.map(({ name, sort }) => [name, sort]),
    [
      ['王姐', 'customer'],
      ['老李', 'customer'],
      ['管家小梅', 'staff'],
    ],
  );
  const wang = seen.members.find(({ name }) => name === '王姐')!;
  const known = { customerId: world.customers.lin, memberId: wang.id };
  await world.act('desk', knowCustomer, conversation, knowInput.parse(known));
  const tone = groupInput.parse({ tone: 'friendly', members: [{ id: seen.members[1]!.id, sort: 'other' }] });
  await world.act('desk', changeGroup, conversation, tone);
  const ticket = await world.act(
    'desk',
    openFromMessage,
    conversation,
    openInput.parse({
      messageIds: [first.message],
      purpose: 'complaint',
      ticket: { kind: 'consultation', title: '电梯停运', fields: { question: '电梯为何停运' } },
    }),
  );
  const opened = await ticketNow(world, ticket);
  assert.deepEqual([opened.customer_id, opened.caller_name], [world.customers.lin, '王姐']);
  await taken({ ...room, from: { id: 'm-li', name: '老李' }, text: '我家灯也坏了' });
  const later = (await page(conversation)).messages.at(-1)!;
  assert.deepEqual(later.tickets, [], 'another’s words are not hers');

  const toOther = await answers(conversation, '晚上八点收。', { answers: later.id });
  assert.ok(await goesOut(world, toOther));
  assert.equal((await ticketNow(world, ticket)).answered_at, null, 'an answer to another is none to her');
  const posted: Said[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const piece of request) text += String(piece);
    posted.push(JSON.parse(text) as Said);
    response.end();
  });
  await new Promise<void>((go) => server.listen(0, '127.0.0.1', go));
  const url = `http://127.0.0.1:${(server.address() as { port: number }).port}/`;
  await desk.send('admin', 'PATCH', `/channels/${id}`, { settings: { url, touch: 'chat' } });
  await answers(conversation, '正在检修，一小时内恢复。', { answers: first.message });
  await work();
  server.close();
  const back = posted.find(({ text }) => text === '正在检修，一小时内恢复。')!;
  assert.deepEqual([back['conversation'], back['group'], back['to']], ['room-3', true, null]);
  assert.notEqual((await ticketNow(world, ticket)).answered_at, null);

  await taken({ ...room, group: { ...group, members: group.members.slice(0, 2) }, from: { id: 'm-li', name: '老李' } });
  const now = await page(conversation);
  assert.deepEqual(now.group, { sort: 'customer', tone: 'friendly' });
  assert.deepEqual(
    now.members.map(({ name, sort, leftAt, customer }) => [name, sort, leftAt !== null, customer?.id ?? null]),
    [
      ['王姐', 'customer', false, world.customers.lin],
      ['老李', 'other', false, null],
      ['管家小梅', 'staff', true, null],
    ],
    'what was said of a member here stands; whoever is not named has left',
  );
});

test('in a group of our own people nothing is owed, and a matter may still come of it [CHAN-09]', async () => {
  const group = { name: '工程组', internal: true };
  const { conversation, message: one } = await taken({
    conversation: 'inside',
    group,
    from: { id: 'gong', name: '龚师傅' },
    text: '2 号泵有异响',
  });
  const seen = await page(conversation);
  assert.deepEqual(
    [seen.group!.sort, seen.waitingSince, seen.clock, seen.members[0]!.sort],
    ['internal', null, null, 'staff'],
  );
  assert.deepEqual(await clocksAbout(world, conversation), []);
  const input = {
    messageIds: [one],
    purpose: 'other',
    ticket: { kind: 'consultation', title: '水泵', fields: { question: '异响' } },
  };
  const ticket = await world.act('desk', openFromMessage, conversation, openInput.parse(input));
  assert.equal((await ticketNow(world, ticket)).caller_name, '龚师傅');
});

test('erasing a customer takes what he said in groups, his place among their members and the bindings of his addresses', async () => {
  const open = await world.read((tx) =>
    tx.selectFrom('ticket').select('id').where('customer_id', '=', world.customers.lin).execute(),
  );
  for (const { id: ticket } of open)
    await world.act('supervisor', cancelTicket, ticket, { as: 'withdrawn', reason: '已解决' });
  await world.act('manager', eraseCustomer, world.customers.lin, { reason: 'asked_by_customer' });
  const { items } = await world.ask(
    'desk',
    listConversations,
    conversationsQuery.parse({ state: 'all', from: 'room-3' }),
  );
  const seen = await page(items[0]!.id as Id<'conversation'>);
  assert.deepEqual(
    seen.members.map(({ name }) => name),
    ['老李', '管家小梅'],
  );
  assert.doesNotMatch(JSON.stringify(seen), /王姐|电梯怎么又停了/);
  assert.match(JSON.stringify(seen), /垃圾几点收/, 'what others said stays');
});

test('off, it says so to the connector; with another secret the former is good for nothing; ended, it is not there', async () => {
  await desk.send('admin', 'PATCH', `/channels/${id}`, { on: false });
  assert.equal((await call('', message())).body['code'], 'channel.off');
  await desk.send('admin', 'PATCH', `/channels/${id}`, { on: true });
  const renewed = await desk.send('admin', 'POST', `/channels/${id}/secret`);
  assert.equal((await call('', message())).body['code'], 'hook.signature_wrong');
  secret = renewed.body['secret'];
  assert.equal((await call('', message())).status, 200);
  assert.equal((await desk.send('admin', 'PATCH', `/channels/${id}`, { settings: {} })).status, 422);
  assert.equal((await desk.send('admin', 'POST', `/channels/${id}/end`)).status, 200);
  assert.equal((await call('', message())).body['code'], 'channel.unknown');
});
