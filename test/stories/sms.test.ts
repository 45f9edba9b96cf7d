import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { sealer } from '../../src/auth/sealing.ts';
import { channelRoutes } from '../../src/channel/routes.ts';
import { smsTasks } from '../../src/channel/sms/commands/send.ts';
import { segmentsOf } from '../../src/channel/sms/segments.ts';
import { requestOf, saysStart, saysStop, smsSettings } from '../../src/channel/sms/sms.ts';
import { answerConversation } from '../../src/conversation/commands/answer-conversation.ts';
import { knowCustomer } from '../../src/conversation/commands/know-customer.ts';
import { answerInput, conversationsQuery, knowInput } from '../../src/conversation/inputs.ts';
import { listConversations } from '../../src/conversation/list.ts';
import { conversationPage } from '../../src/conversation/page.ts';
import type { Id } from '../../src/kernel/id.ts';
import { newId } from '../../src/kernel/id.ts';
import { plus, SECOND } from '../../src/kernel/time.ts';
import type { Desk } from '../desk-server.ts';
import { deskOf } from '../desk-server.ts';
import { worker } from '../outbox-worker.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

describe('as how many text messages a text goes', () => {
  const cases: [string, string, number, number][] = [
    ['', 'gsm7', 0, 160],
    ['a'.repeat(160), 'gsm7', 1, 0],
    ['a'.repeat(161), 'gsm7', 2, 145],
    ['€'.repeat(80), 'gsm7', 1, 0],
    [`${'a'.repeat(152)}€${'a'.repeat(20)}`, 'gsm7', 2, 131],
    ['水'.repeat(70), 'ucs2', 1, 0],
    ['水'.repeat(71), 'ucs2', 2, 63],
    [`${'水'.repeat(66)}😀${'水'.repeat(10)}`, 'ucs2', 2, 55],
    ['ç', 'ucs2', 1, 69],
  ];
  for (const [text, encoding, segments, left] of cases)
    test(`${text.length} signs of ${encoding}`, () => assert.deepEqual(segmentsOf(text), { encoding, segments, left }));
});

test('what says stop, and what only holds the word', () => {
  for (const text of ['STOP', ' stop. ', '退订', 'TD', 'T', '「退訂」', 'ＴＤ']) assert.ok(saysStop(text), text);
  for (const text of ['请不要停', 'stop the noise', '退订报纸', 'N栋漏水']) assert.ok(!saysStop(text), text);
  assert.ok(saysStart('订阅') && !saysStart('订阅费'));
});

const template = '{"mobile":"{local}","content":"{text}","uid":"{id}","key":"{secret}"}';
const settings = (url: string) => ({
  url,
  format: 'json',
  template,
  headers: { 'X-Key': '{secret}' },
  accepted: { path: 'code', value: '0' },
  reference: 'data.smsid',
  incoming: { from: 'mobile', text: 'content', id: 'msgid' },
  report: { message: 'smsid', state: 'status', delivered: 'DELIVRD', fault: 'err' },
  reply: 'success',
});

test('no value becomes more of the body than a value, and a template that gives no JSON is refused', () => {
  const values = { to: '+86', local: '1', text: '"},"x":{"\n&a=b', id: 'i', secret: 's"\r\nX: y' };
  const { body, headers } = requestOf(smsSettings.parse(settings('https://gw.example')), values);
  assert.deepEqual(JSON.parse(body), { mobile: '1', content: values.text, uid: 'i', key: values.secret });
  assert.equal((headers as Record<string, string>)['X-Key'], 's"X: y');
  const form = { ...settings('https://gw.example'), format: 'form', template: 'm={to}&t={text}' };
  assert.equal(new URLSearchParams(requestOf(smsSettings.parse(form), values).body).get('t'), values.text);
  assert.equal(smsSettings.safeParse({ ...settings('https://gw.example'), template: '{text}' }).success, false);
});

let world: World;
let desk: Desk;
let gateway: Server;
let id: Id<'channel'>;
let token: string;
let says: object = { code: 0, data: { smsid: 'g-1' } };
const heard: { body: Record<string, string>; headers: Record<string, unknown> }[] = [];
const keyed = sealer(async () => 'a key of this test alone, long enough');
const parts = { sealer: keyed, privateAllowed: true };

before(async () => {
  gateway = createServer(async (request, response) => {
    let text = '';
    for await (const piece of request) text += String(piece);
    heard.push({ body: JSON.parse(text) as Record<string, string>, headers: request.headers });
    response.end(JSON.stringify(says));
  });
  await new Promise<void>((go) => gateway.listen(0, '127.0.0.1', go));
  world = await freshWorld();
  desk = await deskOf(world, channelRoutes(parts));
  id = newId<'channel'>(world.clock.now());
  const url = `http://127.0.0.1:${(gateway.address() as { port: number }).port}/send`;
  const body = { kind: 'sms', id, name: '短信', address: '106900', settings: settings(url), secret: 'gw-key' };
  const added = await desk.send('admin', 'POST', '/channels', body);
  assert.equal(added.status, 201, JSON.stringify(added.body));
  token = added.body['secret'];
});
after(async () => {
  gateway.close();
  await desk.close();
  await world.drop();
});

const work = () => worker(world, smsTasks(parts))();
const page = (conversation: Id<'conversation'>) => world.ask('desk', conversationPage, conversation);

async function comes(said: Record<string, string>, by = token) {
  world.clock.set(plus(world.clock.now(), SECOND));
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return desk.call(`/hooks/${id}/sms?token=${by}`, new URLSearchParams(said).toString(), headers);
}

const conversationOf = async (number: string): Promise<Id<'conversation'>> => {
  const found = await world.ask('desk', listConversations, conversationsQuery.parse({ state: 'all', from: number }));
  return found.items[0]!.id as Id<'conversation'>;
};

async function answers(conversation: Id<'conversation'>, text: string): Promise<Id<'message'>> {
  const answer = newId<'message'>(world.clock.now());
  await world.act('desk', answerConversation, conversation, answerInput.parse({ id: answer, text }));
  world.clock.set(plus(world.clock.now(), 11 * SECOND));
  await work();
  return answer;
}

test('a text message comes in by its token alone, once, from whoever has the number; the answer goes through the gateway, which reports', async () => {
  for (const [by, code] of [
    ['', 'hook.token_wrong'],
    ['x'.repeat(43), 'hook.token_wrong'],
  ] as const)
    assert.equal((await comes({ mobile: '13812345678', content: '漏水', msgid: '1' }, by)).body['code'], code);
  for (let no = 0; no < 2; no += 1) {
    const came = await desk.call(`/hooks/${id}/sms?token=${token}&mobile=138-1234-5678&content=漏水&msgid=1`, null, {});
    assert.deepEqual([came.status, came.text], [200, 'success']);
  }
  const conversation = await conversationOf('13812345678');
  const { messages, correspondent } = await page(conversation);
  assert.deepEqual([messages.length, correspondent.address], [1, '+8613812345678']);
  await world.act('desk', knowCustomer, conversation, knowInput.parse({ customerId: world.customers.lin }));
  const phones = await world.read((tx) =>
    tx.selectFrom('customer_phone').select('digits').where('customer_id', '=', world.customers.lin).execute(),
  );
  assert.ok(
    phones.some(({ digits }) => digits === '+8613812345678'),
    'known by it the next time',
  );

  const answer = await answers(conversation, '师傅下午到。"');
  assert.deepEqual(heard.at(-1)!.body, { mobile: '13812345678', content: '师傅下午到。"', uid: answer, key: 'gw-key' });
  assert.equal(heard.at(-1)!.headers['x-key'], 'gw-key');
  const stateOf = async () => (await page(conversation)).messages.find((one) => one.id === answer)!;
  assert.equal((await stateOf()).state, 'sent');
  const report = (said: object) =>
    desk.call(`/hooks/${id}/sms-reports`, JSON.stringify(said), { authorization: `Bearer ${token}` });
  assert.equal((await report({ smsid: 'g-0', status: 'DELIVRD' })).body['code'], 'message.unknown');
  assert.equal((await report({ smsid: 'g-1', status: 'DELIVRD' })).status, 200);
  assert.notEqual((await stateOf()).deliveredAt, null);
  assert.equal((await report({ smsid: answer, status: 'UNDELIV', err: '空号' })).status, 200);
  assert.deepEqual([(await stateOf()).state, (await stateOf()).fault], ['bounced', '空号']);
});

test('what the gateway refuses is refused for good, and a text of too many parts never leaves', async () => {
  await comes({ mobile: '13911112222', content: '你好', msgid: '7' });
  const conversation = await conversationOf('13911112222');
  says = { code: 15, msg: '余额不足' };
  const answer = await answers(conversation, '好的。');
  const failed = (await page(conversation)).messages.find((one) => one.id === answer)!;
  assert.equal(failed.state, 'failed');
  assert.match(failed.fault!, /余额不足/);
  says = { code: 0 };
  await assert.rejects(answers(conversation, '长'.repeat(671)), { code: 'sms.too_long' });
});

test('whoever says stop has no more, not even what was written before, until he says start', async () => {
  await comes({ mobile: '13933334444', content: '几点上班？', msgid: '20' });
  const conversation = await conversationOf('13933334444');
  const early = newId<'message'>(world.clock.now());
  await world.act('desk', answerConversation, conversation, answerInput.parse({ id: early, text: '九点。' }));
  await comes({ mobile: '13933334444', content: '退订', msgid: '21' });
  const before = heard.length;
  world.clock.set(plus(world.clock.now(), 11 * SECOND));
  await work();
  assert.equal(heard.length, before);
  const seen = await page(conversation);
  assert.equal(seen.messages.find((one) => one.id === early)!.state, 'failed');
  assert.equal(seen.can['answer']!.code, 'conversation.opted_out');
  await assert.rejects(answers(conversation, '您好。'), { code: 'conversation.opted_out' });
  await comes({ mobile: '13933334444', content: '订阅', msgid: '22' });
  await answers(conversation, '您好。');
  assert.equal(heard.length, before + 1);
});

test('another token ends the former at once, and what the gateway is asked with stays', async () => {
  const renewed = await desk.send('admin', 'POST', `/channels/${id}/secret`);
  assert.equal((await comes({ mobile: '13955556666', content: '喂', msgid: '30' })).body['code'], 'hook.token_wrong');
  token = renewed.body['secret'];
  assert.equal((await comes({ mobile: '13955556666', content: '喂', msgid: '30' })).status, 200);
  await answers(await conversationOf('13955556666'), '您好。');
  assert.equal(heard.at(-1)!.body['key'], 'gw-key');
  assert.equal((await desk.send('admin', 'POST', `/channels/${id}/test`)).body['code'], 'channel.no_trial');
});
