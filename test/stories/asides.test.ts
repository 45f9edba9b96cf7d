import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Channel } from '../../src/channel/port.ts';
import { answerConversation } from '../../src/conversation/commands/answer-conversation.ts';
import { askAside } from '../../src/conversation/commands/ask-aside.ts';
import { closeConversation, reopenConversation } from '../../src/conversation/commands/close-conversation.ts';
import { knowCustomer } from '../../src/conversation/commands/know-customer.ts';
import { answerInput, asideInput } from '../../src/conversation/inputs.ts';
import { conversationPage } from '../../src/conversation/page.ts';
import type { Id } from '../../src/kernel/id.ts';
import { newId } from '../../src/kernel/id.ts';
import { waitFor } from '../../src/ticket/commands/move-stage.ts';
import { customerView } from '../../src/ticket/forms.ts';
import type { Ticket } from '../../src/ticket/ticket.ts';
import { ticketTimeline } from '../../src/ticket/timeline.ts';
import { goesOut, mailboxOf, writes } from '../conversation-world.ts';
import { clocksAbout, takeInMatter } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

const FIRM = 'lift@firm.example';

let world: World;
let mailbox: Channel;
let ticket: Ticket;
before(async () => {
  world = await freshWorld();
  mailbox = await mailboxOf(world);
  ticket = await takeInMatter(world, 'leak');
});
after(() => world.drop());

type Ids = { id: Id<'message'>; conversationId: Id<'conversation'> };
const fresh = (): Ids => ({
  id: newId<'message'>(world.clock.now()),
  conversationId: newId<'conversation'>(world.clock.now()),
});
const asks = (who: PersonKey, ids: Ids, over: object = {}) =>
  world.act(
    who,
    askAside,
    ticket.id,
    asideInput.parse({
      ...ids,
      to: { name: '电梯维保公司', address: FIRM },
      subject: '井道渗水',
      text: '请于明日上午派人查看。',
      ...over,
    }),
  );
const page = (id: Id<'conversation'>) => world.ask('desk', conversationPage, id);
const waitForCustomer = () => world.act('desk', waitFor, ticket.id, { reason: 'waiting_customer' });
const told = async () =>
  (await world.ask('desk', ticketTimeline, ticket.id, { limit: 100 })).items.filter(({ type }) =>
    type.startsWith('conversation.aside'),
  );

test('a firm is asked about a matter by mail, and what it answers comes into the matter; the customer sees nothing of it', async () => {
  const ids = fresh();
  await asks('desk', ids);
  await asks('desk', ids);
  assert.equal((await page(ids.conversationId)).messages.length, 1, 'sent again, it is one question');
  assert.equal(await goesOut(world, ids.id), true);
  const contacts = await world.read((tx) => tx.selectFrom('contact').select('id').execute());

  await writes(world, mailbox, {
    conversationId: ids.conversationId,
    from: FIRM,
    text: '明早九点到。',
  });
  assert.deepEqual(
    (await told()).map(({ type, words }) => [type, words]),
    [
      ['conversation.aside_received', '明早九点到。'],
      ['conversation.aside_sent', '请于明日上午派人查看。'],
      ['conversation.aside_begun', null],
    ],
  );
  assert.deepEqual(
    (await world.read((tx) => tx.selectFrom('contact').select('id').execute())).length,
    contacts.length,
    'nobody of ours spoke with the customer',
  );
  const seen = JSON.stringify(await world.ask('desk', customerView, ticket.id));
  assert.ok(!seen.includes('明早九点到') && !seen.includes('派人查看'), seen);
});

test('whoever asked and whoever has the matter hear of the answer; nothing is owed for it, and the matter waits for whom it waited', async () => {
  const ids = fresh();
  await asks('supervisor', ids);
  await goesOut(world, ids.id);
  await waitForCustomer();
  await writes(world, mailbox, { conversationId: ids.conversationId, from: FIRM, text: '已派人。' });
  const heard = await world.read((tx) =>
    tx
      .selectFrom('notification')
      .select('person_id')
      .where('type', '=', 'conversation.aside_received')
      .where('subject_id', '=', ids.conversationId)
      .execute(),
  );
  assert.deepEqual(
    heard.map(({ person_id }) => person_id).toSorted(),
    [world.people.supervisor, world.people.desk].toSorted(),
  );
  assert.deepEqual(await clocksAbout(world, ids.conversationId), []);
  assert.equal((await page(ids.conversationId)).waitingSince, null);
  await world.act('supervisor', closeConversation, ids.conversationId, 'needs_none');
  await world.act('supervisor', reopenConversation, ids.conversationId);
  assert.deepEqual(await clocksAbout(world, ids.conversationId), [], 'nor is it once opened again');
  const { stage_class: waits } = await world.read((tx) =>
    tx.selectFrom('ticket').select('stage_class').where('id', '=', ticket.id).executeTakeFirstOrThrow(),
  );
  assert.equal(waits, 'waiting_customer');
});

test('an aside goes on as a conversation does, answers no first answer of the customer, and its firm becomes nobody’s customer', async () => {
  const other = await takeInMatter(world, 'leak', { title: '天台漏水' });
  const ids = fresh();
  await world.act(
    'desk',
    askAside,
    other.id,
    asideInput.parse({ ...ids, to: { address: FIRM }, subject: '天台', text: '请报价。' }),
  );
  await goesOut(world, ids.id);
  const second = newId<'message'>(world.clock.now());
  await world.act('desk', answerConversation, ids.conversationId, answerInput.parse({ id: second, text: '请尽快。' }));
  await goesOut(world, second);
  const { messages, about } = await page(ids.conversationId);
  assert.deepEqual([messages.length, about?.id], [2, other.id]);
  const firstAnswer = await world.read((tx) =>
    tx.selectFrom('ticket').select('answered_at').where('id', '=', other.id).executeTakeFirstOrThrow(),
  );
  assert.equal(firstAnswer.answered_at, null, 'the customer still waits');
  await assert.rejects(
    world.act('desk', knowCustomer, ids.conversationId, { customerId: world.customers.chen, keepAddress: true }),
    { code: 'conversation.aside' },
  );
});

test('it is asked by whoever answers messages there, from a mailbox that is on', async () => {
  await assert.rejects(asks('plumber', fresh()), { code: 'right.missing' });
  await assert.rejects(asks('desk', fresh(), { channelId: newId<'channel'>(world.clock.now()) }), {
    code: 'channel.unknown',
  });
  await assert.rejects(asks('desk', fresh(), { text: '这不归我管' }), { code: 'words.never_said' });
  await world.act(null, ({ tx, now }) => tx.updateTable('channel').set({ off_at: now }).execute());
  await assert.rejects(asks('desk', fresh()), { code: 'channel.off' });
});
