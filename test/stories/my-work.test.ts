import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openImprovement } from '../../src/improvement/commands/open-improvement.ts';
import { openImprovementInput } from '../../src/improvement/inputs.ts';
import type { Id } from '../../src/kernel/id.ts';
import { setDuty } from '../../src/organisation/commands/set-duty.ts';
import type { Context } from '../../src/platform/context.ts';
import { setReminder } from '../../src/reminder/commands/set-reminder.ts';
import { reminderInput } from '../../src/reminder/inputs.ts';
import { myWork } from '../../src/report/my-work.ts';
import { makeVisit } from '../../src/return-visit/commands/make-visit.ts';
import { makeVisitInput } from '../../src/return-visit/inputs.ts';
import { completeRound } from '../../src/round/commands/complete-round.ts';
import { reportLine } from '../../src/round/commands/report-line.ts';
import { reportLineInput } from '../../src/round/inputs.ts';
import { roundPage } from '../../src/round/page.ts';
import { handOver } from '../../src/shift-note/commands/hand-over.ts';
import { handOverInput } from '../../src/shift-note/inputs.ts';
import { askRuling } from '../../src/ticket/commands/ask-ruling.ts';
import { askRulingInput } from '../../src/ticket/inputs.ts';
import { giveItem } from '../../src/work-plan/commands/give-items.ts';
import { giveItemInput } from '../../src/work-plan/inputs.ts';
import { begin, mend, settle, takeInMatter, visitsOf } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

let world: World;
before(async () => {
  world = await freshWorld({ at: '2026-09-21T08:30+08:00' });
  await begin(world);
  await world.fire();
});
after(() => world.drop());

type Item = Awaited<ReturnType<typeof myWork>>['groups'][number]['items'][number];
const groups = async (who: PersonKey) => (await world.ask(who, myWork)).groups;
const all = async (who: PersonKey) => (await groups(who)).flatMap(({ items }) => items);
const things = async (who: PersonKey) => (await all(who)).flatMap((one) => (one.about === 'thing' ? one : []));
const named = (item: Item) =>
  item.about === 'thing'
    ? [item.subject.type, item.clock.name['zh-hans'], item.title ?? item.name?.['zh-hans'] ?? null, item.begins]
    : ['ticket', item.clock?.name['zh-hans'], item.title, null];
const groupOf = async (who: PersonKey, has: (item: Item) => boolean) =>
  (await groups(who)).find(({ items }) => items.some(has))?.key;
const ofType = (type: string) => (item: Item) => item.about === 'thing' && item.subject.type === type;

test("a checklist stands in the list of everybody who holds its post, by its plan's name, until it is done", async () => {
  const rounds = (await things('desk')).filter(ofType('round'));
  assert.deepEqual(rounds.map(named), [
    ['round', '日常检查', '办公环境检查', '2026-09-21'],
    ['round', '日常检查', '工作联系箱', '2026-09-21'],
    ['round', '日常检查', '前台台面检查', '2026-09-21'],
  ]);
  assert.deepEqual((await things('desk2')).filter(ofType('round')).map(named), rounds.map(named));
  assert.deepEqual((await things('plumber')).filter(ofType('round')), []);
  const id = rounds[0]!.subject.id as Id<'round'>;
  const { parts } = await world.ask('desk', roundPage, id);
  for (const { key } of parts)
    await world.act('desk', reportLine, id, reportLineInput.parse({ line: key, result: 'ok' }));
  await world.act('desk', completeRound, id, {});
  for (const who of ['desk', 'desk2'] as const)
    assert.equal(
      (await things(who)).some(({ subject }) => subject.id === id),
      false,
      'done by one, it is owed by none',
    );
});

test('items of the day, measures, samples, reports and shifts to accept stand there too, what runs out first at the head', async () => {
  const give = { title: '更新公告栏', personId: world.people.assistant, dueAt: '2026-09-21T09:10:00+08:00' };
  await world.act('supervisor', giveItem, giveItemInput.parse(give));
  await world.act(
    'manager',
    openImprovement,
    openImprovementInput.parse({
      sort: 'both',
      departmentId: world.departments['customer_service'],
      title: '装修噪音反复',
      causeSort: 'method',
      cause: '告知不到位',
      measures: [{ text: '逐户签收告知书', personId: world.people.assistant, dueAt: '2026-09-25T18:00:00+08:00' }],
      checkAt: '2026-09-30T18:00:00+08:00',
      checkById: world.people.manager,
    }),
  );
  const assistants = await things('assistant');
  assert.deepEqual(assistants.filter(ofType('work_item')).map(named), [
    ['work_item', '工作安排事项', '更新公告栏', null],
  ]);
  assert.deepEqual(
    assistants.filter(ofType('improvement')).map((one) => [one.title, one.number, one.clock.title]),
    [['装修噪音反复', 1, '逐户签收告知书']],
  );
  assert.equal(await groupOf('assistant', ofType('work_item')), 'due_soon');
  assert.equal(await groupOf('assistant', ofType('improvement')), 'later');
  const due = (await all('assistant')).flatMap((one) => one.clock?.dueAt ?? []);
  assert.deepEqual(due, due.toSorted(), 'one list by urgency');
  const note = { postId: world.posts['front_desk_clerk'], text: '电梯公司下午到' };
  const first = { ...note, lastId: null, toId: world.people.desk2 };
  const lastId = await world.act('desk', handOver, handOverInput.parse(first));
  assert.equal(await groupOf('desk2', ofType('shift_note')), 'waiting_acceptance');
  assert.equal(await groupOf('desk', ofType('shift_note')), undefined);
  await world.act('desk', handOver, handOverInput.parse({ ...note, lastId }));
  assert.equal((await things('desk2')).filter(ofType('shift_note')).length, 2, 'it is for whoever comes next');
  assert.equal(await groupOf('desk', ofType('shift_note')), undefined, 'and not for who handed it over');
});

test('where another is accountable, a matter shows what I owe on it and not what he does', async () => {
  const ticket = await takeInMatter(world, 'repair_private', { title: '水龙头坏了' });
  await world.act(
    'desk',
    askRuling,
    ticket.id,
    askRulingInput.parse({ question: '外购配件?', askedOf: 'centre_manager' }),
  );
  const find = async (who: PersonKey) => (await all(who)).filter((one) => one.id === ticket.id).map(named);
  assert.deepEqual(await find('manager'), [['ticket', '作出裁决', '水龙头坏了', null]]);
  const [own] = await find('desk');
  assert.notEqual(own![1], '作出裁决', 'who is accountable sees the worst of all its clocks');
  assert.deepEqual(await find('supervisor'), []);
});

test('a visit to a matter that is no longer in my list stands for itself; one that is stands there once', async () => {
  const ticket = await takeInMatter(world, 'leak', { title: '阳台漏水' });
  await mend(world, ticket);
  await settle(world, ticket);
  const [visit] = await visitsOf(world, ticket.id);
  const mentions = async (who: PersonKey) =>
    (await all(who)).filter((one) => one.id === ticket.id || (one.about === 'thing' && one.subject.id === visit!.id));
  assert.equal((await mentions('desk')).length, 1, 'each matter once');
  await world.act(null, ({ tx }: Context) =>
    tx.updateTable('commitment').set({ owner_id: world.people.desk2 }).where('subject_id', '=', visit!.id).execute(),
  );
  const [one] = await mentions('desk2');
  assert.ok(one?.about === 'thing');
  assert.deepEqual(
    [one.subject, one.title, one.number],
    [{ type: 'return_visit', id: visit!.id }, '阳台漏水', ticket.number],
  );
  const said = { channel: 'phone', reachedWhom: '陈先生', satisfaction: 5 };
  await world.act('desk2', makeVisit, visit!.id, makeVisitInput.parse(said));
  assert.deepEqual(await mentions('desk2'), [], 'made, it is owed no more');
});

test('what a colleague at the same post owes is mine while he is off duty, save what each does for himself', async () => {
  const owed = (await things('desk')).filter(ofType('round'))[0]!;
  const set = (to: { owner_id: Id<'person'> } | { subject_type: string }) =>
    world.act(null, ({ tx }: Context) =>
      tx
        .updateTable('commitment')
        .set(to)
        .where('id', '=', owed.id as Id<'commitment'>)
        .execute(),
    );
  const give = (owner: Id<'person'>) => set({ owner_id: owner });
  const stands = async (who: PersonKey) => (await things(who)).some((one) => one.id === owed.id);
  await give(world.people.desk2);
  assert.deepEqual([await stands('desk2'), await stands('desk')], [true, false], 'it names one of them');
  await world.act('desk2', setDuty, world.people.desk2, { on: false });
  assert.equal(await stands('desk'), true);
  await set({ subject_type: 'duty_confirmation' });
  assert.equal(await stands('desk'), false);
});

test('what I want to be reminded of does not stand there a second time', async () => {
  const before = (await all('cashier')).length;
  await world.act(
    'cashier',
    setReminder,
    reminderInput.parse({ words: '问物业费', dueAt: '2026-09-22T09:00:00+08:00' }),
  );
  assert.equal((await all('cashier')).length, before);
});

test('what recurs stands in the list from when it can be done, with the first day of what it is about', async () => {
  const recurring = ['token_review', 'spot_check', 'summary', 'daily_record'];
  const stand = async (who: PersonKey) =>
    new Set((await things(who)).map(({ subject }) => subject.type).filter((type) => recurring.includes(type)));
  assert.deepEqual([...(await stand('admin')), ...(await stand('manager'))], [], 'begun, and not yet to be done');
  await world.until('2026-10-01T09:00+08:00');
  assert.deepEqual((await things('admin')).filter(ofType('token_review')).map(named), [
    ['token_review', '个人访问令牌清查', null, '2026-07-01'],
  ]);
  const found = (await Promise.all((['supervisor', 'service_head', 'manager'] as const).map(things))).flat();
  for (const type of recurring.slice(1)) {
    const some = found.filter((one) => one.subject.type === type);
    assert.ok(some.length > 0 && some.every((one) => one.name !== null && one.begins !== null), type);
  }
});
