import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Channel } from '../../src/channel/port.ts';
import { colleaguesAt } from '../../src/conversation/colleagues.ts';
import { answerConversation } from '../../src/conversation/commands/answer-conversation.ts';
import { closeConversation, reopenConversation } from '../../src/conversation/commands/close-conversation.ts';
import { openFromMessage } from '../../src/conversation/commands/open-from-message.ts';
import { noteOnConversation } from '../../src/conversation/commands/note-on-conversation.ts';
import { takeConversation } from '../../src/conversation/commands/take-conversation.ts';
import { answerInput, conversationsQuery, noteInput, openInput } from '../../src/conversation/inputs.ts';
import { listConversations } from '../../src/conversation/list.ts';
import { conversationPage } from '../../src/conversation/page.ts';
import { addCustomer } from '../../src/customer/commands/add-customer.ts';
import { eraseCustomer } from '../../src/customer/commands/erase-customer.ts';
import { addCustomerInput } from '../../src/customer/inputs.ts';
import { customerPage } from '../../src/customer/page.ts';
import { keepDraft } from '../../src/draft/commands/keep-draft.ts';
import { draftOn } from '../../src/draft/queries.ts';
import type { Id } from '../../src/kernel/id.ts';
import { newId } from '../../src/kernel/id.ts';
import { storeForeign } from '../../src/platform/files/store-foreign.ts';
import { myWork } from '../../src/report/my-work.ts';
import { searchEverywhere } from '../../src/search/everywhere.ts';
import { searchAsk } from '../../src/search/shapes.ts';
import { ticketTimeline } from '../../src/ticket/timeline.ts';
import { mailboxOf, writes } from '../conversation-world.ts';
import { clocksAbout } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

let world: World;
let mailbox: Channel;
before(async () => {
  world = await freshWorld();
  mailbox = await mailboxOf(world);
});
after(() => world.drop());

const found = async (who: PersonKey, q: string) =>
  (await world.ask(who, searchEverywhere, searchAsk.parse({ q, type: 'message' }))).items;

const customer = (name: string, address: string) =>
  world.act('desk', addCustomer, addCustomerInput.parse({ name, emails: [{ address }] }));

const page = (id: Id<'conversation'>) => world.ask('desk', conversationPage, id);

test('a message is found by its words, its writer and his address, by whoever may see it and by nobody else', async () => {
  const { conversationId } = await writes(world, mailbox, {
    from: 'ouyang@example.com',
    text: '地下车库的道闸打不开',
    subject: '道闸故障',
  });
  for (const q of ['道闸打不开', '道闸故障', 'ouyang@example.com'])
    assert.deepEqual(
      (await found('desk', q)).map(({ title, conversationId: within }) => [title, within]),
      [['道闸故障', conversationId]],
      q,
    );
  assert.deepEqual(await found('plumber', '道闸打不开'), []);
  await world.act('desk', takeConversation, conversationId, { personId: world.people.desk });
  assert.equal((await world.ask('desk', searchEverywhere, searchAsk.parse({ q: '道闸' }))).items.length, 1);
});

test('closed by mistake and opened again, his answer is owed again; a matter says by which message it was opened', async () => {
  const { conversationId: id, messageId } = await writes(world, mailbox, {
    from: 'tang@example.com',
    text: '楼道灯不亮',
  });
  await world.act('desk', closeConversation, id, 'spam');
  assert.equal((await page(id)).waitingSince, null);
  await world.act('desk', reopenConversation, id);
  const again = await page(id);
  assert.ok(again.waitingSince, 'he still waits');
  assert.equal(again.clock?.state, 'running');
  const ticketId = await world.act(
    'desk',
    openFromMessage,
    id,
    openInput.parse({
      messageIds: [messageId],
      purpose: 'consultation',
      ticket: { kind: 'consultation', title: '楼道灯', fields: { question: '灯不亮' } },
      promise: { dueAt: '2026-12-01T10:00:00+08:00', words: '查看后回复' },
    }),
  );
  const owed = (await clocksAbout(world, ticketId)).map(({ kind }) => kind);
  assert.ok(owed.includes('promise'), `what was promised stands with it: ${owed.join(', ')}`);
  const { items } = await world.ask('desk', ticketTimeline, ticketId, { limit: 20 });
  assert.ok(items.some(({ conversationId }) => conversationId === id));
  const ofTicket = conversationsQuery.parse({ state: 'all', ticket: ticketId });
  const [line, ...more] = (await world.ask('desk', listConversations, ofTicket)).items;
  assert.deepEqual([line!.id, line!.tickets.map((one) => one.id), more.length], [id, [ticketId], 0]);
});

test('a half-written answer belongs to the conversation: whoever answers next finds it, and whoever may not see it never does', async () => {
  const { conversationId: id } = await writes(world, mailbox, { from: 'xu@example.com', text: '请回电' });
  const subject = `conversation/${id}/answer`;
  await world.act('desk', keepDraft, subject, '您好，', null);
  assert.equal(await world.ask('desk2', draftOn, subject), null, 'not his to answer');
  await world.act('desk', takeConversation, id, { personId: world.people.desk2 });
  assert.equal((await world.ask('desk2', draftOn, subject))?.text, '您好，');
  await assert.rejects(world.ask('plumber', draftOn, subject), { code: 'conversation.unknown' });
});

test('a customer erased: what was written with him is gone, what was to go out goes no more, and that it was stays', async () => {
  const customerId = await customer('司马青', 'sima@example.com');
  const messageId = newId<'message'>(world.clock.now());
  const file = await world.act(null, (context) =>
    storeForeign(context, { name: 'sima.txt', bytes: Buffer.from('x') }, { type: 'message', id: messageId }),
  );
  const { conversationId: id } = await writes(world, mailbox, {
    id: messageId,
    from: 'sima@example.com',
    text: '我是司马青，住三栋',
    subject: '司马青来信',
    html: '<p>司马青</p>',
    externalId: '<1@sima.example>',
    files: [{ id: file, contentId: null }],
  });
  const answerId = newId<'message'>(world.clock.now());
  await world.act('desk', answerConversation, id, answerInput.parse({ id: answerId, text: '司马先生您好' }));
  await world.act('desk', eraseCustomer, customerId, { reason: 'asked_by_customer' });
  const rows = await world.read((tx) =>
    tx.selectFrom('message').selectAll().where('conversation_id', '=', id).orderBy('direction').execute(),
  );
  assert.doesNotMatch(JSON.stringify(rows), /司马|sima/);
  assert.deepEqual(
    rows.map((row) => [row.id, row.state, row.html, row.external_id]),
    [
      [messageId, 'there', null, null],
      [answerId, 'recalled', null, null],
    ],
  );
  const after = await page(id);
  assert.deepEqual([after.waitingSince, after.clock, after.closedBecause], [null, null, 'needs_none']);
  assert.doesNotMatch(JSON.stringify(after), /sima/);
  assert.deepEqual(await found('desk', '司马'), []);
  const left = await world.read((tx) => tx.selectFrom('file').select('id').where('id', '=', file).executeTakeFirst());
  assert.equal(left, undefined, 'what hung on it is gone');
  assert.equal((await world.ask('desk', customerPage, customerId)).erasure?.gone['conversations'], 1);
});

test('whoever is named in a note hears of it; whoever may not see the conversation cannot be named', async () => {
  const { conversationId: id } = await writes(world, mailbox, { from: 'mentions@example.com', text: '门禁卡失效' });
  const note = (personId: Id<'person'>) =>
    world.act(
      'desk',
      noteOnConversation,
      id,
      noteInput.parse({ id: newId<'message'>(world.clock.now()), text: '请看一下', mentions: [personId] }),
    );
  await note(world.people.supervisor);
  const told = await world.read((tx) =>
    tx.selectFrom('notification').select('person_id').where('type', '=', 'conversation.mentioned').execute(),
  );
  assert.deepEqual(told, [{ person_id: world.people.supervisor }]);
  await assert.rejects(note(world.people.plumber), { code: 'conversation.not_for_him' });
  assert.equal((await page(id)).messages.length, 2, 'a refused note is not written');
  const { items } = await world.ask('desk', colleaguesAt, id, '');
  const why = (personId: Id<'person'>) => items.find((one) => one.id === personId)?.why;
  assert.ok(items.length > 0 && items.every((one) => one.id !== world.people.desk), 'not oneself');
  assert.equal(why(world.people.supervisor) ?? null, null);
});

test('an answer that is owed stands in my work by whom it is owed to, and what about', async () => {
  const { conversationId: id } = await writes(world, mailbox, {
    from: 'owed@example.com',
    text: '请问何时供暖',
    subject: '供暖时间',
  });
  await world.act('desk', takeConversation, id, { personId: world.people.desk });
  const { groups } = await world.ask('desk', myWork);
  const mine = groups.flatMap(({ items }) => items).find((one) => 'subject' in one && one.subject.id === id);
  assert.equal(mine?.title, 'owed@example.com · 供暖时间');
});
