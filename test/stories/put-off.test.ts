import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { recordContact } from '../../src/contact/commands/record-contact.ts';
import { contactInput } from '../../src/contact/inputs.ts';
import { eraseCustomerFromReminders } from '../../src/reminder/commands/erase-customer-words.ts';
import { doneReminder, moveReminder } from '../../src/reminder/commands/end-reminder.ts';
import { setReminder } from '../../src/reminder/commands/set-reminder.ts';
import { snoozeTicket, wakeUp } from '../../src/reminder/commands/snooze-ticket.ts';
import { reminderInput, remindersQuery, snoozeInput } from '../../src/reminder/inputs.ts';
import { myReminders } from '../../src/reminder/list.ts';
import { myWork } from '../../src/report/my-work.ts';
import { wakeAtMoment } from '../../src/reactions/tell-watchers.ts';
import { answerCustomer } from '../../src/ticket/commands/add-note.ts';
import { addNote } from '../../src/ticket/commands/note-inside.ts';
import { stopWatching, watchTicket } from '../../src/ticket/commands/watch-ticket.ts';
import { colleagues } from '../../src/ticket/colleagues.ts';
import { answerInput, internalNoteInput } from '../../src/ticket/inputs-words.ts';
import { listTickets } from '../../src/ticket/list.ts';
import { ticketsQuery } from '../../src/ticket/list-shapes.ts';
import { ticketPage } from '../../src/ticket/page.ts';
import { clocksAbout, takeInMatter, told } from '../story.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';
import type { PersonKey } from '../world-seed.ts';

let world: World;
before(async () => {
  world = await freshWorld({ at: '2026-09-21T09:00+08:00' });
});
after(() => world.drop());

const refused = (code: string) => (fault: { code?: string }) => fault.code === code;
const mine = async (who: PersonKey) => {
  const { groups, snoozed } = await world.ask(who, myWork);
  return { snoozed, of: Object.fromEntries(groups.map((group) => [group.key, group.items.map((item) => item.id)])) };
};
const everything = async (who: PersonKey) => Object.values((await mine(who)).of).flat();
const snooze = (id: string, input: object) => world.act('desk', snoozeTicket, id, snoozeInput.parse(input));
const heard = async (who: PersonKey, type: string) => (await told(world, who)).filter((one) => one.type === type);
/** What waits for the undo delay is delivered. */
const aLittleLater = () => world.at(new Date(Date.parse(world.clock.now()) + 60_000).toISOString());

test('put off until a moment, a ticket is out of my list, and comes back by itself at the top; no clock stops', async () => {
  const ticket = await takeInMatter(world, 'suggestion', { title: '加装长椅', fields: { suggestion: '加装长椅' } });
  const before = await clocksAbout(world, ticket.id);
  await snooze(ticket.id, { until: '2026-09-21T11:00:00+08:00' });
  assert.deepEqual([(await everything('desk')).includes(ticket.id), (await mine('desk')).snoozed], [false, 1]);
  assert.deepEqual(await clocksAbout(world, ticket.id), before);
  const list = await world.ask('desk', listTickets, ticketsQuery.parse({ snoozed: 'true' }));
  assert.deepEqual(
    list.items.map((item) => item.id),
    [ticket.id],
  );
  assert.equal((await world.ask('desk', ticketPage, ticket.id)).mine.snooze?.state, 'sleeping');
  assert.equal((await world.ask('supervisor', ticketPage, ticket.id)).mine.snooze, null, 'it is my own affair');
  world.at('2026-09-21T11:00+08:00');
  assert.deepEqual((await mine('desk')).of['back'], [ticket.id]);
  await world.act(null, wakeAtMoment, { ticketId: ticket.id, personId: world.people.desk });
  aLittleLater();
  assert.deepEqual(
    (await heard('desk', 'ticket.back')).map((one) => one.params['because']),
    ['time'],
  );
  await world.act(null, wakeAtMoment, { ticketId: ticket.id, personId: world.people.desk });
  assert.equal((await heard('desk', 'ticket.back')).length, 1, 'once');
  await world.act('desk', wakeUp, ticket.id);
  assert.deepEqual((await mine('desk')).of['back'], []);
});

test('put off until the customer answers, his call brings it back', async () => {
  const ticket = await takeInMatter(world, 'suggestion', { title: '加装路灯', fields: { suggestion: '加装路灯' } });
  await snooze(ticket.id, { untilAnswered: true });
  assert.equal((await everything('desk')).includes(ticket.id), false);
  const call = { channel: 'phone', purpose: 'follow_up', customerId: world.customers.chen, ticketIds: [ticket.id] };
  await world.act('desk', recordContact, contactInput.parse({ ...call, direction: 'out' }));
  assert.equal((await everything('desk')).includes(ticket.id), false, 'our own call does not');
  await world.act('desk', recordContact, contactInput.parse({ ...call, direction: 'in' }));
  assert.deepEqual((await mine('desk')).of['back'], [ticket.id]);
});

test('a clock that runs out breaks it, and says so', async () => {
  const ticket = await takeInMatter(world, 'leak', { title: '又漏' });
  await snooze(ticket.id, { until: '2026-09-25T09:00:00+08:00' });
  const first = (await clocksAbout(world, ticket.id)).map((clock) => clock.due_at).toSorted()[0]!;
  world.at(new Date(Date.parse(first) + 60_000).toISOString());
  const { groups } = await world.ask('desk', myWork);
  const row = groups.flatMap((group) => group.items).find((item) => item.id === ticket.id);
  assert.ok(row?.about === 'ticket');
  assert.deepEqual([row.snooze, groups.find((group) => group.items.includes(row))?.key], ['broken', 'late']);
  assert.equal((await world.ask('desk', ticketPage, ticket.id)).mine.snooze?.state, 'broken');
  await assert.rejects(snooze(ticket.id, { until: '2026-09-20T09:00:00+08:00' }), refused('promise.in_past'));
  await assert.rejects(snooze(ticket.id, {}), refused('snooze.endless'));
});

test('whoever watches hears what becomes of it, once for each, and no more after he has stopped', async () => {
  world.at('2026-09-22T09:00+08:00');
  const ticket = await takeInMatter(world, 'consultation', { fields: { question: '几点开' } });
  await world.act('supervisor', watchTicket, ticket.id);
  await world.act('supervisor', watchTicket, ticket.id);
  assert.equal((await world.ask('supervisor', ticketPage, ticket.id)).mine.watching, true);
  const watched = await world.ask('supervisor', listTickets, ticketsQuery.parse({ watching: 'true' }));
  assert.deepEqual(
    watched.items.map((item) => item.id),
    [ticket.id],
  );
  await world.act('desk', answerCustomer, ticket.id, answerInput.parse({ text: '十点' }));
  aLittleLater();
  assert.deepEqual(
    (await heard('supervisor', 'ticket.news')).map((one) => one.params['what']),
    ['answered'],
  );
  assert.deepEqual(await heard('desk', 'ticket.news'), [], 'whoever did it knows');
  await world.act('supervisor', stopWatching, ticket.id, world.people.supervisor);
  await world.act('desk', answerCustomer, ticket.id, answerInput.parse({ text: '改为十一点' }));
  aLittleLater();
  assert.equal((await heard('supervisor', 'ticket.news')).length, 1);
});

test('a colleague is put before a ticket only where he may see it; stopping leaves the first receiver his sight', async () => {
  const ticket = await takeInMatter(world, 'complaint', {});
  await world.act('desk', watchTicket, ticket.id, world.people.supervisor);
  aLittleLater();
  assert.equal((await heard('supervisor', 'ticket.watching')).length, 1);
  await assert.rejects(world.act('desk', watchTicket, ticket.id, world.people.plumber), refused('ticket.not_for_him'));
  await world.act('desk', watchTicket, ticket.id);
  await world.act('desk', stopWatching, ticket.id, world.people.desk);
  const page = await world.ask('desk', ticketPage, ticket.id);
  assert.deepEqual(
    page.inSight.filter((one) => one.id === world.people.desk).map(({ why, told: hears }) => [why, hears]),
    [['first_receiver', false]],
  );
});

test('named in a note, a colleague hears of it and watches from then on; who may not see it is refused, and nothing is written', async () => {
  const ticket = await takeInMatter(world, 'complaint', {});
  const note = (mentions: string[]) =>
    world.act('desk', addNote, ticket.id, internalNoteInput.parse({ text: '@主管 请看', mentions }));
  await assert.rejects(note([world.people.supervisor, world.people.plumber]), refused('ticket.not_for_him'));
  const notes = () =>
    world.read((tx) => tx.selectFrom('note').select('id').where('ticket_id', '=', ticket.id).execute());
  assert.equal((await notes()).length, 0);
  await note([world.people.supervisor, world.people.supervisor]);
  aLittleLater();
  assert.equal((await heard('supervisor', 'ticket.mentioned')).length, 1);
  assert.equal((await world.ask('supervisor', ticketPage, ticket.id)).mine.watching, true);
  const name = (
    await world.read((tx) =>
      tx.selectFrom('person').select('name').where('id', '=', world.people.supervisor).executeTakeFirstOrThrow(),
    )
  ).name;
  const { pinyinForms } = await import('../../src/kernel/text/pinyin.ts');
  for (const typed of [name.slice(0, 1), pinyinForms(name)[0]!.slice(0, 3)]) {
    const found = (await world.ask('desk', colleagues, ticket.id, typed)).items;
    assert.ok(
      found.some((one) => one.id === world.people.supervisor && one.why === null),
      typed,
    );
  }
  const plumber = (
    await world.read((tx) =>
      tx.selectFrom('person').select('name').where('id', '=', world.people.plumber).executeTakeFirstOrThrow(),
    )
  ).name;
  const [seen] = (await world.ask('desk', colleagues, ticket.id, plumber)).items;
  assert.equal(seen?.why?.code, 'ticket.not_for_him');
});

const remind = (who: PersonKey, input: object) => world.act(who, setReminder, reminderInput.parse(input));
const open = async (who: PersonKey, over: object = {}) =>
  (await world.ask(who, myReminders, remindersQuery.parse(over))).items.map(({ words }) => words);

test('a reminder is its owner’s alone: due at its moment, done or put off, never among the promises of the ticket', async () => {
  world.at('2026-09-23T09:00+08:00');
  const ticket = await takeInMatter(world, 'complaint', {});
  const id = await remind('desk', { ticketId: ticket.id, dueAt: '2026-09-23T15:00:00+08:00', words: '问问进度' });
  assert.deepEqual([await open('desk'), await open('supervisor')], [['问问进度'], []]);
  const page = await world.ask('desk', ticketPage, ticket.id);
  assert.deepEqual(
    page.mine.reminders.map(({ id: one, dueAt }) => [one, dueAt]),
    [[id, '2026-09-23T07:00:00.000Z']],
  );
  assert.ok(page.clocks.every((clock) => clock.kind !== 'reminder'));
  await world.until('2026-09-23T15:00+08:00');
  const due = await heard('desk', 'reminder.due');
  assert.deepEqual(
    due.map((one) => one.ticket?.id),
    [ticket.id],
  );
  await world.act('desk', moveReminder, id, '2026-09-24T09:00:00.000Z' as never);
  assert.deepEqual(
    (await world.ask('desk', ticketPage, ticket.id)).mine.reminders[0]?.dueAt,
    '2026-09-24T09:00:00.000Z',
  );
  await assert.rejects(world.act('supervisor', doneReminder, id), refused('reminder.not_yours'));
  await world.act('desk', doneReminder, id);
  assert.deepEqual([await open('desk'), await open('desk', { state: 'done' })], [[], ['问问进度']]);
  await assert.rejects(world.act('desk', doneReminder, id), refused('reminder.done'));
  await assert.rejects(remind('desk', { dueAt: '2026-09-22T15:00:00+08:00', words: 'x' }), refused('promise.in_past'));
});

test('somebody else is reminded where he may see it, and hears who set it', async () => {
  const ticket = await takeInMatter(world, 'complaint', {});
  const input = { ticketId: ticket.id, dueAt: '2026-09-28T15:00:00+08:00', words: '回电给陈先生 13800000000' };
  await assert.rejects(remind('desk', { ...input, personId: world.people.plumber }), refused('ticket.not_for_him'));
  await remind('desk', { ...input, personId: world.people.supervisor });
  aLittleLater();
  assert.equal((await heard('supervisor', 'reminder.set')).length, 1);
  assert.deepEqual([await open('desk'), (await open('supervisor')).length], [[], 1]);
  await world.act(null, eraseCustomerFromReminders, [ticket.id], ['陈先生', '13800000000']);
  assert.ok(!(await open('supervisor'))[0]!.includes('13800000000'), 'what is personal in it can be erased');
});
