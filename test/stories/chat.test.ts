import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { sql } from 'kysely';
import { chatTasks } from '../../src/channel/chat/commands/send.ts';
import { addChannel, changeChannel } from '../../src/channel/commands/change-channels.ts';
import { agentGone } from '../../src/channel/chat/commands/agent-state.ts';
import { addChannelInput, changeChannelInput } from '../../src/channel/inputs.ts';
import { sendingTask } from '../../src/channel/port.ts';
import { giveAccess } from '../../src/entry/commands/give-access.ts';
import { digest } from '../../src/auth/digest.ts';
import type { Id } from '../../src/kernel/id.ts';
import { newId } from '../../src/kernel/id.ts';
import { MINUTE, plus, SECOND } from '../../src/kernel/time.ts';
import { worker } from '../outbox-worker.ts';
import { chatWorld } from '../chat-world.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';
import type { PersonKey } from '../world-seed.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
let world: World;
let chat: Awaited<ReturnType<typeof chatWorld>>;
let channelId: Id<'channel'>;
before(async () => {
  world = await freshWorld();
  chat = await chatWorld(world);
  const input = addChannelInput.parse({
    kind: 'chat',
    id: newId(world.clock.now()),
    name: '在线咨询',
    settings: { origins: ['https://shop.example/'] },
  });
  channelId = input.id;
  await world.act('admin', addChannel, { sealer: chat.sealer, privateAllowed: false }, input);
});
after(async () => {
  await chat.server.close();
  await world.drop();
});
/** Each begins on an ordinary morning with nobody ready and nobody waiting. */
let day = 0;
beforeEach(async () => {
  day += 1;
  world.at(`2026-${day > 20 ? '11' : '10'}-${String((day % 5) + (day > 20 ? 16 : 19)).padStart(2, '0')}T09:00+08:00`);
  world.clock.set(plus(world.clock.now(), day * 61 * SECOND));
  await world.act(null, async ({ tx }) => {
    await sql`update chat set phase = 'ended', ended_at = ${world.clock.now()}, ended_by = 'us', offered_to_id = null, offer_ends_at = null,
      given_by_id = null where phase <> 'ended'`.execute(tx);
    await sql`delete from chat_agent`.execute(tx);
  });
});
const pass = (seconds: number) => world.clock.set(plus(world.clock.now(), seconds * SECOND));
const ready = async (...people: PersonKey[]) => {
  for (const who of people) {
    pass(1);
    await chat.as(who).ready();
  }
};
const offered = async (who: PersonKey): Promise<string[]> =>
  (await chat.as(who).me()).offers.map((one: { id: string }) => one.id);

describe('a chat from end to end', () => {
  test('he begins, somebody ready accepts, both speak line by line, it ends and he says how he found it [CHAN-04]', async () => {
    await ready('desk');
    const visitor = await chat.visitor({ name: '林女士' });
    assert.equal(visitor.status, 201);
    const [offer] = (await chat.as('desk').me()).offers;
    assert.deepEqual([offer.id, offer.name, offer.text], [visitor.id, '林女士', '请问电梯什么时候修好？']);
    assert.equal((await visitor.sees()).phase, 'waiting');
    assert.equal((await chat.as('desk').accepts(visitor.id)).status, 200);
    const { phase, agent } = await visitor.sees();
    assert.deepEqual([phase, agent], ['on', '王前台']);
    pass(20);
    assert.equal((await chat.as('desk').answers(visitor.id, '今天下午四点前修好。')).status, 200);
    pass(5);
    await visitor.says('好的，谢谢');
    const { lines } = await visitor.sees(1);
    assert.deepEqual(
      lines.map((line: Record<string, unknown>) => [line['no'], line['from'], line['text']]),
      [
        [2, 'us', '今天下午四点前修好。'],
        [3, 'visitor', '好的，谢谢'],
      ],
    );
    const page = (await chat.ask('GET', `/conversations/${visitor.id}`, undefined, { who: 'desk' })).body;
    assert.deepEqual(
      page.messages.map((one: Record<string, unknown>) => [one['direction'], one['state']]),
      [
        ['in', 'there'],
        ['out', 'sent'],
        ['in', 'there'],
      ],
    );
    assert.equal(page.chat.phase, 'on');
    assert.equal((await visitor.rates(5)).body.code, 'chat.not_ended');
    await visitor.ends();
    assert.equal((await visitor.rates(5, '很快')).status, 200);
    assert.equal((await visitor.says('还有')).body.code, 'chat.ended');
    const after = (await chat.ask('GET', `/conversations/${visitor.id}`, undefined, { who: 'desk' })).body;
    assert.deepEqual([after.chat.rating, after.chat.ratingWords, after.chat.endedBy], [5, '很快', 'visitor']);
    const touches = await world.read((tx) =>
      tx
        .selectFrom('message')
        .select((e) => e.fn.count<string>('contact_id').distinct().as('touches'))
        .where('conversation_id', '=', visitor.id)
        .executeTakeFirstOrThrow(),
    );
    assert.equal(Number(touches.touches), 1, 'a chat is one touch');
  });

  test('an answer for later goes when its time has come, as the next line', async () => {
    await ready('desk');
    const visitor = await chat.visitor();
    await chat.as('desk').accepts(visitor.id);
    const sendAt = plus(world.clock.now(), 600 * SECOND);
    assert.equal((await chat.as('desk').answers(visitor.id, '已派人前往。', { sendAt })).status, 200);
    const works = worker(world, { [sendingTask('chat')]: chatTasks[sendingTask('chat')]! });
    await works();
    assert.equal((await visitor.sees()).lines.length, 1);
    pass(600);
    await works();
    const { lines } = await visitor.sees(1);
    assert.deepEqual([lines.length, lines[0].from, lines[0].text], [1, 'us', '已派人前往。']);
  });

  test('an answer that was lost on the way doubles nothing: beginning and every line are said again under their ids', async () => {
    const body = await chat.beginning();
    const [one, other] = await Promise.all([
      chat.ask('POST', '/public/chat', body),
      chat.ask('POST', '/public/chat', body),
    ]);
    assert.deepEqual([one.status, other.status, one.body.id], [201, 201, other.body.id]);
    const messageId = newId<'message'>(world.clock.now());
    const secret = body.secret;
    await Promise.all(
      [1, 2, 3].map(() => chat.ask('POST', '/public/chat/lines', { messageId, text: '在吗' }, { secret })),
    );
    const { lines } = (await chat.ask('GET', '/public/chat/lines', undefined, { secret })).body;
    assert.deepEqual(
      lines.map((line: { no: number; text: string }) => [line.no, line.text]),
      [
        [1, '请问电梯什么时候修好？'],
        [2, '在吗'],
      ],
    );
  });

  test('a picture comes as a line and goes to whoever has the chat; what a browser would run is refused', async () => {
    const visitor = await chat.visitor();
    const send = (bytes: Buffer) =>
      chat.ask('POST', `/public/chat/files?messageId=${newId(world.clock.now())}&name=a.png`, bytes, {
        secret: visitor.secret,
      });
    assert.equal((await send(PNG)).status, 200);
    assert.equal((await send(Buffer.from('<script>1</script>'))).body.code, 'file.type_not_allowed');
    const [file] = (await visitor.sees(1)).lines[0].files;
    const read = await chat.ask('GET', `/public/chat/files/${file.id}`, undefined, { secret: visitor.secret });
    assert.deepEqual(read.bytes, PNG);
    const stranger = await chat.visitor();
    const denied = await chat.ask('GET', `/public/chat/files/${file.id}`, undefined, { secret: stranger.secret });
    assert.equal(denied.status, 404);
  });
});

describe('the door', () => {
  test('without the work done, with another’s, or with a made-up secret nothing opens', async () => {
    const body = await chat.beginning();
    const undone = { ...body, work: { ...body.work, number: body.work.number + 1 } };
    assert.equal((await chat.ask('POST', '/public/chat', undone)).body.code, 'chat.work_not_done');
    const other = { ...body, messageId: newId(world.clock.now()) };
    assert.equal((await chat.ask('POST', '/public/chat', other)).body.code, 'chat.work_not_done');
    const secret = 'x'.repeat(43);
    assert.equal((await chat.ask('GET', '/public/chat/lines', undefined, { secret })).status, 401);
    assert.equal((await chat.ask('GET', '/public/chat/lines')).body.code, 'chat.not_known');
  });

  test('the more one address begins the harder the work, and too many lines at once are refused', async () => {
    const from = '198.51.100.7';
    for (let nth = 0; nth < 3; nth += 1) await chat.visitor({}, { from });
    assert.equal((await chat.door({ from })).work.bits, 14);
    assert.equal((await chat.door({ from: '198.51.100.8' })).work.bits, 12);
    const visitor = await chat.visitor();
    for (let nth = 0; nth < 14; nth += 1) assert.equal((await visitor.says(`第 ${nth} 句`)).status, 200);
    const { status, body } = await visitor.says('再一句');
    assert.deepEqual([status, body.code], [429, 'chat.too_fast']);
    pass(11);
    assert.equal((await visitor.says('再一句')).status, 200);
  });

  test('twenty photos in a quarter of an hour are enough of one visitor; he may go on afterwards', async () => {
    const visitor = await chat.visitor();
    const send = () =>
      chat.ask('POST', `/public/chat/files?messageId=${newId(world.clock.now())}&name=a.png`, PNG, {
        secret: visitor.secret,
      });
    for (let nth = 0; nth < 20; nth += 1) {
      pass(1);
      assert.equal((await send()).status, 200);
    }
    pass(1);
    const { status, body } = await send();
    assert.deepEqual([status, body.code], [429, 'chat.too_many_files']);
    assert.equal((await visitor.says('还有一张')).status, 200);
    pass(15 * 60);
    assert.equal((await send()).status, 200);
  });

  test('what one address says is bounded, however many visitors it is; others are not hindered', async () => {
    const from = '198.51.100.9';
    const one = await chat.visitor();
    const say = (secret: string, address: string) =>
      chat.ask(
        'POST',
        '/public/chat/lines',
        { messageId: newId(world.clock.now()), text: '在吗' },
        { secret, from: address },
      );
    for (let nth = 0; nth < 120; nth += 1) assert.equal((await say('guessed', from)).status, 401);
    const { status, body } = await say(one.secret, from);
    assert.deepEqual([status, body.code], [429, 'chat.too_much_here']);
    assert.equal((await say(one.secret, '198.51.100.10')).status, 200);
    pass(11);
    assert.equal((await say(one.secret, from)).status, 200);
  });

  test('when ten thousand wait, from wherever they came, the next is told so; who waits is not touched', async () => {
    const first = await chat.visitor();
    await world.act(null, async ({ tx }) => {
      const copies = sql`generate_series(1, 9999) nth`;
      await sql`insert into conversation select (jsonb_populate_record(c, jsonb_build_object('id', md5('flood ' || nth)::uuid))).*
        from conversation c, ${copies} where c.id = ${first.id}`.execute(tx);
      await sql`insert into chat select (jsonb_populate_record(c, jsonb_build_object('conversation_id', md5('flood ' || nth), 'secret_hash', 'flood ' || nth))).*
        from chat c, ${copies} where c.conversation_id = ${first.id}`.execute(tx);
    });
    const next = await chat.visitor();
    assert.deepEqual([next.status, next.answer.code], [429, 'chat.full']);
    assert.equal((await first.sees()).phase, 'waiting');
    await first.ends();
    assert.equal((await chat.visitor()).status, 201);
    await world.act(null, async ({ tx }) => {
      await sql`delete from chat where secret_hash like 'flood %'`.execute(tx);
      await sql`delete from conversation where id in (select md5('flood ' || nth)::uuid from generate_series(1, 9999) nth)`.execute(
        tx,
      );
    });
  });

  test('pages that the settings name may carry it, others not; no cookie of ours is heeded there', async () => {
    const shop = { origin: 'https://shop.example' };
    const { status, headers } = await chat.ask('GET', '/public/chat', undefined, shop);
    assert.deepEqual([status, headers['access-control-allow-origin']], [200, '*']);
    const elsewhere = await chat.ask('GET', '/public/chat', undefined, { origin: 'https://evil.example' });
    assert.deepEqual([elsewhere.status, elsewhere.body.code], [403, 'chat.page_not_allowed']);
    const preflight = await chat.server.inject({ method: 'OPTIONS', url: '/api/public/chat/lines' });
    assert.match(String(preflight.headers['access-control-allow-headers']), /x-huiyin-chat/);
    await world.act(null, giveAccess, 'session', digest('known'), { customerId: world.customers.lin });
    const cookie = 'hy-world.customer=known';
    const here = await chat.visitor({}, { cookie });
    const there = await chat.visitor({}, { ...shop, cookie });
    const customerOf = async (id: string) =>
      (await chat.ask('GET', `/conversations/${id}`, undefined, { who: 'desk' })).body.customer?.name ?? null;
    assert.deepEqual([await customerOf(here.id), await customerOf(there.id)], ['林女士', null]);
  });

  test('it stands among the channels with what it is set to', async () => {
    const { items } = (await chat.ask('GET', '/channels', undefined, { who: 'admin' })).body;
    const [one] = items.filter(({ kind }: { kind: string }) => kind === 'chat');
    assert.deepEqual([one.settings.atOnce, one.settings.acceptWithin, one.settings.hours], [3, 45, 'reception']);
  });

  test('a centre has one chat, and settings of another sort are refused', async () => {
    const another = addChannelInput.parse({ kind: 'chat', id: newId(world.clock.now()), name: '另一个', settings: {} });
    await assert.rejects(world.act('admin', addChannel, { sealer: chat.sealer, privateAllowed: false }, another), {
      code: 'channel.one_chat',
    });
    const mail = changeChannelInput.parse({
      settings: {
        imap: { host: 'a', port: 1, secure: 'tls' },
        smtp: { host: 'a', port: 1, secure: 'tls' },
        user: 'a',
        auth: 'password',
      },
    });
    await assert.rejects(
      world.act('admin', changeChannel, { sealer: chat.sealer, privateAllowed: false }, channelId, mail),
      {
        code: 'channel.settings_of_another',
      },
    );
  });
});

describe('the queue', () => {
  test('his place is told truly, the longest waiting is served first, and those who answer see who waits and since when [PRIN-15]', async () => {
    const first = await chat.visitor({ name: '甲' });
    pass(30);
    const second = await chat.visitor({ name: '乙' });
    assert.deepEqual([(await first.sees()).place, (await second.sees()).place], [1, 2]);
    assert.equal((await second.sees()).expectedWait, null, 'nobody was taken yet: nothing true can be said');
    const { waiting } = await chat.as('desk').board();
    assert.deepEqual(
      waiting.items.map(({ name, offeredTo }: { name: string; offeredTo: unknown }) => [name, offeredTo]),
      [
        ['甲', null],
        ['乙', null],
      ],
    );
    await ready('desk');
    assert.deepEqual(await offered('desk'), [first.id, second.id], 'there is room for both');
    await chat.as('desk').accepts(first.id);
    assert.equal((await second.sees()).place, 1);
  });

  test('whoever has gone longest without is asked; not accepted in time, it goes on to the next and he is away', async () => {
    await ready('desk', 'desk2');
    const visitor = await chat.visitor();
    assert.deepEqual([await offered('desk'), await offered('desk2')], [[visitor.id], []]);
    pass(46);
    await chat.letOffersPass();
    assert.equal((await chat.as('desk').accepts(visitor.id)).body.code, 'chat.not_offered');
    const me = await chat.as('desk').me();
    assert.deepEqual([me.state, me.reason, await offered('desk2')], ['away', 'missed', [visitor.id]]);
    await chat.as('desk2').accepts(visitor.id);
    assert.equal((await visitor.sees()).agent, '李前台');
  });

  test('three at once and no more; the fourth is asked as soon as one has ended', async () => {
    await ready('desk');
    const visitors = [];
    for (let nth = 0; nth < 4; nth += 1) visitors.push(await chat.visitor());
    for (const { id } of visitors.slice(0, 3)) await chat.as('desk').accepts(id);
    assert.deepEqual(await offered('desk'), []);
    assert.equal((await visitors[3]!.sees()).place, 1);
    await chat.as('desk').closes(visitors[0]!.id);
    assert.deepEqual(await offered('desk'), [visitors[3]!.id]);
  });

  test('of many who begin and many who are ready at once, each is asked about once and nobody about more than he has room for', async () => {
    const bodies = [];
    for (let nth = 0; nth < 8; nth += 1) bodies.push(await chat.beginning());
    await Promise.all([
      ...bodies.map((body) => chat.ask('POST', '/public/chat', body)),
      ...(['desk', 'desk2', 'supervisor'] as const).map((who) => chat.as(who).ready()),
    ]);
    const asked = await Promise.all((['desk', 'desk2', 'supervisor'] as const).map(offered));
    assert.equal(new Set(asked.flat()).size, 8);
    assert.equal(asked.flat().length, 8);
    assert.ok(asked.every((ids) => ids.length <= 3));
    const [id] = asked[0]!;
    const both = await Promise.all([chat.as('desk').accepts(id!), chat.as('desk2').accepts(id!)]);
    assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 409]);
  });

  test('he comes back to who spoke with him before', async () => {
    await ready('desk2');
    const before = await chat.visitor();
    await chat.as('desk2').accepts(before.id);
    await before.ends();
    await ready('desk');
    await world.act(null, ({ tx }) =>
      tx
        .updateTable('chat_agent')
        .set({ idle_since: world.clock.now() })
        .where('person_id', '=', world.people.desk2)
        .execute(),
    );
    const again = await chat.visitor({ former: before.secret });
    assert.deepEqual(await offered('desk2'), [again.id]);
  });
});

describe('hands', () => {
  test('a chat handed over stays with its giver until it is accepted; nobody accepting, it stays his and he hears so', async () => {
    await ready('desk', 'desk2');
    const visitor = await chat.visitor();
    await chat.as('desk').accepts(visitor.id);
    const to = { personId: world.people.desk2 };
    assert.equal((await chat.as('desk2').gives(visitor.id, to)).body.code, 'chat.not_yours');
    assert.equal((await chat.as('desk').gives(visitor.id, to)).status, 200);
    assert.equal((await visitor.sees()).agent, '王前台');
    pass(46);
    await chat.letOffersPass();
    assert.equal((await visitor.sees()).agent, '王前台');
    const told = await world.read((tx) =>
      tx
        .selectFrom('notification')
        .select('type')
        .where('person_id', '=', world.people.desk)
        .where('subject_id', '=', visitor.id)
        .where('type', '=', 'chat.not_accepted')
        .execute(),
    );
    assert.equal(told.length, 1);
    await ready('desk2');
    await chat.as('desk').gives(visitor.id, to);
    await chat.as('desk2').accepts(visitor.id);
    assert.equal((await visitor.sees()).agent, '李前台');
  });

  test('to a department it is offered to one of that department', async () => {
    await ready('desk', 'service_head');
    const visitor = await chat.visitor();
    await chat.as('desk').accepts(visitor.id);
    const { departmentId } = (await world.read((tx) =>
      tx
        .selectFrom('post')
        .select('department_id as departmentId')
        .where('id', '=', world.posts['customer_service_head']!)
        .executeTakeFirstOrThrow(),
    )) as { departmentId: string };
    await chat.as('desk').gives(visitor.id, { departmentId });
    assert.deepEqual(await offered('service_head'), [visitor.id]);
  });

  test('whose screen is gone for a minute gives back what he has, and it keeps its place; a pause for wrapping up keeps it', async () => {
    await ready('desk');
    const visitor = await chat.visitor();
    await chat.as('desk').accepts(visitor.id);
    pass(5);
    const later = await chat.visitor();
    await chat.as('desk').accepts(later.id);
    await chat.as('desk').away('wrap_up');
    assert.equal((await visitor.sees()).agent, '王前台');
    await world.act(null, agentGone, world.people.desk);
    assert.equal((await visitor.sees()).agent, '王前台', 'he was seen just now');
    pass(61);
    await world.act(null, agentGone, world.people.desk);
    assert.deepEqual([(await visitor.sees()).place, (await later.sees()).place], [1, 2]);
    await ready('desk2');
    assert.deepEqual(await offered('desk2'), [visitor.id, later.id]);
    await chat.as('desk2').accepts(visitor.id);
    await chat.as('desk2').away('break');
    assert.equal((await visitor.sees()).phase, 'waiting', 'a break gives back');
  });
});

describe('the clock', () => {
  const owed = (id: string) =>
    world.read((tx) =>
      tx
        .selectFrom('commitment')
        .select(['started_at', 'due_at', 'outcome', 'owner_id'])
        .where('subject_id', '=', id)
        .orderBy('started_at')
        .execute(),
    );

  test('the first reply is owed within five minutes, whoever has the chat is warned at four, and late is late [CHAN-17]', async () => {
    await ready('desk');
    const visitor = await chat.visitor();
    await chat.as('desk').accepts(visitor.id);
    const began = world.clock.now();
    const [commitment] = await owed(visitor.id);
    assert.equal(commitment!.due_at, plus(commitment!.started_at, 5 * MINUTE));
    assert.equal(commitment!.owner_id, world.people.desk);
    assert.equal((await visitor.sees()).promisedBy, commitment!.due_at);
    const warned = async () =>
      (
        await world.read((tx) =>
          tx
            .selectFrom('notification')
            .select('params')
            .where('person_id', '=', world.people.desk)
            .where('type', '=', 'clock.warn')
            .where('made_at', '>', began)
            .execute(),
        )
      ).length;
    await world.until(plus(began, 3 * MINUTE));
    assert.equal(await warned(), 0);
    await world.until(plus(began, 4 * MINUTE + SECOND));
    assert.equal(await warned(), 1);
    await world.until(plus(began, 6 * MINUTE));
    await chat.as('desk').answers(visitor.id, '您好，久等了。');
    assert.equal((await owed(visitor.id))[0]!.outcome, 'late');
    await visitor.says('没关系');
    await chat.as('desk').answers(visitor.id, '请讲。');
    assert.deepEqual(
      (await owed(visitor.id)).map(({ outcome }) => outcome),
      ['late', 'kept'],
    );
  });

  test('outside hours it is left, with the time of the answer promised by the calendar; the thread is answered where it was written [CHAN-03]', async () => {
    world.at('2026-12-05T23:00+08:00');
    await ready('desk');
    const door = await chat.door();
    assert.equal(door.open, false);
    const visitor = await chat.visitor({ contact: '13900000000' });
    const { phase, promisedBy, place } = await visitor.sees();
    assert.deepEqual([phase, place, promisedBy], ['left', null, door.promisedBy]);
    assert.ok(promisedBy > door.opensAt, 'counted from when somebody is there');
    assert.deepEqual(await offered('desk'), []);
    const [line] = (
      await chat.ask('GET', '/conversations?state=waiting', undefined, { who: 'desk' })
    ).body.items.filter((one: { id: string }) => one.id === visitor.id);
    assert.equal(line.clock.dueAt, promisedBy);
    assert.ok(line.waitingSince);
    world.at('2026-12-06T10:00+08:00');
    await chat.as('desk').answers(visitor.id, '今天上午就来看。');
    assert.equal((await visitor.sees(1)).lines[0].text, '今天上午就来看。');
  });
});

test('erased with his customer: nothing opens it any more and what he said of it is gone', async () => {
  const visitor = await chat.visitor();
  await visitor.ends();
  await visitor.rates(1, '我是林女士');
  await chat.ask(
    'POST',
    `/conversations/${visitor.id}/customer`,
    { customerId: world.customers.zhou },
    { who: 'desk' },
  );
  const { version } = (await chat.ask('GET', `/customers/${world.customers.zhou}`, undefined, { who: 'service_head' }))
    .body;
  const erased = await chat.ask(
    'POST',
    `/customers/${world.customers.zhou}/erase`,
    { version, reason: 'asked_by_customer' },
    { who: 'service_head' },
  );
  assert.equal(erased.status, 200, JSON.stringify(erased.body));
  assert.equal((await chat.ask('GET', '/public/chat/lines', undefined, { secret: visitor.secret })).status, 401);
  const row = await world.read((tx) =>
    tx.selectFrom('chat').select('rating_words').where('conversation_id', '=', visitor.id).executeTakeFirstOrThrow(),
  );
  assert.equal(row.rating_words, '');
});
