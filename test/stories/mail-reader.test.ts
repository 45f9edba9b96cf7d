import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Reading } from '../../src/channel/mail/read-mailbox.ts';
import { readMailbox, takeWhatLies } from '../../src/channel/mail/read-mailbox.ts';
import { startMailReaders } from '../../src/channel/mail/readers.ts';
import type { Channel } from '../../src/channel/port.ts';
import { addChannel, changeChannel, endChannel } from '../../src/channel/commands/change-channels.ts';
import { addChannelInput, changeChannelInput } from '../../src/channel/inputs.ts';
import { listChannels } from '../../src/channel/list.ts';
import { sealer } from '../../src/auth/sealing.ts';
import { newId } from '../../src/kernel/id.ts';
import { plus, SECOND, systemClock } from '../../src/kernel/time.ts';
import { createBus } from '../../src/platform/live/bus.ts';
import { react } from '../../src/reactions/reactions.ts';
import { mailboxOf } from '../conversation-world.ts';
import type { FakeMailbox } from '../fake-mailbox.ts';
import { fakeMailbox } from '../fake-mailbox.ts';
import { plainMail } from '../mails.ts';
import { until } from '../platform-world.ts';
import { chosenSeed, random } from '../random.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

let world: World;
let channel: Channel;
let box: FakeMailbox;
let no = 0;
before(async () => {
  world = await freshWorld();
});
beforeEach(async () => {
  no += 1;
  channel = await mailboxOf(world, `box${no}@huiyin.example`);
  box = fakeMailbox();
});
after(() => world.drop());

const never = new AbortController().signal;
const lines: string[] = [];
function reading(): Reading {
  const { database, clock, organisation } = world;
  return {
    database,
    clock,
    react,
    announce: () => {},
    log: (line) => void lines.push(line),
    organisation,
    channel,
    replyKey: Buffer.from('key'),
    mailbox: box.open(),
  };
}

const put = (text: string) =>
  box.put(
    plainMail({ from: 'wang@example.com', id: `<${text}-${no}@example.com>`, text, to: channel.address }),
    world.clock.now(),
  );

async function texts(): Promise<string[]> {
  const rows = await world.read((tx) =>
    tx
      .selectFrom('message')
      .innerJoin('conversation', 'conversation.id', 'message.conversation_id')
      .select('message.text')
      .where('conversation.channel_id', '=', channel.id)
      .where('message.direction', '=', 'in')
      .execute(),
  );
  return rows.map(({ text }) => text).toSorted();
}

const SERVER = { host: 'mail.example', port: 993, secure: 'tls' as const };
const SETTINGS = { imap: SERVER, smtp: SERVER, user: 'service', auth: 'password' as const };
const keyed = sealer(async () => 'a key of this test alone, long enough');
const parts = { sealer: keyed, privateAllowed: false };

test('what lies there is taken in, then marked as seen, then never fetched again; nothing is deleted', async () => {
  for (const text of ['a', 'b', 'c']) put(text);
  await takeWhatLies(reading(), never);
  assert.deepEqual(await texts(), ['a', 'b', 'c']);
  assert.deepEqual(
    box.lying.map(({ seen }) => seen),
    [true, true, true],
  );
  box.breaksIn = 1;
  await takeWhatLies(reading(), never);
  assert.equal(box.breaksIn, 0, 'it only asked what is new');
});

test('what lay there long before the mailbox was added stays with whoever read it', async () => {
  box.put(plainMail({ text: 'old' }), plus(channel.made_at, -2 * 24 * 3600 * SECOND));
  put('new');
  await takeWhatLies(reading(), never);
  assert.deepEqual(await texts(), ['new']);
});

test('numbered anew by its server, everything is looked at and nothing doubled', async () => {
  for (const text of ['a', 'b']) put(text);
  await takeWhatLies(reading(), never);
  box.uidValidity = 2;
  for (const one of box.lying) one.uid += 100;
  put('c');
  await takeWhatLies(reading(), never);
  assert.deepEqual(await texts(), ['a', 'b', 'c']);
});

test('a mail that breaks whatever reads it stops no other: it is kept as unreadable', async () => {
  put('a');
  box.put(
    Buffer.from(
      `From: x@example.com\r\nSubject: endless\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n${'--x\r\n\r\n\r\n'.repeat(1_500)}`,
    ),
    world.clock.now(),
  );
  put('b');
  await takeWhatLies(reading(), never);
  const all = await texts();
  assert.equal(all.length, 3);
  assert.ok(all.includes('a') && all.includes('b'));
});

test('one that cannot be taken in at all stays there, is said once, and comes when it can', async () => {
  const trap = `create function ${world.organisation.schema}.refuse() returns trigger language plpgsql as
    $$ begin if new.subject = 'trap' then raise exception 'no' using errcode = '23514'; end if; return new; end $$;
    create trigger refuse before insert on ${world.organisation.schema}.message for each row execute function ${world.organisation.schema}.refuse()`;
  await world.database.pool.query(trap);
  put('a');
  box.put(plainMail({ subject: 'trap', text: 'trapped', id: '<trap@example.com>' }), world.clock.now());
  put('b');
  await takeWhatLies(reading(), never);
  assert.deepEqual(await texts(), ['a', 'b']);
  assert.equal(box.lying[1]!.seen, false);
  assert.equal(lines.filter((line) => line.includes('stays there')).length, 1);
  await world.database.pool.query(`drop function ${world.organisation.schema}.refuse() cascade`);
  await takeWhatLies(reading(), never);
  assert.deepEqual(await texts(), ['a', 'b', 'trapped']);
});

test('whatever dies when, on either side: each mail exactly once', async (t) => {
  const seed = chosenSeed();
  t.diagnostic(`SEED=${seed}`);
  const chance = random(seed);
  const sent = Array.from({ length: 40 }, (_, at) => `m${String(at).padStart(2, '0')}`);
  let at = 0;
  for (let session = 0; session < 400; session += 1) {
    while (at < sent.length && chance() < 0.5) put(sent[at++]!);
    box.breaksIn = chance() < 0.8 ? Math.floor(chance() * 12) : null;
    // the server forgets who has seen what, as one that is restored does
    if (chance() < 0.05) for (const one of box.lying) one.seen = false;
    if (chance() < 0.05) box.uidValidity += 1;
    const two = chance() < 0.3 ? [reading(), reading()] : [reading()];
    await Promise.allSettled(two.map((one) => takeWhatLies(one, never)));
    if (at === sent.length && box.breaksIn === null) break;
  }
  assert.equal(at, sent.length);
  assert.deepEqual(await texts(), sent);
});

test('readers: each mailbox by one node, begun when added, ended when switched off, its fault kept and said once', async (t) => {
  const own = fakeMailbox();
  let fault: Error | null = null;
  const said: string[] = [];
  const buses = [createBus(), createBus()];
  const { database, organisation, url } = world;
  const start = (bus: ReturnType<typeof createBus>) =>
    startMailReaders({
      url,
      database,
      organisations: async () => [organisation],
      clock: systemClock,
      react,
      announce: () => {},
      bus,
      sealer: keyed,
      log: (line) => void said.push(line),
      open: async (server) => {
        assert.deepEqual(server.auth, { password: 'geheim' });
        if (fault) throw fault;
        return own.open();
      },
    });
  const nodes = buses.map(start);
  t.after(() => Promise.all(nodes.map((node) => node.stop())));
  const wake = () => {
    for (const bus of buses) bus.emit('outbox', organisation.schema, systemClock.now());
  };
  // boxes of the other tests have no secret that opens
  await database.pool.query(`update ${organisation.schema}.channel set ended_at = now()`);
  world.clock.set(systemClock.now());
  const id = newId<'channel'>(systemClock.now());
  const input = {
    kind: 'mail',
    id,
    name: '服务',
    address: 'readers@huiyin.example',
    settings: SETTINGS,
    secret: 'geheim',
  };
  await world.act('admin', addChannel, parts, addChannelInput.parse(input));
  wake();
  own.put(plainMail({ text: 'first', id: '<r1@x>' }), systemClock.now());
  channel = { ...channel, id };
  await until('it is taken in', async () => (await texts()).length === 1, 10_000);
  assert.equal(own.opened, 1, 'one node alone');
  const state = async () => (await world.ask('admin', listChannels)).items.find((one) => one.id === id)!.state;
  await until('it says so', async () => (await state()).checkedAt !== null);
  fault = new Error('535 wrong password');
  own.breaksIn = 0;
  await until('the fault is kept', async () => (await state()).fault === '535 wrong password', 20_000);
  assert.notEqual((await state()).failingSince, null);
  assert.ok(said.some((line) => line.includes('535 wrong password')));
  fault = null;
  own.breaksIn = null;
  await world.act('admin', changeChannel, parts, id, changeChannelInput.parse({ name: '客服' }));
  own.put(plainMail({ text: 'second', id: '<r2@x>' }), systemClock.now());
  await until('it goes on', async () => (await texts()).length === 2, 30_000);
  await until('the fault is gone', async () => (await state()).failingSince === null);
  await world.act('admin', endChannel, id);
  wake();
  await new Promise((go) => setTimeout(go, 500));
  own.put(plainMail({ text: 'third', id: '<r3@x>' }), systemClock.now());
  await new Promise((go) => setTimeout(go, 500));
  assert.equal((await texts()).length, 2);
});

test('a mailbox that stops ends its reading at once', async () => {
  const ending = new AbortController();
  const running = readMailbox(reading(), ending.signal);
  put('a');
  await until('it is taken in', async () => (await texts()).length === 1);
  ending.abort();
  await running;
});
