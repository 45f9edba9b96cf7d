import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sealer } from '../../src/auth/sealing.ts';
import { channelRoutes } from '../../src/channel/routes.ts';
import { wechatTasks } from '../../src/channel/wechat/commands/send.ts';
import { answerConversation } from '../../src/conversation/commands/answer-conversation.ts';
import { answerInput, conversationsQuery } from '../../src/conversation/inputs.ts';
import { listConversations } from '../../src/conversation/list.ts';
import { conversationPage } from '../../src/conversation/page.ts';
import type { Id } from '../../src/kernel/id.ts';
import { newId } from '../../src/kernel/id.ts';
import { DAY, epochOf, HOUR, MINUTE, plus, SECOND } from '../../src/kernel/time.ts';
import type { Desk } from '../desk-server.ts';
import { deskOf } from '../desk-server.ts';
import { worker } from '../outbox-worker.ts';
import type { StandIn } from '../wechat-stand-in.ts';
import { encryptedFor, signatureOf, wechatStandIn } from '../wechat-stand-in.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

const TOKEN = 'QDG6eK';
const AES_KEY = 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C';
const keyed = sealer(async () => 'a key of this test alone, long enough');
const parts = { sealer: keyed, privateAllowed: true };
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let world: World;
let desk: Desk;
let tencent: StandIn;
let account: Id<'channel'>;
let enterprise: Id<'channel'>;
const RECEIVER: Record<string, string> = {};

before(async () => {
  tencent = await wechatStandIn();
  world = await freshWorld();
  desk = await deskOf(world, channelRoutes(parts));
  const keys = { secret: 'app-secret', token: TOKEN, aesKey: AES_KEY };
  account = newId<'channel'>(world.clock.now());
  enterprise = newId<'channel'>(world.clock.now());
  const added = [
    {
      kind: 'wechat',
      id: account,
      name: '公众号',
      address: '回音物业',
      settings: { appId: 'wxapp', url: tencent.url },
      ...keys,
    },
    {
      kind: 'wecom',
      id: enterprise,
      name: '企业微信',
      address: '客服',
      settings: { corpId: 'wwcorp', agentId: 7, url: tencent.url },
      ...keys,
    },
  ];
  for (const body of added) {
    const answer = await desk.send('admin', 'POST', '/channels', body);
    assert.deepEqual([answer.status, answer.body['secret']], [201, null], JSON.stringify(answer.body));
  }
  RECEIVER[account] = 'wxapp';
  RECEIVER[enterprise] = 'wwcorp';
});
after(async () => {
  tencent.close();
  await desk.close();
  await world.drop();
});

const seconds = (at = world.clock.now()) => String(Math.floor(epochOf(at) / SECOND));
const work = () => worker(world, wechatTasks(parts))();
const page = (conversation: Id<'conversation'>) => world.ask('desk', conversationPage, conversation);

/** As Tencent calls, encrypted and signed, or spoilt. */
async function calls(
  channel: Id<'channel'>,
  fields: Record<string, string>,
  over: Partial<{ at: string; sign: string; key: string }> = {},
) {
  const said = Object.entries(fields).map(([name, text]) => `<${name}><![CDATA[${text}]]></${name}>`);
  const sealed = encryptedFor(over.key ?? AES_KEY, `<xml>${said.join('')}</xml>`, RECEIVER[channel]!);
  const at = over.at ?? seconds();
  const sign = over.sign ?? signatureOf(TOKEN, at, 'n', sealed);
  const body = `<xml><ToUserName><![CDATA[gh]]></ToUserName><Encrypt><![CDATA[${sealed}]]></Encrypt></xml>`;
  const query = new URLSearchParams({ msg_signature: sign, timestamp: at, nonce: 'n', encrypt_type: 'aes' }).toString();
  return desk.call(`/hooks/${channel}/wechat?${query}`, body, { 'content-type': 'text/xml' });
}

const text = (from: string, id: string, content = '水管漏水') => ({
  FromUserName: from,
  CreateTime: seconds(),
  MsgType: 'text',
  Content: content,
  MsgId: id,
});

async function conversationOf(from: string): Promise<Id<'conversation'>> {
  const found = await world.ask('desk', listConversations, conversationsQuery.parse({ state: 'all', from }));
  return found.items[0]!.id as Id<'conversation'>;
}

async function answers(conversation: Id<'conversation'>, words: string) {
  const answer = newId<'message'>(world.clock.now());
  await world.act('desk', answerConversation, conversation, answerInput.parse({ id: answer, text: words }));
  world.clock.set(plus(world.clock.now(), 6 * SECOND));
  await work();
  return (await page(conversation)).messages.find((one) => one.id === answer)!;
}

test('Tencent asks whether the address is ours and hears its own words; whoever has not the token hears none', async () => {
  const at = seconds();
  const ask = (channel: string, query: object) =>
    desk.call(
      `/hooks/${channel}/wechat?${new URLSearchParams({ timestamp: at, nonce: 'n', ...query }).toString()}`,
      null,
      {},
    );
  const good = await ask(account, { signature: signatureOf(TOKEN, at, 'n'), echostr: '12345' });
  assert.deepEqual([good.status, good.text], [200, '12345']);
  const sealed = encryptedFor(AES_KEY, '1616140317555161061', 'wwcorp');
  const sign = signatureOf(TOKEN, at, 'n', sealed);
  assert.equal((await ask(enterprise, { msg_signature: sign, echostr: sealed })).text, '1616140317555161061');
  for (const [channel, query] of [
    [account, { signature: signatureOf('x', at, 'n'), echostr: '<script>' }],
    [enterprise, { msg_signature: signatureOf('x', at, 'n', sealed), echostr: sealed }],
  ] as const)
    assert.equal((await ask(channel, query)).body['code'], 'hook.signature_wrong');
});

test('a message that is not signed, too old, of another key or not for us is refused, and nothing is kept', async () => {
  const cases: [string, ReturnType<typeof calls>, number, string][] = [
    ['not signed', calls(account, text('o1', '1'), { sign: signatureOf('x') }), 401, 'hook.signature_wrong'],
    [
      'too old',
      calls(account, text('o1', '1'), { at: seconds(plus(world.clock.now(), -11 * MINUTE)) }),
      401,
      'hook.too_old',
    ],
    ['another key', calls(account, text('o1', '1'), { key: 'A'.repeat(43) }), 422, 'hook.unreadable'],
  ];
  for (const [what, asked, status, code] of cases) {
    const answer = await asked;
    assert.deepEqual([answer.status, answer.body['code']], [status, code], what);
  }
  assert.equal((await world.read((tx) => tx.selectFrom('message').select('id').execute())).length, 0);
});

test('a follower writes by WeChat, is taken in once, sees the answer there; an ended token is asked for anew [CHAN-05]', async () => {
  const said = text('oFollower_1', '9001');
  for (let no = 0; no < 3; no += 1) {
    const answer = await calls(account, said);
    assert.deepEqual([answer.status, answer.text], [200, 'success'], 'they call three times where we are slow');
  }
  const conversation = await conversationOf('ofollower_1');
  const seen = await page(conversation);
  assert.deepEqual([seen.messages.length, seen.channel.kind], [1, 'wechat']);
  assert.notEqual(seen.waitingSince, null, 'how long he has waited is shown');
  assert.equal((await answers(conversation, '师傅下午到。')).state, 'sent');
  const sent = () => tencent.asked.filter(({ path }) => path === '/cgi-bin/message/custom/send');
  assert.deepEqual(sent().at(-1)!.body, { touser: 'oFollower_1', msgtype: 'text', text: { content: '师傅下午到。' } });
  assert.equal((await answers(conversation, '请在家等候。')).state, 'sent');
  assert.equal(tencent.tokens.length, 1, 'one token serves until it ends');
  tencent.endTokens();
  assert.equal((await answers(conversation, '已派单。')).state, 'sent');
  assert.equal(
    sent().filter(({ body }) => body['text'].content === '已派单。').length,
    2,
    'refused, and said again with another',
  );
});

test('what WeChat will not take is said in its words: after 48 hours, too many at once, too long, busy', async () => {
  await calls(account, text('oLate', '9100'));
  const conversation = await conversationOf('olate');
  const path = '/cgi-bin/message/custom/send';
  tencent.says[path] = { errcode: 45015, errmsg: 'response out of time limit' };
  const late = await answers(conversation, '您好。');
  assert.deepEqual([late.state, late.fault], ['failed', '45015 response out of time limit']);
  assert.notEqual((await page(conversation)).waitingSince, null);
  tencent.says[path] = { errcode: 45047, errmsg: 'out of response count limit' };
  assert.equal((await answers(conversation, '您好。')).state, 'failed');
  tencent.says[path] = { errcode: -1, errmsg: 'system error' };
  assert.equal((await answers(conversation, '您好！')).state, 'waiting');
  delete tencent.says[path];
  world.clock.set(plus(world.clock.now(), 2 * MINUTE));
  await work();
  assert.equal((await page(conversation)).messages.at(-1)!.state, 'sent');
  await assert.rejects(answers(conversation, '长'.repeat(683)), { code: 'wechat.too_long' });
});

test('a picture is fetched after it was taken in; one that cannot be had is said so', async () => {
  tencent.media['m1'] = { name: 'm1.jpg', bytes: PNG };
  const picture = (id: string, media: string) => ({
    FromUserName: 'oPicture',
    CreateTime: seconds(),
    MsgType: 'image',
    MediaId: media,
    MsgId: id,
  });
  await calls(account, picture('9200', 'm1'));
  world.clock.set(plus(world.clock.now(), SECOND));
  await calls(account, picture('9201', 'gone'));
  const conversation = await conversationOf('opicture');
  assert.deepEqual(
    (await page(conversation)).messages.map(({ files }) => files.length),
    [0, 0],
  );
  await work();
  const [first, second] = (await page(conversation)).messages;
  assert.deepEqual(
    first!.files.map(({ name, type, size }) => [name, type, size]),
    [['m1.jpg', 'image/png', PNG.length]],
  );
  assert.equal(second!.fault, '40007 invalid media_id');
});

test('the code of a unit tells of which unit he is and nothing more; a customer’s code is his, once, for a day', async () => {
  const place = Object.values(world.places)[0]!;
  const code = (body: object) => desk.send('desk', 'POST', `/channels/${account}/codes`, body);
  const unit = (await code({ placeId: place })).body;
  assert.match(unit['square'], /^data:image\/svg/);
  assert.deepEqual((await code({ placeId: place })).body, unit, 'a unit has one');
  const sceneIn = (url: string) => url.split('/').at(-1)!;
  const scans = (from: string, scene: string, event = 'SCAN') =>
    calls(account, {
      FromUserName: from,
      CreateTime: seconds(),
      MsgType: 'event',
      Event: event,
      EventKey: event === 'SCAN' ? scene : `qrscene_${scene}`,
    });
  await scans('oUnit', sceneIn(unit['url']), 'subscribe');
  await calls(account, text('oUnit', '9300'));
  const seen = await page(await conversationOf('ounit'));
  assert.deepEqual([seen.place!.id, seen.customer], [place, null]);

  const own = (await code({ customerId: world.customers.lin })).body;
  assert.equal(own['until'], plus(world.clock.now(), DAY));
  await calls(account, text('oLin', '9301'));
  await scans('oLin', sceneIn(own['url']));
  assert.equal((await page(await conversationOf('olin'))).customer!.id, world.customers.lin);
  await scans('oThief', sceneIn(own['url']));
  await calls(account, text('oThief', '9302'));
  assert.equal((await page(await conversationOf('othief'))).customer, null, 'used once');
  const late = (await code({ customerId: world.customers.zhou })).body;
  world.clock.set(plus(world.clock.now(), 25 * HOUR));
  await scans('oSlow', sceneIn(late['url']));
  await calls(account, text('oSlow', '9303'));
  assert.equal((await page(await conversationOf('oslow'))).customer, null, 'over');
  assert.equal((await desk.send('plumber', 'POST', `/channels/${account}/codes`, { placeId: place })).status, 403);
});

test('a member of the enterprise writes by WeCom and is answered by its application [CHAN-05]', async () => {
  await calls(enterprise, { ...text('ZhangSan', '77'), AgentID: '7' });
  const conversation = await conversationOf('zhangsan');
  assert.equal((await answers(conversation, '收到。')).state, 'sent');
  const { body } = tencent.asked.findLast(({ path }) => path === '/cgi-bin/message/send')!;
  assert.deepEqual([body['touser'], body['agentid'], body['text']], ['ZhangSan', 7, { content: '收到。' }]);
  tencent.says['/cgi-bin/message/send'] = { invaliduser: 'ZhangSan' };
  assert.equal((await answers(conversation, '收到。')).state, 'failed');
});

test('tried out, it is asked for a token; with a wrong secret it says so, and answers wait', async () => {
  assert.deepEqual((await desk.send('admin', 'POST', `/channels/${account}/test`)).body, {
    receive: null,
    send: { ok: true, said: 'OK' },
  });
  assert.equal((await desk.send('admin', 'PATCH', `/channels/${account}`, { secret: 'wrong' })).status, 200);
  const tried = (await desk.send('admin', 'POST', `/channels/${account}/test`)).body;
  assert.deepEqual(tried['send'], { ok: false, said: '40125 invalid appsecret' });
  assert.equal((await calls(account, text('oLin', '9400'))).status, 200, 'token and key are as they were');
  const waits = await answers(await conversationOf('olin'), '您好。');
  assert.deepEqual([waits.state, waits.fault], ['waiting', '40125 invalid appsecret']);
});
