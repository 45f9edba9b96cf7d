import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { takeInMail } from '../../src/channel/mail/commands/take-in-mail.ts';
import { parseMail } from '../../src/channel/mail/parse.ts';
import { replyAddress } from '../../src/channel/mail/reply-address.ts';
import type { Channel } from '../../src/channel/port.ts';
import { answerConversation } from '../../src/conversation/commands/answer-conversation.ts';
import { openFromMessage } from '../../src/conversation/commands/open-from-message.ts';
import { answerInput, openInput } from '../../src/conversation/inputs.ts';
import { conversationPage } from '../../src/conversation/page.ts';
import type { Id } from '../../src/kernel/id.ts';
import { newId } from '../../src/kernel/id.ts';
import { HOUR, plus, SECOND } from '../../src/kernel/time.ts';
import { breakAt } from '../break-database.ts';
import { goesOut, mailboxOf } from '../conversation-world.ts';
import { bounceOf, CORPUS, plainMail } from '../mails.ts';
import { clocksAbout, ticketNow, told } from '../story.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

let world: World;
let mailbox: Channel;
const KEY = Buffer.from('a key of this test alone');
const OURS = 'service@huiyin.example';

before(async () => {
  world = await freshWorld();
  mailbox = await mailboxOf(world, OURS);
});
after(() => world.drop());

let lastUid = 0;

/** The server offers a mail; unless said, under a new number. */
async function offered(raw: Buffer, uid = (lastUid += 1), uidValidity = 7): Promise<Id<'message'> | null> {
  world.clock.set(plus(world.clock.now(), SECOND));
  const mail = await parseMail(raw, mailbox);
  const arrived = world.clock.now();
  return world.act(null, takeInMail, mailbox, KEY, { uidValidity, uid, arrived, raw }, mail);
}

async function conversationOf(id: Id<'message'> | null): Promise<Id<'conversation'>> {
  assert.ok(id);
  const row = await world.read((tx) =>
    tx.selectFrom('message').select('conversation_id').where('id', '=', id).executeTakeFirstOrThrow(),
  );
  return row.conversation_id;
}

const page = (id: Id<'conversation'>) => world.ask('desk', conversationPage, id);

/** The desk answers, and it goes out; answers its Message-ID. */
async function answered(id: Id<'conversation'>, text = '今天下午派师傅来。'): Promise<string> {
  world.clock.set(plus(world.clock.now(), SECOND));
  const messageId = newId<'message'>(world.clock.now());
  await world.act('desk', answerConversation, id, answerInput.parse({ id: messageId, text }));
  await goesOut(world, messageId);
  return `<${messageId}@huiyin.example>`;
}

async function counts(): Promise<{ messages: number; files: number; taken: number }> {
  return world.read(async (tx) => {
    const many = async (table: 'message' | 'file' | 'mail_taken') =>
      Number(
        (
          await tx
            .selectFrom(table)
            .select((e) => e.fn.countAll().as('many'))
            .executeTakeFirstOrThrow()
        ).many,
      );
    return { messages: await many('message'), files: await many('file'), taken: await many('mail_taken') };
  });
}

test('a mail becomes a conversation with its words, its raw bytes and its files; an answer to it joins [CHAN-02]', async () => {
  const first = await offered(CORPUS[1]!);
  const id = await conversationOf(first);
  const { messages, correspondent, waitingSince } = await page(id);
  assert.equal(correspondent.address, 'li@example.com');
  assert.notEqual(waitingSince, null);
  assert.deepEqual([messages[0]!.text, messages[0]!.hasHtml, messages[0]!.hasRaw], ['The leak 在这里', true, true]);
  assert.deepEqual(
    messages[0]!.files.map(({ name, within }) => [name, within]),
    [
      ['leak.png', true],
      ['报价.pdf', false],
    ],
  );
  const ours = await answered(id);
  const reply = plainMail({
    from: 'li@example.com',
    text: '谢谢',
    headers: [`In-Reply-To: ${ours}`, `References: <picture@example.com> ${ours}`],
  });
  const second = await offered(reply);
  assert.equal(await conversationOf(second), id);
  const row = await world.read((tx) =>
    tx.selectFrom('message').select('answers_id').where('id', '=', second!).executeTakeFirstOrThrow(),
  );
  assert.equal(`<${row.answers_id}@huiyin.example>`, ours);
});

test('threads: by References, by the signed mark of the address, by the number in the subject', async () => {
  const id = await conversationOf(await offered(plainMail({ from: 'wu@example.com', id: '<wu-1@example.com>' })));
  const ours = await answered(id);
  const joins = async (said: Parameters<typeof plainMail>[0]) =>
    (await conversationOf(await offered(plainMail({ from: 'wu@example.com', ...said })))) === id;
  assert.equal(await joins({ text: 'a', headers: ['In-Reply-To: <wu-1@example.com>'] }), true);
  assert.equal(await joins({ text: 'b', headers: [`References: <else@x> ${ours} <unknown@y>`] }), true);
  assert.equal(await joins({ text: 'c', headers: ['In-Reply-To: <unknown@y>'] }), false);
  const marked = replyAddress(OURS, KEY, id);
  assert.notEqual(marked, OURS);
  assert.equal(await joins({ text: 'd', to: marked }), true);
  assert.equal(await joins({ text: 'e', headers: [`Delivered-To: ${marked.toUpperCase()}`] }), true);
  const ticketId = await world.act(
    'desk',
    openFromMessage,
    id,
    openInput.parse({
      messageIds: [(await page(id)).messages[0]!.id],
      purpose: 'complaint',
      ticket: { kind: 'consultation', title: '怎样报修', fields: { question: '怎样报修？' } },
    }),
  );
  const { number } = await ticketNow(world, ticketId as Id<'ticket'>);
  assert.equal(await joins({ text: 'f', subject: `关于 #${number}` }), true);
});

test('forgery: References, a number or a mark of somebody else’s thread join nothing', async () => {
  const id = await conversationOf(
    await offered(plainMail({ from: 'victim@example.com', id: '<victim-1@example.com>' })),
  );
  const ours = await answered(id);
  const ticketId = await world.act(
    'desk',
    openFromMessage,
    id,
    openInput.parse({
      messageIds: [(await page(id)).messages[0]!.id],
      purpose: 'complaint',
      ticket: { kind: 'consultation', title: '怎样报修', fields: { question: '怎样报修？' } },
    }),
  );
  const { number } = await ticketNow(world, ticketId as Id<'ticket'>);
  const before = (await page(id)).messages.length;
  const marked = replyAddress(OURS, KEY, id);
  const other = replyAddress(OURS, Buffer.from('another key'), id);
  for (const said of [
    { headers: [`In-Reply-To: ${ours}`] },
    { headers: ['References: <victim-1@example.com>'] },
    { subject: `#${number}` },
    { to: other },
    { to: marked.replace(/.(?=@)/, (last) => (last === 'a' ? 'b' : 'a')) },
    // whoever our own server does not believe to be the victim
    {
      from: 'victim@example.com',
      headers: [`In-Reply-To: ${ours}`, 'Authentication-Results: mx.huiyin.example; dmarc=fail'],
    },
  ])
    assert.notEqual(
      await conversationOf(
        await offered(plainMail({ from: 'thief@example.com', text: JSON.stringify(said), ...said })),
      ),
      id,
      JSON.stringify(said),
    );
  assert.equal((await page(id)).messages.length, before);
});

test('whoever was sent a copy takes part: he joins under his own name, and answers still go to whom it is with', async () => {
  const id = await conversationOf(
    await offered(plainMail({ from: 'husband@example.com', cc: 'Wife <Wife@example.com>', id: '<pair@example.com>' })),
  );
  const hers = await offered(
    plainMail({ from: 'wife@example.com', text: '我也在等', headers: ['In-Reply-To: <pair@example.com>'] }),
  );
  assert.equal(await conversationOf(hers), id);
  const { messages, correspondent } = await page(id);
  assert.equal(messages.at(-1)!.author.address, 'wife@example.com');
  assert.equal(correspondent.address, 'husband@example.com');
});

test('a bounce stands with what came back, marks it and the address, tells its author; the next mail from there unmarks', async () => {
  const id = await conversationOf(await offered(plainMail({ from: 'gone@example.com', id: '<gone-1@example.com>' })));
  const ours = await answered(id);
  assert.equal((await page(id)).waitingSince, null);
  // of somebody else's recipient, or of a mail that is none of ours, it is believed nothing
  for (const [name, recipient] of [
    [ours, 'stranger@example.com'],
    ['<0190d7a2-5b0e-7c31-9f42-1d2a3b4c5d6e@huiyin.example>', 'gone@example.com'],
  ] as const)
    assert.notEqual(await conversationOf(await offered(bounceOf(name, recipient))), id);
  assert.equal(await conversationOf(await offered(bounceOf(ours, 'gone@example.com'))), id);
  const now = await page(id);
  const sent = now.messages.find(({ direction }) => direction === 'out')!;
  assert.deepEqual([sent.state, sent.fault], ['bounced', '550 5.1.1 no such user here']);
  assert.notEqual(now.waitingSince, null, 'he still waits');
  assert.equal(now.addressFault, '550 5.1.1 no such user here');
  assert.ok((await told(world, 'desk')).some(({ type }) => type === 'conversation.bounced'));
  const faults = () => world.read((tx) => tx.selectFrom('address_fault').select('address').execute());
  assert.deepEqual(await faults(), [{ address: 'gone@example.com' }]);
  await offered(plainMail({ from: 'gone@example.com', text: '我又收到了' }));
  assert.deepEqual(await faults(), []);
  assert.equal((await page(id)).addressFault, null);
});

test('an out-of-office answer stands in its thread and owes nothing', async () => {
  const id = await conversationOf(await offered(plainMail({ from: 'away@example.com', id: '<away@example.com>' })));
  const ours = await answered(id);
  const automatic = plainMail({
    from: 'away@example.com',
    subject: 'Out of office',
    headers: [`In-Reply-To: ${ours}`, 'Auto-Submitted: auto-replied'],
  });
  assert.equal(await conversationOf(await offered(automatic)), id);
  assert.equal((await page(id)).waitingSince, null);
  assert.deepEqual(
    (await clocksAbout(world, id)).map(({ state }) => state),
    ['kept'],
  );
});

test('every mail of the corpus, broken ones too, is kept, shown and can be answered', async () => {
  for (const [no, raw] of CORPUS.entries()) {
    const unlike = raw.toString('latin1').replace('<picture@', `<corpus-${no}@`);
    const id = await conversationOf(await offered(Buffer.from(`X-No: ${no}\r\n${unlike}`, 'latin1')));
    const shown = await page(id);
    assert.ok(shown.messages.at(-1)!.hasRaw);
    if (shown.waitingSince !== null) await answered(id);
  }
});

test('offered twice, or under new numbers, it is one message; the same name with other words is another', async () => {
  const raw = plainMail({ from: 'twice@example.com', id: '<twice@example.com>', text: '一次' });
  const nameless = plainMail({ from: 'twice@example.com', text: '没有名字' });
  const before = await counts();
  assert.notEqual(await offered(raw, 900), null);
  assert.equal(await offered(raw, 900), null, 'the same number');
  assert.equal(await offered(raw, 901), null, 'a copy');
  assert.equal(await offered(raw, 900, 8), null, 'numbered anew');
  assert.notEqual(await offered(nameless, 902), null);
  assert.equal(await offered(nameless, 902, 8), null);
  assert.equal((await counts()).messages - before.messages, 2);
  assert.notEqual(
    await offered(plainMail({ from: 'twice@example.com', id: '<twice@example.com>', text: '两次' }), 903),
    null,
  );
});

test('two readers at once take in one', async () => {
  const before = await counts();
  const taken = await Promise.all(
    Array.from({ length: 12 }, (_, no) => {
      const mail = plainMail({ from: 'race@example.com', id: `<race-${no % 4}@example.com>`, text: `${no % 4}` });
      return offered(mail, 1_000 + (no % 4));
    }),
  );
  assert.equal(taken.filter((id) => id !== null).length, 4);
  assert.equal((await counts()).messages - before.messages, 4);
});

test('killed at any statement, before or after it, and offered again: exactly one, with all that belongs to it', async () => {
  let statements = 0;
  for (let at = 1; ; at += 1) {
    for (const after of [false, true]) {
      const raw = Buffer.concat([Buffer.from(`X-Kill: ${at} ${after}\r\n`), CORPUS[1]!.subarray(0)]);
      const own = Buffer.from(raw.toString('latin1').replace('<picture@', `<killed-${at}-${after}@`), 'latin1');
      const before = await counts();
      const mend = breakAt(world, at, after);
      const died = await offered(own, 5_000 + at * 2 + Number(after)).then(
        () => false,
        () => true,
      );
      mend();
      statements = at;
      await offered(own, 5_000 + at * 2 + Number(after));
      const now = await counts();
      assert.deepEqual(
        { messages: now.messages - before.messages, files: now.files - before.files, taken: now.taken - before.taken },
        { messages: 1, files: 3, taken: 1 },
        `at ${at}, ${after ? 'after' : 'before'}`,
      );
      if (!died && !after) {
        assert.ok(statements > 15, `${statements} statements`);
        return;
      }
    }
  }
});

test('one who sends hundreds of mails begins fifty conversations and no more; nothing is lost, and others are served as ever', async () => {
  const flood = (no: number) =>
    offered(plainMail({ from: 'flood@example.com', id: `<flood-${no}@example.com>`, text: `第${no}封` }));
  let last: Id<'message'> | null = null;
  for (let no = 0; no < 52; no += 1) last = await flood(no);
  const begun = await conversationsOf('flood@example.com');
  assert.deepEqual([begun.length, Math.max(...begun.map(({ mails }) => mails))], [50, 3]);
  await world.act(null, async ({ tx }) => {
    await sql`insert into message select (jsonb_populate_record(m, jsonb_build_object('id', md5('flood ' || nth)::uuid))).*
      from message m, generate_series(1, 197) nth where m.id = ${last}`.execute(tx);
  });
  await flood(52);
  assert.equal((await conversationsOf('flood@example.com')).length, 51, 'one in which two hundred lie is full');
  await offered(plainMail({ from: 'quiet@example.com', id: '<quiet@example.com>', text: '水管漏了' }));
  assert.deepEqual(
    (await conversationsOf('quiet@example.com')).map(({ mails }) => mails),
    [1],
  );
  world.clock.set(plus(world.clock.now(), HOUR));
  await offered(plainMail({ from: 'flood@example.com', id: '<later@example.com>', text: '另一件事' }));
  assert.equal((await conversationsOf('flood@example.com')).length, 52);
});

async function conversationsOf(address: string): Promise<{ mails: number }[]> {
  const { rows } = await world.read((tx) =>
    sql<{
      mails: number;
    }>`select count(m.id)::int as mails from conversation c join message m on m.conversation_id = c.id
      where c.channel_id = ${mailbox.id} and c.correspondent = ${address} group by c.id`.execute(tx),
  );
  return rows;
}
