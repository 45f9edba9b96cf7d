import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Channel } from '../../src/channel/port.ts';
import { letterOf } from '../../src/channel/mail/letter.ts';
import { answerConversation } from '../../src/conversation/commands/answer-conversation.ts';
import { noteBounced } from '../../src/conversation/commands/note-not-sent.ts';
import { openFromMessage } from '../../src/conversation/commands/open-from-message.ts';
import { answerInput, openInput } from '../../src/conversation/inputs.ts';
import { conversationPage } from '../../src/conversation/page.ts';
import { changeCustomer } from '../../src/customer/commands/change-customer.ts';
import { newId } from '../../src/kernel/id.ts';
import { plus, SECOND } from '../../src/kernel/time.ts';
import { changeMilestones } from '../../src/milestone/commands/change-milestones.ts';
import { TELL_MILESTONE, tellMilestone } from '../../src/milestone/commands/tell-milestone.ts';
import { previewMilestone, readMilestones } from '../../src/milestone/queries.ts';
import { changeSettings } from '../../src/pack/commands/change-settings.ts';
import { whyNotMilestones } from '../../src/pack/milestones.ts';
import type { Milestone } from '../../src/pack/milestones.ts';
import { settingsVersionOf } from '../../src/pack/settings.ts';
import { answerCustomer } from '../../src/ticket/commands/add-note.ts';
import { closeTicket } from '../../src/ticket/commands/close-ticket.ts';
import { reopenTicket } from '../../src/ticket/commands/reopen-ticket.ts';
import { resolveTicket } from '../../src/ticket/commands/resolve-ticket.ts';
import { resolveInput, tellInput } from '../../src/ticket/inputs.ts';
import { tellCustomer } from '../../src/ticket/commands/tell-customer.ts';
import { assignPerson } from '../../src/work-order/commands/assign-person.ts';
import { issueWorkOrder } from '../../src/work-order/commands/issue-work-order.ts';
import { acceptWorkOrder, setOut } from '../../src/work-order/commands/take-steps.ts';
import { goesOut, mailboxOf, writes } from '../conversation-world.ts';
import { clocksAbout, takeInMatter } from '../story.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

let world: World;
let mailbox: Channel;
let shipped: Milestone[];
before(async () => {
  world = await freshWorld();
  mailbox = await mailboxOf(world);
  const { version, items } = await world.ask('admin', readMilestones);
  shipped = items;
  const milestones = items.map((one) => ({ ...one, on: true }));
  await world.act('admin', changeMilestones, { milestones, seen: version, why: '开通邮箱' });
  await mails('chen', 'chen@example.com');
});
after(() => world.drop());

const mails = (who: 'chen' | 'lin', address: string) =>
  world.act('desk', changeCustomer, world.customers[who], { emails: [{ address, label: '' }] });

/** The outbox is worked through, twice over: a job that is handed out again changes nothing. */
async function works(): Promise<void> {
  const jobs = await world.read((tx) =>
    tx.selectFrom('outbox').selectAll().where('task', '=', TELL_MILESTONE).orderBy('run_at').orderBy('id').execute(),
  );
  for (const { payload } of [...jobs, ...jobs])
    await world.act(null, (context) => tellMilestone(context, payload as Record<string, unknown>));
  await world.act(null, ({ tx }) => tx.deleteFrom('outbox').where('task', '=', TELL_MILESTONE).execute());
}

/** What went to somebody, the first first. */
async function writtenTo(address: string) {
  await works();
  const rows = await world.read((tx) =>
    tx
      .selectFrom('message as m')
      .innerJoin('conversation as o', 'o.id', 'm.conversation_id')
      .selectAll('m')
      .where('o.correspondent', '=', address)
      .where('m.sort', '=', 'automatic')
      .orderBy('m.recorded_at')
      .orderBy('m.id')
      .execute(),
  );
  return rows;
}

test('from taking in to closing the customer is written to once for each milestone, in one thread, and what is done anew is told anew', async () => {
  const ticket = await takeInMatter(world, 'leak');
  const [taken] = await writtenTo('chen@example.com');
  assert.equal(taken!.subject, `已受理：厨房漏水（${ticket.number}）`);
  assert.match(
    taken!.text,
    new RegExp(`^陈先生您好：\\n\\n您的事项“厨房漏水”已受理，受理单号 ${ticket.number}，由王前台负责`),
  );
  const order = await world.act('supervisor', issueWorkOrder, ticket.id, { task: '查漏' });
  await world.act('maintenance', assignPerson, order.id, { personId: world.people.plumber });
  await world.act('plumber', acceptWorkOrder, order.id, {});
  await world.act('plumber', setOut, order.id, {});
  const texts = (await writtenTo('chen@example.com')).map(({ text }) => text.split('\n')[2]);
  assert.equal(texts.length, 3);
  assert.deepEqual(
    new Set(texts),
    new Set([
      `您的事项“厨房漏水”已受理，受理单号 ${ticket.number}，由王前台负责。`,
      `您的事项“厨房漏水”（${ticket.number}）已安排钱师傅上门处理。`,
      `钱师傅已出发，前往处理您的事项“厨房漏水”（${ticket.number}）。`,
    ]),
  );
  const conversations = new Set((await writtenTo('chen@example.com')).map((one) => one.conversation_id));
  assert.equal(conversations.size, 1);
  const { version } = await world.ask('desk', conversationPage, [...conversations][0]!);
  assert.ok(version > 0);
});

test('what is written by itself is no answer: nothing owed is kept, nobody who answers meanwhile is stopped, and it says that a machine wrote it', async () => {
  const { conversationId, messageId } = await writes(world, mailbox, { from: 'lin@example.com', text: '电梯异响' });
  await mails('lin', 'lin@example.com');
  const input = {
    messageIds: [messageId],
    ticket: { kind: 'consultation', title: '电梯异响', fields: { question: '怎么回事' } },
    purpose: 'consultation',
  };
  await world.act('desk', openFromMessage, conversationId, openInput.parse(input));
  const [update] = await writtenTo('lin@example.com');
  assert.equal(update!.conversation_id, conversationId, 'where he wrote about it');
  assert.equal(update!.subject, 'Re: 水管漏水');
  assert.ok(await goesOut(world, update!.id));
  assert.equal((await clocksAbout(world, conversationId))[0]!.state, 'running');
  const page = await world.ask('desk', conversationPage, conversationId);
  assert.notEqual(page.waitingSince, null);
  world.clock.set(plus(world.clock.now(), SECOND));
  const answer = { id: newId<'message'>(world.clock.now()), text: '已派人查看', seen: messageId };
  await world.act('desk', answerConversation, conversationId, answerInput.parse(answer));
  const letter = await world.act(null, async (context) => {
    const conversation = await context.tx
      .selectFrom('conversation')
      .selectAll()
      .where('id', '=', conversationId)
      .executeTakeFirstOrThrow();
    return letterOf(context, mailbox, Buffer.alloc(32), { message: update!, conversation }, false);
  });
  assert.equal(letter.headers['Auto-Submitted'], 'auto-generated');
  assert.equal(letter.from.name, world.organisation.name);
  const touch = await world.read((tx) =>
    tx.selectFrom('message').select('contact_id').where('id', '=', update!.id).executeTakeFirstOrThrow(),
  );
  assert.notEqual(touch.contact_id, null, 'it stands among the contacts of his matter');
});

test('of what was asked in a group nothing is told there, where others read along, nor is anything written to whoever wants no more', async () => {
  const numbers = await mailboxOf(world, '10690000', 'sms');
  const group = { thread: 'room', group: { name: '3 栋业主群', sort: 'customer' as const, members: null } };
  const asked = async (from: string, over: object) => {
    const { conversationId, messageId } = await writes(world, numbers, { from, text: '电梯异响', ...over });
    const ticket = { kind: 'consultation', title: '电梯异响', fields: { question: '怎么回事' } };
    const input = openInput.parse({ messageIds: [messageId], ticket, purpose: 'consultation' });
    await world.act('desk', openFromMessage, conversationId, input);
    return conversationId;
  };
  const [quiet, other] = ['+8613800000011', '+8613800000012'];
  await world.act(null, ({ tx, now }) =>
    tx.insertInto('channel_opt_out').values({ channel_id: numbers.id, address: quiet, at: now }).execute(),
  );
  await asked(quiet, {});
  await asked('+8613800000013', group);
  await asked(other, {});
  assert.deepEqual(
    [(await writtenTo('room')).length, (await writtenTo(quiet)).length, (await writtenTo(other)).length],
    [0, 0, 1],
  );
});

test('what comes back owes nobody anything', async () => {
  await takeInMatter(world, 'help');
  const last = (await writtenTo('chen@example.com')).at(-1)!;
  assert.ok(await goesOut(world, last.id));
  await world.act(null, noteBounced, last.id, '550 no such user');
  assert.equal((await clocksAbout(world, last.conversation_id)).length, 0);
});

test('whoever wants nothing is written nothing; whoever speaks English reads English; where no way is known nothing is written', async () => {
  await mails('lin', 'lin2@example.com');
  const change = (updates: 'none' | 'any') =>
    world.act('desk', changeCustomer, world.customers.lin, { updates, language: 'en' });
  await change('none');
  const of = { customerId: world.customers.lin, placeId: world.places.flat1102 };
  const before = await takeInMatter(world, 'leak', of);
  assert.equal((await writtenTo('lin2@example.com')).length, 0);
  await change('any');
  await takeInMatter(world, 'leak', of);
  const [update] = await writtenTo('lin2@example.com');
  assert.match(update!.text, /^Dear 林女士,\n\nwe have taken in your matter/);
  const nobody = await takeInMatter(world, 'leak', { customerId: undefined, callerName: '过路人' });
  await works();
  const told = await world.read((tx) => tx.selectFrom('milestone_told').selectAll().execute());
  const outcomes = (id: string) => told.filter((row) => row.ticket_id === id).map(({ outcome }) => outcome);
  assert.deepEqual([outcomes(before.id), outcomes(nobody.id)], [['declined'], ['no_way']]);
});

test('done, opened again, done again and closed: each is told, and the first words of a promise that is late once', async () => {
  const ticket = await takeInMatter(world, 'consultation', { title: '装修押金', fields: { question: '何时退' } });
  await world.until('2026-10-09T12:00+08:00');
  await world.act('desk', answerCustomer, ticket.id, { text: '验收后退', channel: 'phone', sendsElsewhere: false });
  const done = () => world.act('desk', resolveTicket, ticket.id, resolveInput.parse({ outcome: '已说明' }));
  await done();
  await works();
  await world.act('desk', reopenTicket, ticket.id, { reason: '没听懂', because: 'by_hand' });
  await done();
  await world.act('desk', tellCustomer, ticket.id, tellInput.parse({ text: '已说明', channel: 'phone' }));
  await world.act('supervisor', closeTicket, ticket.id, {});
  const said = (await writtenTo('chen@example.com')).filter(({ text }) => text.includes('装修押金'));
  const of = (part: string) => said.filter(({ text }) => text.includes(part)).length;
  assert.deepEqual([of('已受理'), of('未能按承诺'), of('已办结'), of('已结单')], [1, 1, 2, 1]);
});

describe('templates', () => {
  test('are kept in versions with the reason, by whoever runs the house only', async () => {
    const { version, items } = await world.ask('admin', readMilestones);
    const change = { milestones: items, seen: version, why: '改口吻' };
    await assert.rejects(world.act('desk', changeMilestones, change), { code: 'right.missing' });
    await world.act('admin', changeMilestones, change);
    const { settings, version: now } = await world.ask('admin', settingsVersionOf);
    assert.equal(now, version + 1);
    await assert.rejects(world.act('admin', changeSettings, { settings, seen: version, why: '旧的' }), {
      code: 'stale',
    });
  });

  test('are read in every language before they go, with examples or as one customer would', async () => {
    const ticket = await takeInMatter(world, 'leak');
    const shown = await world.ask('admin', previewMilestone, { milestone: shipped[0]!, ticketId: ticket.id });
    assert.match(shown.text['en'], new RegExp(`number ${ticket.number}`));
    assert.match(
      shown.text['zh-hant'],
      new RegExp(`^陈先生您好：\\n\\n您的事項「厨房漏水」已受理，受理單號 ${ticket.number}`),
    );
    const example = await world.ask('admin', previewMilestone, { milestone: shipped[0]! });
    assert.match(example.text['zh-hans'], /陈女士您好/);
  });

  const words = (text: string) => ({ en: text, 'zh-hans': text, 'zh-hant': text });
  const one: Milestone = { key: 'done', on: true, subject: words('{title}'), text: words('{number}') };
  const cases: [string, Milestone[], string | undefined][] = [
    ['as it should be', [one], undefined],
    ['one milestone twice', [one, one], 'milestone.twice'],
    ['a place that nothing is known for', [{ ...one, text: words('{price}') }], 'milestone.place_unknown'],
  ];
  for (const [what, milestones, code] of cases)
    test(what, () => assert.equal(whyNotMilestones(milestones)?.code, code));
});
