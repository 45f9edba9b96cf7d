import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { digest, newCode } from '../../src/auth/digest.ts';
import type { Sealer } from '../../src/auth/sealing.ts';
import { addChannel, changeChannel } from '../../src/channel/commands/change-channels.ts';
import { addChannelInput, changeChannelInput } from '../../src/channel/inputs.ts';
import { codeTasks } from '../../src/entry/commands/send-code.ts';
import type { Id } from '../../src/kernel/id.ts';
import { newId } from '../../src/kernel/id.ts';
import { HOUR, MINUTE, plus } from '../../src/kernel/time.ts';
import type { Letter } from '../../src/platform/mail/smtp.ts';
import { worker } from '../outbox-worker.ts';
import { wholeServer } from '../whole-server.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

const ADDRESS = 'chen@customer.example';
const letters: Letter[] = [];
let takes = true;
let world: World;
let server: FastifyInstance;
let work: () => Promise<void>;
let sealer: Sealer;
let channelId: Id<'channel'>;
let nth = 0;

before(async () => {
  world = await freshWorld();
  ({ server, sealer } = await wholeServer(world));
  const handOver = async (_: unknown, letter: Letter) => {
    if (takes) letters.push(letter);
    return takes ? ({ as: 'taken' } as const) : ({ as: 'closed', said: '451 not now' } as const);
  };
  work = worker(world, codeTasks({ sealer, handOver, privateAllowed: false, newCode, digest }));
  await world.act(null, ({ tx }) =>
    tx
      .insertInto('customer_email')
      .values({ customer_id: world.customers.chen, address: 'Chen@Customer.example' })
      .execute(),
  );
});
after(async () => {
  await server.close();
  await world.drop();
});

async function post(path: string, body: object, from?: string) {
  nth += 1;
  const remoteAddress = from ?? `10.1.${Math.floor(nth / 200)}.${nth % 200}`;
  const answer = await server.inject({
    method: 'POST',
    url: `/api/public${path}`,
    remoteAddress,
    headers: { 'x-huiyin': '1' },
    payload: body,
  });
  return {
    status: answer.statusCode,
    body: answer.json(),
    cookie: String(answer.headers['set-cookie'] ?? '').split(';')[0]!,
  };
}
const askFor = (to: string, from?: string) => post('/codes', { to, language: 'zh-hans' }, from);
const codeIn = ({ text }: Letter): string => /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}/.exec(text)![0];
const codesBy = async (): Promise<string[]> =>
  (await server.inject({ method: 'GET', url: '/api/public/centre' })).json().codesBy;

async function addMailbox(): Promise<void> {
  channelId = newId<'channel'>(world.clock.now());
  const at = { host: 'mail.example', port: 993, secure: 'tls' };
  const input = addChannelInput.parse({
    kind: 'mail',
    id: channelId,
    name: '服务邮箱',
    address: 'service@huiyin.example',
    settings: { imap: at, smtp: { ...at, port: 465 }, user: 'service', auth: 'password' },
    secret: 'password',
  });
  await world.act('admin', addChannel, { sealer, privateAllowed: false }, input);
}

test('without a channel to it no code is sent, and the page does not offer it', async () => {
  assert.deepEqual(await codesBy(), []);
  assert.equal((await askFor(ADDRESS)).body.code, 'entry.no_sending');
  await addMailbox();
  assert.deepEqual(await codesBy(), ['mail']);
  assert.equal((await askFor('13800001202')).body.code, 'entry.no_sending', 'no gateway for text messages');
  assert.equal((await askFor('abcdef')).body.code, 'entry.to_unclear');
});

test('a known customer has a code sent to his address and enters with it once, within a quarter of an hour', async () => {
  assert.equal((await askFor(` ${ADDRESS.toUpperCase()} `)).status, 200);
  await work();
  const [letter] = letters;
  assert.deepEqual([letter!.to[0]!.address, letter!.headers['Auto-Submitted']], [ADDRESS, 'auto-generated']);
  assert.match(letter!.subject, /^您的查询码：/);
  const code = codeIn(letter!);
  const kept = await world.read((tx) => tx.selectFrom('customer_access').selectAll().execute());
  assert.deepEqual([kept.length, JSON.stringify(kept).includes(code)], [1, false], 'only its digest is kept');
  const entered = await post('/enter', { secret: code });
  assert.equal(entered.status, 200);
  const own = await server.inject({ method: 'GET', url: '/api/public/cases', headers: { cookie: entered.cookie } });
  assert.equal(own.json().all, true, 'all of his own');
  assert.equal((await post('/enter', { secret: code })).status, 401, 'a second time');
  await askFor(ADDRESS);
  await work();
  world.clock.set(plus(world.clock.now(), 16 * MINUTE));
  assert.equal((await post('/enter', { secret: codeIn(letters.at(-1)!) })).status, 401, 'too late');
});

test('who is not known hears the same answer, and nothing is sent', async () => {
  const before = letters.length;
  const [known, unknown] = [await askFor(ADDRESS), await askFor('nobody@elsewhere.example')];
  assert.deepEqual([unknown.status, unknown.body], [known.status, known.body]);
  await work();
  assert.equal(letters.length, before + 1);
});

test('nobody’s mailbox is filled by somebody who asks over and over', async () => {
  world.clock.set(plus(world.clock.now(), 2 * HOUR));
  const before = letters.length;
  for (let time = 0; time < 8; time += 1) await askFor(ADDRESS);
  await work();
  assert.equal(letters.length - before, 5, 'five within an hour');
  const statuses = [];
  for (let time = 0; time < 7; time += 1) statuses.push((await askFor('x@elsewhere.example', '10.9.9.9')).status);
  assert.deepEqual(statuses, [200, 200, 200, 200, 200, 429, 429], 'nor from one address without end');
});

test('what the mail server does not take makes no code, and the channel says why; off, nothing goes', async () => {
  world.clock.set(plus(world.clock.now(), 2 * HOUR));
  const count = async (): Promise<number> =>
    (await world.read((tx) => tx.selectFrom('customer_access').select('id').where('kind', '=', 'sent').execute()))
      .length;
  const before = await count();
  takes = false;
  await askFor(ADDRESS);
  await work();
  assert.equal(await count(), before);
  const state = world.read((tx) => tx.selectFrom('channel_state').select('send_fault').executeTakeFirstOrThrow());
  assert.equal((await state).send_fault, '451 not now');
  takes = true;
  await askFor(ADDRESS);
  const off = changeChannelInput.parse({ on: false });
  await world.act('admin', changeChannel, { sealer, privateAllowed: false }, channelId, off);
  await work();
  assert.equal(await count(), before);
});
