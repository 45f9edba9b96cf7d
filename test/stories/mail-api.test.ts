import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { after, before, test } from 'node:test';
import { sealer } from '../../src/auth/sealing.ts';
import { channels } from '../../src/channel/channels.ts';
import { takeInMail } from '../../src/channel/mail/commands/take-in-mail.ts';
import { mailTasks } from '../../src/channel/mail/commands/send-mail.ts';
import { parseMail } from '../../src/channel/mail/parse.ts';
import { channelRoutes } from '../../src/channel/routes.ts';
import { openSecret } from '../../src/channel/secret.ts';
import { answerConversation } from '../../src/conversation/commands/answer-conversation.ts';
import { answerInput } from '../../src/conversation/inputs.ts';
import { conversationPage } from '../../src/conversation/page.ts';
import { messageRoutes } from '../../src/conversation/routes-messages.ts';
import type { Id } from '../../src/kernel/id.ts';
import { newId } from '../../src/kernel/id.ts';
import type { Instant } from '../../src/kernel/time.ts';
import { between, HOUR, plus, SECOND } from '../../src/kernel/time.ts';
import type { Handed } from '../../src/platform/outward/handed.ts';
import type { Letter } from '../../src/platform/mail/smtp.ts';
import { trySmtp } from '../../src/platform/mail/smtp.ts';
import type { Desk } from '../desk-server.ts';
import { deskOf } from '../desk-server.ts';
import { CORPUS, plainMail } from '../mails.ts';
import { worker } from '../outbox-worker.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

let world: World;
let desk: Desk;
let id: Id<'channel'>;
const keyed = sealer(async () => 'a key of this test alone, long enough');
before(async () => {
  world = await freshWorld();
  desk = await deskOf(world, [
    ...channelRoutes({ sealer: keyed, privateAllowed: false }),
    ...messageRoutes({ database: world.database }),
  ]);
  id = newId<'channel'>(world.clock.now());
});
after(async () => {
  await desk.close();
  await world.drop();
});

const server = { host: '127.0.0.1', port: 1, secure: 'none' };
const body = () => ({
  kind: 'mail',
  id,
  name: '服务邮箱',
  address: 'Service@huiyin.example',
  settings: { imap: server, smtp: server, user: 'service', auth: 'password' },
  secret: 'geheim',
});
const channel = async () => (await world.read((tx) => channels({ tx }))).get(id)!;

test('a mailbox is added, listed, changed, tried and ended; its secret is told to nobody and sealed', async () => {
  assert.equal((await desk.send('desk', 'POST', '/channels', body())).status, 403);
  assert.equal((await desk.send('admin', 'POST', '/channels', body())).status, 201);
  assert.equal((await desk.send('admin', 'POST', '/channels', body())).status, 201, 'the same id again adds nothing');
  const twin = { ...body(), id: newId(world.clock.now()), address: 'service@HUIYIN.example' };
  assert.equal((await desk.send('admin', 'POST', '/channels', twin)).body['code'], 'channel.address_taken');
  const { items } = (await desk.get('admin', '/channels')).body as { items: Record<string, any>[] };
  assert.equal(items.length, 1);
  assert.deepEqual(items[0]!['settings'], { ...body().settings });
  assert.deepEqual(items[0]!['state'], {
    checkedAt: null,
    failingSince: null,
    fault: null,
    sendFailingSince: null,
    sendFault: null,
  });
  assert.doesNotMatch(JSON.stringify(items), /geheim/);
  const rows = JSON.stringify(await world.read((tx) => tx.selectFrom('channel').selectAll().execute()));
  assert.doesNotMatch(rows, /geheim/);
  const before = await openSecret(keyed, world.organisation, await channel());
  assert.equal((await desk.send('admin', 'PATCH', `/channels/${id}`, { secret: 'neu', on: false })).status, 200);
  const after = await openSecret(keyed, world.organisation, await channel());
  assert.deepEqual(
    [after.secret, after.replyKey],
    ['neu', before.replyKey],
    'answers to what was sent before still find home',
  );
  assert.notEqual((await channel()).off_at, null);
  const tried = (await desk.send('admin', 'POST', `/channels/${id}/test`)).body;
  assert.equal(tried['receive'].ok, false);
  assert.match(tried['receive'].said, /ECONNREFUSED/);
  assert.match(tried['send'].said, /ECONNREFUSED/);
  assert.equal((await desk.send('admin', 'PATCH', `/channels/${id}`, { on: true })).status, 200);
  assert.equal((await desk.send('desk', 'POST', `/channels/${id}/end`)).status, 403);
});

async function takenIn(raw: Buffer, uid: number): Promise<Id<'message'>> {
  const offered = { uidValidity: 1, uid, arrived: world.clock.now(), raw };
  const mail = await parseMail(raw, await channel());
  return (await world.act(null, takeInMail, await channel(), Buffer.from('key'), offered, mail))!;
}

test('a message is shown as a page that can do nothing, and had byte for byte; by nobody who may not see it', async () => {
  const message = await takenIn(CORPUS[1]!, 1);
  const shown = await desk.take('desk', 'GET', `/messages/${message}/html`);
  const page = shown.bytes.toString();
  assert.equal(shown.status, 200);
  assert.match(
    String(shown.headers['content-security-policy']),
    /default-src 'none'.*img-src data:;.*frame-ancestors 'self'; sandbox allow-popups/,
  );
  assert.equal(shown.headers['x-frame-options'], 'SAMEORIGIN');
  assert.equal(shown.headers['cache-control'], 'no-store');
  assert.match(page, /<b>在这里<\/b> <img src="data:image\/png;base64,iVBOR/);
  assert.doesNotMatch(page, /script|tracker/);
  const asked = await desk.take('desk', 'GET', `/messages/${message}/html?images=1`);
  assert.match(asked.bytes.toString(), /https:\/\/tracker\.example/);
  assert.match(String(asked.headers['content-security-policy']), /img-src data: https: http:/);
  const raw = await desk.take('desk', 'GET', `/messages/${message}/raw`);
  assert.equal(raw.bytes.compare(CORPUS[1]!), 0);
  assert.match(String(raw.headers['content-disposition']), /^attachment; filename="Photo\.eml"/);
  assert.match(String(raw.headers['content-type']), /^message\/rfc822/);
  for (const path of ['html', 'raw']) {
    const refused = await desk.take('plumber', 'GET', `/messages/${message}/${path}`);
    assert.ok([403, 404].includes(refused.status), `${refused.status}`);
  }
});

const letters: Letter[] = [];
let says: Handed = { as: 'taken' };
const tasks = mailTasks({
  sealer: keyed,
  handOver: async (_server, letter) => {
    letters.push(letter);
    return says;
  },
});

const work = () => worker(world, { 'mail.send': tasks['mail.send']! })();

async function answered(
  from: string,
  uid: number,
): Promise<{ conversation: Id<'conversation'>; message: Id<'message'> }> {
  const message = await takenIn(plainMail({ from, id: `<${uid}@example.com>`, text: `${uid}` }), uid);
  const { conversation_id: conversation } = await world.read((tx) =>
    tx.selectFrom('message').select('conversation_id').where('id', '=', message).executeTakeFirstOrThrow(),
  );
  const answer = newId<'message'>(world.clock.now());
  await world.act('desk', answerConversation, conversation, answerInput.parse({ id: answer, text: '好的。' }));
  world.clock.set(plus(world.clock.now(), 11 * SECOND));
  return { conversation, message: answer };
}

const stateOf = async ({ conversation, message }: Awaited<ReturnType<typeof answered>>) =>
  (await world.ask('desk', conversationPage, conversation)).messages.find((one) => one.id === message)!;

test('a server that is away: tried again later and later for a day under one name, then failed; the mailbox says why', async () => {
  const one = await answered('later@example.com', 10);
  says = { as: 'closed', said: 'ECONNREFUSED' };
  letters.length = 0;
  const waits: number[] = [];
  const began = world.clock.now();
  while ((await stateOf(one)).state === 'waiting') {
    const tried = world.clock.now();
    await work();
    const sendAt = (await stateOf(one)).sendAt as Instant | null;
    if (sendAt === null) break;
    waits.push(between(tried, sendAt) / 60_000);
    world.clock.set(sendAt);
  }
  assert.deepEqual(waits.slice(0, 4), [1, 5, 15, 60]);
  const hours = between(began, world.clock.now()) / HOUR;
  assert.ok(hours > 20 && hours <= 24.1, `${hours} hours`);
  assert.equal((await stateOf(one)).state, 'failed');
  assert.deepEqual([...new Set(letters.map(({ messageId }) => messageId))], [`<${one.message}@huiyin.example>`]);
  const { items } = (await desk.get('admin', '/channels')).body as { items: Record<string, any>[] };
  assert.equal(items[0]!['state'].sendFault, 'ECONNREFUSED');
});

test('refused for good is failed at once; taken is sent, and the mailbox is well again', async () => {
  const refused = await answered('refused@example.com', 20);
  says = { as: 'refused', said: '550 no such user' };
  await work();
  assert.deepEqual([(await stateOf(refused)).state, (await stateOf(refused)).fault], ['failed', '550 no such user']);
  const taken = await answered('taken@example.com', 21);
  says = { as: 'taken' };
  await work();
  assert.equal((await stateOf(taken)).state, 'sent');
  const { items } = (await desk.get('admin', '/channels')).body as { items: Record<string, any>[] };
  assert.equal(items[0]!['state'].sendFault, null);
});

test('what was handed over is not handed over again, should the transaction fall that was to note it', async () => {
  const one = await answered('twice@example.com', 30);
  letters.length = 0;
  await assert.rejects(
    world.act(null, async (context) => {
      await tasks['mail.send']!(context, { message: one.message });
      throw new Error('killed');
    }),
  );
  assert.equal((await stateOf(one)).state, 'waiting');
  await work();
  assert.equal((await stateOf(one)).state, 'sent');
  assert.equal(letters.length, 1);
});

test('pace: to one domain sixty go in a minute, the others wait their turn and are no failures', async () => {
  world.clock.set(plus(world.clock.now(), HOUR));
  const all: Awaited<ReturnType<typeof answered>>[] = [];
  for (let no = 0; no < 65; no += 1) {
    const message = await takenIn(
      plainMail({ from: `p${no}@pace.example`, id: `<pace${no}@x>`, text: `${no}` }),
      100 + no,
    );
    const { conversation_id: conversation } = await world.read((tx) =>
      tx.selectFrom('message').select('conversation_id').where('id', '=', message).executeTakeFirstOrThrow(),
    );
    const answer = newId<'message'>(world.clock.now());
    await world.act('desk', answerConversation, conversation, answerInput.parse({ id: answer, text: '好的。' }));
    all.push({ conversation, message: answer });
  }
  world.clock.set(plus(world.clock.now(), 11 * SECOND));
  await work();
  const states = await Promise.all(all.map(stateOf));
  assert.equal(states.filter(({ state }) => state === 'sent').length, 60);
  assert.deepEqual([...new Set(states.filter(({ state }) => state === 'waiting').map(({ fault }) => fault))], [null]);
  world.clock.set(plus(world.clock.now(), 61 * SECOND));
  await work();
  assert.ok((await Promise.all(all.map(stateOf))).every(({ state }) => state === 'sent'));
});

test('with XOAUTH2 the token goes to the server as RFC 7628’s elder asks', async (t) => {
  const heard: string[] = [];
  const smtp = createServer((socket) => {
    socket.write('220 fake ESMTP\r\n');
    socket.on('error', () => {});
    socket.on('data', (data) => {
      const line = data.toString().trim();
      heard.push(line);
      if (/^EHLO/i.test(line)) socket.write('250-fake\r\n250 AUTH XOAUTH2\r\n');
      else socket.write(/^AUTH/i.test(line) ? '235 welcome\r\n' : '250 ok\r\n');
    });
  });
  await new Promise<void>((go) => smtp.listen(0, '127.0.0.1', go));
  t.after(() => smtp.close());
  const { port } = smtp.address() as { port: number };
  await trySmtp({
    host: '127.0.0.1',
    port,
    secure: 'none',
    user: 'me@example.com',
    auth: { accessToken: 'ya29.token' },
  });
  const sent = heard.find((line) => line.startsWith('AUTH XOAUTH2 '))!;
  const said = Buffer.from(sent.slice('AUTH XOAUTH2 '.length), 'base64').toString();
  assert.equal(said, 'user=me@example.com\u0001auth=Bearer ya29.token\u0001\u0001');
});

test('an ended mailbox sends nothing more, and its secret is gone', async () => {
  const one = await answered('ended@example.com', 40);
  assert.equal((await desk.send('admin', 'POST', `/channels/${id}/end`)).status, 200);
  await work();
  assert.equal((await stateOf(one)).state, 'failed');
  assert.equal((await channel()).secret, '');
  assert.deepEqual((await desk.get('admin', '/channels')).body['items'], []);
});
