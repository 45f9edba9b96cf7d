import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Channel } from '../../src/channel/port.ts';
import { answerConversation } from '../../src/conversation/commands/answer-conversation.ts';
import { closeConversation } from '../../src/conversation/commands/close-conversation.ts';
import { knowCustomer } from '../../src/conversation/commands/know-customer.ts';
import { noteBounced } from '../../src/conversation/commands/note-not-sent.ts';
import { openFromMessage, joinTicket } from '../../src/conversation/commands/open-from-message.ts';
import { takeConversation } from '../../src/conversation/commands/take-conversation.ts';
import { recallMessage } from '../../src/conversation/commands/recall-message.ts';
import { answerInput, conversationsQuery, openInput } from '../../src/conversation/inputs.ts';
import { countConversations, listConversations } from '../../src/conversation/list.ts';
import { conversationPage } from '../../src/conversation/page.ts';
import { offeredPhrases } from '../../src/phrase/queries.ts';
import type { Id } from '../../src/kernel/id.ts';
import { newId } from '../../src/kernel/id.ts';
import { plus, SECOND } from '../../src/kernel/time.ts';
import { reportAbsence } from '../../src/organisation/commands/report-absence.ts';
import { reportAbsenceInput } from '../../src/organisation/inputs.ts';
import { goesOut, mailboxOf, writes } from '../conversation-world.ts';
import { clocksAbout, ticketNow, told } from '../story.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

let world: World;
let mailbox: Channel;
before(async () => {
  world = await freshWorld();
  mailbox = await mailboxOf(world);
});
after(() => world.drop());

const page = (id: Id<'conversation'>) => world.ask('desk', conversationPage, id);
const waiting = () => world.ask('desk', listConversations, conversationsQuery.parse({ state: 'waiting' }));
const answers = async (
  id: Id<'conversation'>,
  said: Partial<Parameters<typeof answerInput.parse>[0] & object> = {},
) => {
  world.clock.set(plus(world.clock.now(), SECOND));
  const messageId = newId<'message'>(world.clock.now());
  await world.act(
    'desk',
    answerConversation,
    id,
    answerInput.parse({ id: messageId, text: '今天下午派师傅来。', ...said }),
  );
  return messageId;
};

test('what a customer writes is a touch of his, waits for an answer with a clock, and the answer keeps it [CHAN-02]', async () => {
  const { conversationId: id } = await writes(world, mailbox, { from: 'Wang@Example.com', text: '厨房水管漏水' });
  const [clock] = await clocksAbout(world, id);
  assert.deepEqual([clock!.kind, clock!.state], ['answer_message', 'running']);
  assert.equal((await waiting()).items[0]!.id, id);
  const answer = await answers(id);
  assert.deepEqual(
    (await page(id)).messages.map(({ direction, state }) => [direction, state]),
    [
      ['in', 'there'],
      ['out', 'waiting'],
    ],
  );
  assert.equal((await clocksAbout(world, id))[0]!.state, 'running', 'written is not sent');
  assert.equal(await goesOut(world, answer), true);
  assert.equal((await clocksAbout(world, id))[0]!.state, 'kept');
  assert.equal((await page(id)).waitingSince, null);
  const touches = await world.read((tx) =>
    tx.selectFrom('contact').select(['direction', 'channel', 'written']).orderBy('at').orderBy('id').execute(),
  );
  assert.deepEqual(touches, [
    { direction: 'in', channel: 'email', written: true },
    { direction: 'out', channel: 'email', written: true },
  ]);
});

test('an answer can be taken back until it goes, and never after', async () => {
  const { conversationId: id } = await writes(world, mailbox, { from: 'chen@example.com', text: '停车费多少？' });
  const rash = await answers(id);
  await world.act('desk', recallMessage, id, rash);
  assert.equal(await goesOut(world, rash), false, 'nothing goes that was taken back');
  const second = await answers(id);
  await goesOut(world, second);
  await assert.rejects(world.act('desk', recallMessage, id, second), { code: 'message.gone_out' });
  assert.deepEqual(
    (await page(id)).messages.map(({ state }) => state),
    ['there', 'recalled', 'sent'],
  );
});

test('nobody answers twice, nor what he has not read', async () => {
  const { conversationId: id, messageId } = await writes(world, mailbox, { from: 'li@example.com', text: '电梯坏了' });
  const { messageId: more } = await writes(world, mailbox, {
    from: 'li@example.com',
    text: '又坏了',
    conversationId: id,
  });
  await assert.rejects(answers(id, { seen: messageId }), { code: 'conversation.more_came' });
  const sent = await answers(id, { seen: more });
  await assert.rejects(answers(id, { seen: more }), { code: 'conversation.answered_meanwhile' });
  assert.equal((await page(id)).newestId, sent);
});

test('one message opens several matters and a later one joins them; the answer reaches each of their clocks', async () => {
  const { conversationId: id, messageId } = await writes(world, mailbox, {
    from: 'wu@example.com',
    text: '漏水，还有噪音',
  });
  const matter = (kind: string, title: string, fields = {}) =>
    world.act(
      'desk',
      openFromMessage,
      id,
      openInput.parse({
        messageIds: [messageId],
        purpose: 'complaint',
        ticket: { kind, title, fields, placeId: Object.values(world.places)[0] },
      }),
    );
  const complaint = await matter('complaint', '夜间噪音', { about: 'noise', wanted_solution: '安静' });
  const suggestion = await matter('consultation', '怎样报修', { question: '怎样报修？' });
  assert.deepEqual(
    (await page(id)).messages[0]!.tickets.map(({ id: ticket }) => ticket).toSorted(),
    [complaint, suggestion].toSorted(),
  );
  await goesOut(world, await answers(id));
  for (const ticket of [complaint, suggestion])
    assert.notEqual((await ticketNow(world, ticket)).answered_at, null, 'the mail is the answer to both');
  const { messageId: later } = await writes(world, mailbox, {
    from: 'wu@example.com',
    text: '还在响',
    conversationId: id,
  });
  const joined = (await page(id)).messages.find((message) => message.id === later)!;
  assert.equal(joined.tickets.length, 2, 'what comes in the thread belongs to its matters');
  const other = await writes(world, mailbox, { from: 'zhao@example.com', text: '我也听见' });
  await world.act('desk', joinTicket, other.conversationId, { messageIds: [other.messageId], ticketId: complaint });
  assert.equal((await page(other.conversationId)).tickets[0]!.id, complaint);
});

test('who it is that writes is said once: he is known the next time', async () => {
  const first = await writes(world, mailbox, { from: 'new@example.com', text: '你好' });
  assert.equal((await page(first.conversationId)).customer, null);
  const customerId = Object.values(world.customers)[0]!;
  await world.act('desk', knowCustomer, first.conversationId, { customerId, keepAddress: true });
  const next = await writes(world, mailbox, { from: 'NEW@example.com', text: '又是我' });
  assert.equal((await page(next.conversationId)).customer?.id, customerId);
  const touch = await world.read((tx) =>
    tx
      .selectFrom('contact')
      .select('id')
      .where('customer_id', '=', customerId)
      .where('channel', '=', 'email')
      .execute(),
  );
  assert.equal(touch.length, 2);
});

test('an answer that comes back was none: it is owed again, and its author hears of it', async () => {
  const { conversationId: id } = await writes(world, mailbox, { from: 'gone@example.com', text: '请回复' });
  const answer = await answers(id, { closes: true });
  await goesOut(world, answer, true);
  assert.equal((await page(id)).closedBecause, 'answered');
  await world.act(null, noteBounced, answer, '550 no such user');
  const now = await page(id);
  assert.deepEqual([now.closedAt, now.waitingSince !== null, now.messages.at(-1)!.state], [null, true, 'bounced']);
  assert.ok((await told(world, 'desk')).some(({ type }) => type === 'conversation.bounced'));
});

test('what a machine wrote owes nothing; spam is closed and counted neither as kept nor as late', async () => {
  const before = await world.ask('desk', countConversations);
  await writes(world, mailbox, { from: 'robot@example.com', text: '我不在办公室', sort: 'automatic' });
  assert.deepEqual(await world.ask('desk', countConversations), before);
  const { conversationId: id } = await writes(world, mailbox, { from: 'casino@example.com', text: '中奖了' });
  await world.act('desk', closeConversation, id, 'spam');
  assert.deepEqual(
    (await clocksAbout(world, id)).map(({ outcome }) => outcome),
    ['cancelled'],
  );
});

test('whoever leaves or is away: his open conversations are his successor’s, with what is owed in them', async () => {
  const { conversationId: id } = await writes(world, mailbox, { from: 'later@example.com', text: '明天回复也可以' });
  await world.act('desk', takeConversation, id, { personId: world.people.desk });
  assert.equal((await clocksAbout(world, id))[0]!.owner_id, world.people.desk);
  const absence = reportAbsenceInput.parse({
    id: newId(world.clock.now()),
    from: world.clock.now(),
    reason: '病假',
    successorId: world.people.desk2,
  });
  await world.act('supervisor', reportAbsence, world.people.desk, absence);
  assert.equal((await page(id)).owner?.id, world.people.desk2);
  assert.equal((await clocksAbout(world, id))[0]!.owner_id, world.people.desk2);
});

test('while one answers, phrases fit where the thread stands, with the customer in his place; none goes with a place left open', async () => {
  const { conversationId: id, messageId } = await writes(world, mailbox, {
    from: 'angry@example.com',
    text: '太吵了！',
  });
  const first = async () => (await world.ask('desk', offeredPhrases, { conversation: id })).items[0]!;
  assert.equal((await first()).situation, 'greeting');
  const ticket = { kind: 'complaint', title: '夜间噪音', fields: { about: 'noise', wanted_solution: '安静' } };
  const opening = openInput.parse({ messageIds: [messageId], purpose: 'complaint', ticket });
  await world.act('desk', openFromMessage, id, opening);
  assert.equal((await first()).situation, 'apology', 'a complaint by now');
  await assert.rejects(answers(id, { text: '{customer}，非常抱歉。' }), { code: 'words.unfilled' });
  await assert.rejects(world.ask('plumber', offeredPhrases, { conversation: id }), { code: 'conversation.unknown' });
});
