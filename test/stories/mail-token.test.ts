import assert from 'node:assert/strict';
import { createServer as createHttp } from 'node:http';
import type { Server } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { sealer } from '../../src/auth/sealing.ts';
import { channels } from '../../src/channel/channels.ts';
import { addChannel } from '../../src/channel/commands/change-channels.ts';
import { addChannelInput } from '../../src/channel/inputs.ts';
import { atServer } from '../../src/channel/mail/credentials.ts';
import { mailTasks } from '../../src/channel/mail/commands/send-mail.ts';
import type { ChannelSecret } from '../../src/channel/secret.ts';
import { keepSecret, openSecret } from '../../src/channel/secret.ts';
import { tryChannel } from '../../src/channel/try-channel.ts';
import { answerConversation } from '../../src/conversation/commands/answer-conversation.ts';
import { answerInput } from '../../src/conversation/inputs.ts';
import type { Id } from '../../src/kernel/id.ts';
import { newId } from '../../src/kernel/id.ts';
import type { Context } from '../../src/platform/context.ts';
import { HOUR, plus, SECOND } from '../../src/kernel/time.ts';
import { openImap } from '../../src/platform/mail/imap.ts';
import { handOver } from '../../src/platform/mail/smtp.ts';
import { writes } from '../conversation-world.ts';
import { emptyImap, lineServer, listening } from '../mail-stand-in.ts';
import { worker } from '../outbox-worker.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

/** A mailbox as Google and Microsoft have them: a token endpoint, and IMAP and SMTP that take no token but the one it gave last. */
const provider = {
  good: '',
  given: 0,
  asked: [] as URLSearchParams[],
  /** What it takes for another token; and what it gives in place of that, where it does. */
  refresh: 'refresh-1',
  anew: null as string | null,
  refuses: false,
  signIns: [] as string[],
  mails: 0,
};
const keyed = sealer(async () => 'a key of this test alone, long enough');
const servers: Server[] = [];
const ask = globalThis.fetch;
let world: World;
let id: Id<'channel'>;

/** What XOAUTH2 says, taken apart; whether its token is good now. */
function isGood(said: string): boolean {
  const [user, token] = Buffer.from(said, 'base64').toString().split('\u0001') as [string, string];
  provider.signIns.push(token.slice('auth=Bearer '.length));
  return user === 'user=service@huiyin.example' && token === `auth=Bearer ${provider.good}`;
}

function smtp(line: string, answer: (text: string) => void): void {
  if (/^EHLO/i.test(line)) answer('250-here\r\n250 AUTH XOAUTH2');
  else if (/^AUTH/i.test(line)) answer(isGood(line.split(' ')[2]!) ? '235 welcome' : '535 5.7.8 Bad credentials');
  else if (/^DATA/i.test(line)) answer('354 go on');
  else if (line === '.') {
    provider.mails += 1;
    answer('250 taken');
  } else if (/^(MAIL|RCPT|QUIT)/i.test(line)) answer('250 ok');
}

const tokens = createHttp(async (request, response) => {
  const form = new URLSearchParams(await text(request));
  provider.asked.push(form);
  const known = form.get('refresh_token') === provider.refresh && form.get('client_secret') === 'client-secret';
  provider.given += 1;
  if (known && !provider.refuses) provider.good = `token-${provider.given}`;
  const anew = provider.anew === null ? {} : { refresh_token: provider.anew };
  const said =
    known && !provider.refuses
      ? { access_token: provider.good, expires_in: 3600, ...anew }
      : { error: 'invalid_grant' };
  if (known && !provider.refuses) provider.refresh = provider.anew ?? provider.refresh;
  response.writeHead(known ? 200 : 400, { 'content-type': 'application/json' }).end(JSON.stringify(said));
});

async function opened(server: Server) {
  servers.push(server);
  return listening(server);
}

before(async () => {
  world = await freshWorld();
  const { port } = await opened(tokens as unknown as Server);
  // a token endpoint is https, always; what is said to this one goes to the stand-in
  globalThis.fetch = (to, init) => ask(String(to).replace('https://login.example', `http://127.0.0.1:${port}`), init);
  const input = addChannelInput.parse({
    kind: 'mail',
    id: newId(world.clock.now()),
    name: '服务邮箱',
    address: 'service@huiyin.example',
    settings: {
      imap: await opened(emptyImap(isGood)),
      smtp: await opened(lineServer('220 ready', () => smtp)),
      user: 'service@huiyin.example',
      auth: 'xoauth2',
      oauth: { tokenUrl: 'https://login.example/token', clientId: 'huiyin' },
    },
    secret: 'refresh-1',
    clientSecret: 'client-secret',
  });
  id = input.id;
  await world.act('admin', addChannel, { sealer: keyed, privateAllowed: false }, input);
});
after(async () => {
  globalThis.fetch = ask;
  await Promise.all(servers.map((server) => new Promise((gone) => server.close(gone))));
  await world.drop();
});

const channel = async () => (await world.read((tx) => channels({ tx }))).get(id)!;
const where = () => ({
  organisation: world.organisation,
  now: world.clock.now(),
  transact: <Result>(work: (context: Context) => Promise<Result>) => world.act(null, work),
});
async function open() {
  const one = await channel();
  const secret = await openSecret(keyed, world.organisation, one);
  const keep = (given: ChannelSecret) =>
    keepSecret(keyed, world.organisation, (work) => world.act(null, ({ tx }) => work(tx)), one, given);
  const mailbox = await atServer({ channel: one, side: 'imap', secret, clock: world.clock, keep }, openImap);
  await mailbox.close();
}

test('a token is asked for once for the refresh token, is good for reading and sending, and for as long as it says', async () => {
  await open();
  assert.deepEqual(Object.fromEntries(provider.asked[0]!), {
    grant_type: 'refresh_token',
    refresh_token: 'refresh-1',
    client_id: 'huiyin',
    client_secret: 'client-secret',
  });
  const tried = await tryChannel({ sealer: keyed, privateAllowed: false }, where(), await channel());
  assert.deepEqual(tried, { receive: { ok: true, said: 'OK' }, send: { ok: true, said: 'OK' } });
  assert.equal(provider.given, 1);
  world.clock.set(plus(world.clock.now(), HOUR));
  await open();
  assert.equal(provider.given, 2);
});

test('one that the provider ended before its time is asked for anew, once, and it is done again: to read', async () => {
  provider.good = 'another';
  provider.signIns = [];
  await open();
  assert.deepEqual([provider.given, provider.signIns], [3, ['token-2', 'token-3']]);
});

test('… and to send: the answer goes, once', async () => {
  const { conversationId } = await writes(world, await channel(), { from: 'wang@example.com', text: '水管漏了' });
  const answer = answerInput.parse({ id: newId<'message'>(world.clock.now()), text: '马上来。' });
  await world.act('desk', answerConversation, conversationId, answer);
  world.clock.set(plus(world.clock.now(), 11 * SECOND));
  provider.good = 'another';
  const work = worker(world, mailTasks({ sealer: keyed, handOver }));
  await work();
  const { state } = await world.read((tx) =>
    tx.selectFrom('message').select('state').where('id', '=', answer.id).executeTakeFirstOrThrow(),
  );
  assert.deepEqual([state, provider.given], ['sent', 4]);
  assert.equal(provider.mails, 2, 'the answer, and our own mail to ourselves that proves the marks');
});

test('where the new one is refused too it is said, and not asked for a third time', async () => {
  provider.refuses = true;
  provider.good = 'another';
  await assert.rejects(open, /The provider gave no token: invalid_grant/);
  assert.equal(provider.given, 5);
  provider.refuses = false;
});

test('a refresh token that the provider gives anew is kept sealed in place of the former, and the next token is asked for with it', async () => {
  const before = (await channel()).secret;
  provider.anew = 'refresh-2';
  await open();
  const { secret } = await channel();
  assert.notEqual(secret, before);
  assert.ok(!secret.includes('refresh-2'));
  assert.equal((await openSecret(keyed, world.organisation, await channel())).secret, 'refresh-2');
  const given = provider.given;
  await open();
  assert.equal(provider.given, given, 'the token that came with it is still good');
  provider.anew = null;
  world.clock.set(plus(world.clock.now(), HOUR));
  await open();
  assert.equal(provider.asked.at(-1)!.get('refresh_token'), 'refresh-2');
});

test('… whoever finds it: trying the mailbox, or sending from it; a password set meanwhile stands', async () => {
  provider.anew = 'refresh-3';
  world.clock.set(plus(world.clock.now(), HOUR));
  const stale = await channel();
  const tried = await tryChannel({ sealer: keyed, privateAllowed: false }, where(), stale);
  assert.equal(tried.send.ok, true, JSON.stringify(tried));
  assert.equal((await openSecret(keyed, world.organisation, await channel())).secret, 'refresh-3');
  const secret = await openSecret(keyed, world.organisation, stale);
  const transact = (work: (tx: Context['tx']) => Promise<unknown>) => world.act(null, ({ tx }) => work(tx));
  await keepSecret(keyed, world.organisation, transact, stale, { ...secret, secret: 'late' });
  assert.equal((await openSecret(keyed, world.organisation, await channel())).secret, 'refresh-3');
});
