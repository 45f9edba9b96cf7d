import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { setPassword } from '../../src/auth/commands/store-password.ts';
import { hashPassword } from '../../src/auth/password-hash.ts';
import type { Mail } from '../../src/channel/mail/mail.ts';
import { parseMail } from '../../src/channel/mail/parse.ts';
import { newId } from '../../src/kernel/id.ts';
import { HOUR, MINUTE, systemClock } from '../../src/kernel/time.ts';
import type { EmbeddedPostgres } from '../../src/platform/embedded-postgres/start.ts';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/start.ts';
import { openImap } from '../../src/platform/mail/imap.ts';
import { SERVER_VARIABLE } from '../database.ts';
import { nodeProcess } from '../killed-node.ts';
import type { MailRig } from '../mail-rig.ts';
import { startMailRig } from '../mail-rig.ts';
import { until } from '../platform-world.ts';
import { chosenSeed, random } from '../random.ts';
import type { World } from '../world.ts';
import type { PersonKey } from '../world-seed.ts';
import { freshWorld } from '../world.ts';

/**
 * A node in a process of its own, on a durable PostgreSQL, before real mail servers: a matter from its first mail to the rating, and then
 * all of them killed at random while mails come and answers go. `SEED=123 KILLS=40 npm test -- mail-servers-die` repeats it, longer.
 */
const KILLS = Number(process.env['KILLS'] ?? 4);
const seed = chosenSeed();
const OURS = 'service@huiyin.example';
const PASSWORD = 'huiyin-e2e-only';
const KEY = 'a key of this test alone, long enough';
/** What was committed outlives a killed server, though not a machine that falls. */
const SETTINGS = { synchronous_commit: 'on', recovery_init_sync_method: 'syncfs' };

const started = await startMailRig(32_450);
const skip = 'missing' in started ? started.missing : false;
const rig = started as MailRig;

let postgres: EmbeddedPostgres;
let world: World;
let node: { child: ChildProcess; address: string };
const cookies = new Map<PersonKey, string>();

/** Nodes that ended while they served, though nobody killed them: there are none. */
const died: string[] = [];
const nodes: ChildProcess[] = [];

/** One that finds no database as it starts gives up, and is started again, as whoever watches over it would. */
async function startNode(ahead = 0): Promise<typeof node> {
  const begun = await atLast(() => nodeProcess(world.url, KEY, ahead, { NODE_EXTRA_CA_CERTS: rig.certificate }));
  nodes.push(begun.child);
  begun.child.on('exit', (code, signal) => {
    if (signal !== 'SIGKILL') died.push(`ended with ${code ?? signal}`);
  });
  return begun;
}

before(async () => {
  if (skip) return;
  rig.trust();
  const directory = mkdtempSync(join(tmpdir(), 'huiyin-kills-'));
  postgres = await startEmbeddedPostgres({ directory, temporary: true, durable: false, settings: SETTINGS });
  process.env[SERVER_VARIABLE] = postgres.url;
  world = await freshWorld({ at: systemClock.now() });
  const hash = await hashPassword(PASSWORD);
  for (const who of ['admin', 'desk', 'plumber', 'supervisor'] as const)
    await setPassword(world.database, world.organisation, world.people[who], { hash }, systemClock.now());
  node = await startNode();
});
after(async () => {
  for (const one of nodes) one.kill('SIGKILL');
  if (skip) return;
  await world.drop();
  await rig.stop();
  await postgres.stop();
});

type Body = Record<string, any>;
type Answer = { status: number; body: Body; cookie: string };

async function call(method: string, path: string, body?: object, cookie = ''): Promise<Answer> {
  const answer = await fetch(`${node.address}/api${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      'x-huiyin': '1',
      origin: node.address,
      ...(cookie ? { cookie } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
    signal: AbortSignal.timeout(20_000),
  });
  const cookies = answer.headers.getSetCookie().map((line) => line.split(';')[0]!);
  return { status: answer.status, body: (await answer.json()) as Body, cookie: cookies.join('; ') };
}

/** As somebody who works here, signed in over the network as he is. */
async function as(who: PersonKey, method: string, path: string, body?: object): Promise<Body> {
  if (!cookies.has(who)) {
    const signedIn = await call('POST', '/sign-in', { username: who, password: PASSWORD });
    assert.equal(signedIn.status, 200, JSON.stringify(signedIn.body));
    cookies.set(who, signedIn.cookie);
  }
  const answer = await call(method, path, body, cookies.get(who)!);
  assert.ok(answer.status < 300, `${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** Somebody outside sends a mail; answers once the server there has taken it. */
async function sends(mail: Parameters<ReturnType<typeof createTransport>['sendMail']>[0]): Promise<void> {
  const { host, port } = rig.smtp('none');
  const transport = createTransport({ host, port, ignoreTLS: true });
  await transport.sendMail(mail);
  transport.close();
}

/** What lies in somebody's mailbox at his own server. */
async function mailsOf(user: string): Promise<Mail[]> {
  const mailbox = await openImap({ ...rig.imap('tls'), user, auth: { password: rig.password } });
  const lying = (await mailbox.listAfter(0, null)).map(({ uid }) => uid);
  const found: Mail[] = [];
  if (lying.length > 0)
    for await (const { raw } of mailbox.fetch(lying, 1e8)) found.push(await parseMail(raw, { address: user }));
  await mailbox.close();
  return found;
}

async function mailTo(user: string, subject: RegExp): Promise<Mail> {
  let found: Mail | undefined;
  await until(
    `${user} has ${subject.source}`,
    async () => (found = (await mailsOf(user)).find((one) => subject.test(one.subject))) !== undefined,
    40_000,
  );
  return found!;
}

/** The conversation with somebody, once his mail has been taken in. */
async function conversationWith(address: string): Promise<string> {
  let id = '';
  await until(
    `a mail of ${address} is taken in`,
    async () => {
      const list = await as('desk', 'GET', `/conversations?state=all&from=${encodeURIComponent(address)}`);
      id = list['items'][0]?.id ?? '';
      return id !== '';
    },
    40_000,
  );
  return id;
}

const pageOf = (id: string) => as('desk', 'GET', `/tickets/${id}`);
const versionOf = async (id: string): Promise<number> => (await pageOf(id))['version'];

test('a mailbox is added to a running house, tried, and looked at', { skip }, async () => {
  const settings = { imap: rig.imap('tls'), smtp: rig.smtp('starttls'), user: OURS, auth: 'password' };
  await as('admin', 'POST', '/channels', {
    kind: 'mail',
    id: newId(systemClock.now()),
    name: '服务邮箱',
    address: OURS,
    settings,
    secret: rig.password,
  });
  await until(
    'it is looked at',
    async () => (await as('admin', 'GET', '/channels'))['items'][0].state.checkedAt !== null,
    20_000,
  );
});

test(
  'mail in, ticket, work order, answer, reply, closing, rating: through real servers [CHAN-02, CHAN-21]',
  { skip, timeout: 240_000 },
  async (t) => {
    const customer = 'chen@customer.example';
    const subject = '厨房水管漏水';
    await world.act(null, ({ tx }) =>
      tx.insertInto('customer_email').values({ customer_id: world.customers.chen, address: customer }).execute(),
    );
    await sends({ from: `陈先生 <${customer}>`, to: OURS, subject, text: '3-1202 厨房水管漏水，请派人来。' });
    const conversationId = await conversationWith(customer);
    const ticketId = newId<'ticket'>(systemClock.now());
    await t.test('the desk opens a matter of it and sends the plumber', async () => {
      const conversation = await as('desk', 'GET', `/conversations/${conversationId}`);
      assert.equal(conversation['customer'].id, world.customers.chen, 'he is known by his address');
      await as('desk', 'POST', `/conversations/${conversationId}/tickets`, {
        messageIds: [conversation['messages'][0].id],
        purpose: 'repair',
        ticket: {
          id: ticketId,
          kind: 'repair_private',
          title: subject,
          placeId: world.places.flat1202,
          fields: { trouble: 'plumbing' },
        },
        workOrder: { task: '查看厨房水管', personId: world.people.plumber },
      });
    });
    await t.test('it is answered, and the answer lies in his mailbox under the mail it answers', async () => {
      await as('desk', 'POST', `/conversations/${conversationId}/answers`, {
        id: newId(systemClock.now()),
        text: '师傅今天下午来。',
      });
      const answer = await mailTo(customer, /厨房水管漏水/);
      assert.equal(answer.text, '师傅今天下午来。');
      await sends({
        from: customer,
        to: answer.from.address,
        subject: `Re: ${subject}`,
        text: '好的，我在家。',
        inReplyTo: answer.messageId!,
        references: [answer.messageId!],
      });
      const joined = async () => (await as('desk', 'GET', `/conversations/${conversationId}`))['messages'].length === 3;
      await until('his reply joins it', joined, 40_000);
    });
    await t.test('the plumber goes, and reports', async () => {
      const { id } = (await pageOf(ticketId))['workOrders'][0];
      for (const step of ['accept', 'set-out', 'arrive']) await as('plumber', 'POST', `/work-orders/${id}/${step}`, {});
      const done = { findings: '软管老化', measures: '更换软管', minutes: 20, signedBy: '陈先生' };
      await as('plumber', 'POST', `/work-orders/${id}/finish`, done);
    });
    await t.test('it is resolved, told, called back about and closed', async () => {
      const version = () => versionOf(ticketId);
      await as('desk', 'POST', `/tickets/${ticketId}/resolve`, { version: await version(), outcome: '软管已更换' });
      const told = { version: await version(), channel: 'email', text: '软管已更换，请观察两天。' };
      await as('desk', 'POST', `/tickets/${ticketId}/tell`, told);
      for (const visit of (await pageOf(ticketId))['visits'])
        await as('desk', 'POST', `/return-visits/${visit.id}/make`, {
          version: visit.version,
          channel: 'phone',
          reachedWhom: '陈先生',
          satisfaction: null,
          opinion: '不漏了',
          criticism: '',
          adoptedProposals: '',
        });
      await as('supervisor', 'POST', `/tickets/${ticketId}/close`, { version: await version() });
      assert.equal((await pageOf(ticketId))['stage'].class, 'closed');
    });
    await t.test('he has a code sent to his mailbox, enters with it, confirms the result and rates it', async () => {
      assert.equal((await call('POST', '/public/codes', { to: customer, language: 'zh-hans' })).status, 200);
      const { text } = await mailTo(customer, /查询码/);
      const code = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}/.exec(text)![0];
      const { cookie, status } = await call('POST', '/public/enter', { secret: code });
      assert.equal(status, 200);
      const { body } = await call('GET', '/public/cases', undefined, cookie);
      assert.deepEqual(
        body['items'].map((one: Body) => one['title']),
        [subject],
      );
      const rating = { solved: true, satisfaction: 5, text: '修得快' };
      assert.equal((await call('POST', `/public/cases/${ticketId}/solved`, rating, cookie)).status, 200);
      assert.equal((await pageOf(ticketId))['satisfaction'], 5);
    });
  },
);

type Victim = 'node' | 'database' | 'imap' | 'smtp';

/** Victims in turn, each as often as the others, in an order that the seed chooses. */
function victims(next: () => number): Victim[] {
  const all: Victim[] = ['node', 'database', 'imap', 'smtp'];
  return Array.from({ length: KILLS }, (_, at) => all[at % all.length]!).toSorted(() => next() - 0.5);
}

async function strike(victim: Victim): Promise<void> {
  if (victim === 'database') process.kill(postgres.postmasterPid, 'SIGKILL');
  else if (victim !== 'node') await rig.killed(victim);
  else {
    node.child.kill('SIGKILL');
    node = await startNode();
  }
}

/** Again until it is done: whatever was killed comes back, on a busy machine after a while. */
async function atLast<Result>(work: () => Promise<Result>): Promise<Result> {
  const until = performance.now() + 90_000;
  for (;;)
    try {
      return await work();
    } catch (fault) {
      if (performance.now() > until) throw fault;
      await sleep(250);
    }
}

test(
  `node, database and mail servers killed ${KILLS} times, seed ${seed}: every mail is taken in once, every answer arrives under one Message-ID`,
  { skip, timeout: 600_000 },
  async () => {
    const next = random(seed);
    const incoming: string[] = [];
    const answers = new Map<string, string>();
    for (const [round, victim] of victims(next).entries()) {
      const writers = Array.from({ length: 4 }, (_, no) => `r${round}n${no}@kills.example`);
      incoming.push(...writers);
      const work = (async () => {
        for (const from of writers)
          await atLast(() => sends({ from, to: OURS, subject: from, text: from, messageId: `<${from}>` }));
        const [first] = writers;
        const conversation = await atLast(() => conversationWith(first!));
        const id = newId(systemClock.now());
        answers.set(id, first!);
        await atLast(() => as('desk', 'POST', `/conversations/${conversation}/answers`, { id, text: `to ${first}` }));
      })();
      await sleep(next() * 1_500);
      await strike(victim);
      await rig.deliverDeferred().catch(() => {});
      await work;
    }
    assert.deepEqual(died, [], 'no node ends by itself');
    // what was put off by a minute or an hour is due to a node that is later by as much
    for (const ahead of [0, 2 * MINUTE, 20 * MINUTE, 2 * HOUR]) {
      if (ahead > 0) {
        node.child.kill('SIGKILL');
        node = await startNode(ahead);
      }
      if (await allThrough([...answers.keys()], incoming.length)) break;
    }
    assert.deepEqual((await takenIn()).toSorted(), incoming.toSorted(), 'each once');
    for (const [id, to] of answers) {
      const names = (await mailsOf(to)).map(({ messageId }) => messageId);
      assert.ok(names.length > 0, `${to} has his answer`);
      assert.deepEqual([...new Set(names)], [`<${id}@huiyin.example>`]);
    }
  },
);

/** What has been taken in of those who write while all is killed. */
async function takenIn(): Promise<string[]> {
  const taken = await world.read((tx) =>
    tx
      .selectFrom('message')
      .select('subject')
      .where('direction', '=', 'in')
      .where('subject', 'like', '%@kills.example')
      .execute(),
  );
  return taken.map(({ subject }) => subject);
}

/** Whether all answers have gone and all mails are here before half a minute is over; mails may yet lie at the server outside. */
async function allThrough(ids: readonly string[], mails: number): Promise<boolean> {
  for (let tries = 0; tries < 30; tries += 1) {
    const open = await atLast(() =>
      world.read((tx) =>
        tx
          .selectFrom('message')
          .select('id')
          .where('id', 'in', ids as never)
          .where('state', '<>', 'sent')
          .execute(),
      ),
    );
    if (open.length === 0 && (await takenIn()).length >= mails) return true;
    await rig.deliverDeferred();
    await sleep(1_000);
  }
  return false;
}
