import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { installPlans } from '../../src/round/commands/install-plans.ts';
import { listActs } from '../../src/administration/acts.ts';
import { actsQuery } from '../../src/administration/acts-shapes.ts';
import type { Id } from '../../src/kernel/id.ts';
import { newId } from '../../src/kernel/id.ts';
import { instant } from '../../src/kernel/time.ts';
import { completeRound } from '../../src/round/commands/complete-round.ts';
import { reportLine } from '../../src/round/commands/report-line.ts';
import { takeLetter } from '../../src/round/commands/take-letter.ts';
import { changePlan } from '../../src/round/commands/write-plan.ts';
import { effectOfPlan } from '../../src/round/effect-of-plan.ts';
import {
  changePlanInput,
  letterInput,
  previewPlanInput,
  reportLineInput,
  roundsQuery,
  sharesQuery,
} from '../../src/round/inputs.ts';
import { listRounds } from '../../src/round/list.ts';
import { roundPage } from '../../src/round/page.ts';
import { listPlans } from '../../src/round/plans-view.ts';
import { roundShares } from '../../src/round/shares.ts';
import { answerOffer } from '../../src/ticket/commands/answer-offer.ts';
import { resolveTicket } from '../../src/ticket/commands/resolve-ticket.ts';
import { resolveInput } from '../../src/ticket/inputs.ts';
import { beginOnly, clocksAbout, ticketNow, told } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

let world: World;
before(async () => {
  // Monday, half past eight: the reception opens
  world = await freshWorld({ at: '2026-09-21T08:30+08:00' });
  await beginOnly(world, installPlans);
  await world.fire();
});
after(() => world.drop());

type Rounds = Awaited<ReturnType<typeof listRounds>>['items'];
const rounds = async (query: object = {}, who: PersonKey = 'supervisor'): Promise<Rounds> =>
  (await world.ask(who, listRounds, roundsQuery.parse(query))).items;
const nameOf = ({ plan }: Rounds[number]): string => plan.name['zh-hans'];
const planId = async (name: string): Promise<Id<'round_plan'>> => {
  const { items } = await world.ask('supervisor', listPlans);
  return items.find((plan) => plan.content.name['zh-hans'] === name)!.id as Id<'round_plan'>;
};
const roundOf = async (name: string, begins: string): Promise<Id<'round'>> => {
  const plan = await planId(name);
  const found = [...(await rounds({ plan })), ...(await rounds({ plan, state: 'open' }))];
  return found.find((one) => one.begins === begins)!.id as Id<'round'>;
};
const report = (who: PersonKey, id: Id<'round'>, line: string, over: object = {}) =>
  world.act(who, reportLine, id, reportLineInput.parse({ line, result: 'ok', ...over }));
const complete = (who: PersonKey, id: Id<'round'>, happenedAt?: string) =>
  world.act(who, completeRound, id, happenedAt ? { happenedAt: instant(happenedAt) } : {});
const page = (id: Id<'round'>, who: PersonKey = 'supervisor') => world.ask(who, roundPage, id);

const MONDAY = '2026-09-21';
const PATROLS = ['大堂与公共区域检查', '设施设备日常巡视'];
const WAITING = ['clean', 'free_material', 'reading_matter', 'pens', 'card_holders'];

test('the pack ships the waiting area, the counter, the rooms and both boxes, each begun by itself and owed by its post [RECP-06] [RECP-07] [RECP-13] [CHAN-10]', async () => {
  const ofTheDesk = ['waiting_area', 'counter', 'rooms', 'owners_contact_box', 'work_contact_box'];
  const items = (await world.ask('supervisor', listPlans)).items.filter(({ key }) => ofTheDesk.includes(key));
  assert.deepEqual(
    items.map(({ content, post }) => [content.name['zh-hans'], content.by, content.days, post.name['zh-hans']]),
    [
      ['等候区检查', '09:30', 'open', '客服助理'],
      ['业主联系箱', '10:00', 'all', '客服助理'],
      ['办公环境检查', '10:00', 'open', '前台接待员'],
      ['工作联系箱', '16:00', 'open', '前台接待员'],
      ['前台台面检查', '17:30', 'open', '前台接待员'],
    ],
  );
  assert.deepEqual(
    items.map(({ content }) => content.lines.map((line) => line.key)),
    [
      WAITING,
      ['opened', 'sound'],
      ['front_desk', 'office', 'classroom'],
      ['opened', 'sound'],
      ['clean', 'nothing_private', 'chairs_in_order', 'chairs_pushed_back'],
    ],
  );
  const open = await rounds({ state: 'open' });
  assert.deepEqual(
    [...new Set(open.filter(({ every }) => every === 'day').map((one) => one.begins))],
    [MONDAY, '2026-09-22'],
    'what is walked today, and what tomorrow',
  );
  const [waiting] = await rounds({ state: 'open', plan: await planId('等候区检查') });
  assert.deepEqual([waiting!.state, waiting!.dueAt, waiting!.lines], ['open', '2026-09-21T01:30:00.000Z', 5]);
  const [owed] = await clocksAbout(world, waiting!.id);
  assert.deepEqual(
    [owed!.kind, owed!.post_id, owed!.due_at, owed!.state],
    ['round', world.posts['customer_service_assistant'], waiting!.dueAt, 'running'],
  );
});

test('only those at the post walk it, from its day on, and each line says who and when [RECP-06]', async () => {
  const id = await roundOf('等候区检查', MONDAY);
  await assert.rejects(report('desk', id, 'clean'), { code: 'round.not_yours' });
  const tomorrow = await roundOf('等候区检查', '2026-09-22');
  await assert.rejects(report('assistant', tomorrow, 'clean'), { code: 'round.not_yet' });
  await assert.rejects(report('assistant', id, 'ceiling'), { code: 'round.line_unknown' });
  world.at('2026-09-21T08:45+08:00');
  await report('assistant', id, 'clean', { happenedAt: '2026-09-21T08:41:00+08:00' });
  const [clean] = (await page(id)).parts;
  assert.deepEqual(
    [clean!.result!.result, clean!.result!.by.name, clean!.result!.at, clean!.result!.recordedAt],
    ['ok', '吕助理', '2026-09-21T00:41:00.000Z', '2026-09-21T00:45:00.000Z'],
  );
  await assert.rejects(complete('assistant', id), { code: 'round.lines_missing', params: { missing: 4 } });
});

test('a missing item opens a restocking task at once, with a person and a clock, linked both ways [RECP-06]', async () => {
  const id = await roundOf('等候区检查', MONDAY);
  await assert.rejects(report('assistant', id, 'pens', { result: 'fault' }), { code: 'round.fault_unsaid' });
  await report('assistant', id, 'pens', { result: 'fault', note: '签字笔只剩一支' });
  const pens = (await page(id)).parts.find((one) => one.key === 'pens')!;
  const ticket = await ticketNow(world, pens.followUp!.id as Id<'ticket'>);
  assert.deepEqual(
    [ticket.kind, ticket.title, ticket.need, ticket.owner_id],
    ['restocking', '等候区检查: 签字笔', '签字笔只剩一支', world.people.assistant],
  );
  const [clock] = await clocksAbout(world, ticket.id);
  assert.deepEqual([clock!.kind, clock!.owner_id, clock!.state], ['complete', world.people.assistant, 'running']);
  const there = await world.events({ ticketId: ticket.id });
  const found = there.find((one) => one.type === 'ticket.found_on_round')!;
  assert.deepEqual([found.data['round'], found.data['line'], found.data['again']], [id, 'pens', false]);
});

test('it stays open until filled, is not opened twice on the next day but shown [RECP-06]', async () => {
  const id = await roundOf('等候区检查', MONDAY);
  for (const line of ['free_material', 'reading_matter', 'card_holders']) await report('assistant', id, line);
  await complete('assistant', id);
  await assert.rejects(report('assistant', id, 'clean'), { code: 'round.completed' });
  const pens = (await page(id)).parts.find((one) => one.key === 'pens')!.followUp!;
  const resolve = (over: object) =>
    world.act(
      'assistant',
      resolveTicket,
      pens.id as Id<'ticket'>,
      resolveInput.parse({ outcome: '已补 20 支', ...over }),
    );
  await assert.rejects(resolve({}), { code: 'ticket.field_missing' });

  await world.until('2026-09-22T09:00+08:00');
  const tuesday = await roundOf('等候区检查', '2026-09-22');
  assert.equal((await page(tuesday)).parts.find((one) => one.key === 'pens')!.openSince!.id, pens.id);
  await report('assistant', tuesday, 'pens', { result: 'fault', note: '还是没有笔' });
  const again = (await page(tuesday)).parts.find((one) => one.key === 'pens')!;
  assert.deepEqual([again.followUp!.id, again.openSince], [pens.id, null], 'the same task, not a second one');
  const tickets = await world.read((tx) => tx.selectFrom('ticket').select('id').execute());
  assert.equal(tickets.length, 1);
  await resolve({ fields: { filled: 20 } });
  await report('assistant', tuesday, 'pens', { result: 'fault', note: '又被拿光' });
  const third = (await page(tuesday)).parts.find((one) => one.key === 'pens')!;
  assert.notEqual(third.followUp!.id, pens.id, 'filled, it is a new lack');
  assert.deepEqual(
    third.former.map((one) => one.note),
    ['还是没有笔'],
    'what was written down before stays readable',
  );
});

test('not done it turns late by itself, the post is warned before and those above after, and is counted as missed [RECP-06] [RECP-07]', async () => {
  await world.until('2026-09-22T12:00+08:00');
  const late = (await rounds({ state: 'missed' })).filter(
    ({ post, plan }) =>
      !PATROLS.includes(plan.name['zh-hans']) &&
      !['Customer service specialist', 'Business-centre and mail clerk'].includes(post.name.en),
  );
  assert.deepEqual(
    late.map(nameOf).toSorted(),
    ['业主联系箱', '业主联系箱', '等候区检查', '办公环境检查', '办公环境检查', '前台台面检查', '工作联系箱'].toSorted(),
  );
  assert.ok(late.every((one) => one.state === 'late'));
  const heard = async (who: PersonKey) => (await told(world, who)).filter((one) => one.params['kind'] === 'round');
  const waiting = await roundOf('等候区检查', '2026-09-22');
  const [owed] = await clocksAbout(world, waiting);
  const about = async (who: PersonKey) => (await heard(who)).filter((one) => one.params['commitment'] === owed!.id);
  assert.deepEqual(
    [(await about('assistant')).length, (await about('supervisor')).length, (await about('manager')).length],
    [1, 1, 1],
  );
  assert.equal((await about('desk')).length, 0);
  const tuesday = { from: '2026-09-21T16:00:00Z', until: '2026-09-22T16:00:00Z' };
  const { items } = await world.ask('manager', roundShares, sharesQuery.parse(tuesday));
  const share = items.find(({ plan }) => plan.name['zh-hans'] === '等候区检查')!;
  assert.deepEqual([share.due, share.kept, share.late, share.notDone], [1, 0, 0, 1]);
});

test('the counter has a result per line; done offline in time it was kept, whenever that was heard of [RECP-07]', async () => {
  const id = await roundOf('前台台面检查', '2026-09-22');
  world.at('2026-09-22T18:20+08:00');
  const at = '2026-09-22T17:20:00+08:00';
  for (const line of ['clean', 'nothing_private', 'chairs_in_order'])
    await report('desk', id, line, { happenedAt: at });
  await report('desk', id, 'chairs_pushed_back', { happenedAt: at, result: 'fault', note: '两把椅子未归位' });
  await complete('desk', id, at);
  const done = await page(id);
  assert.deepEqual([done.state, done.doneBy!.name, done.faults, done.known], ['kept', '王前台', 1, 4]);
  const followUp = done.parts.find((one) => one.key === 'chairs_pushed_back')!.followUp!;
  const ticket = await ticketNow(world, followUp.id as Id<'ticket'>);
  assert.deepEqual([ticket.kind, ticket.offered_to_id], ['task', world.people.assistant], 'offered to who follows up');
  await world.act('assistant', answerOffer, ticket.id, { accept: true, reason: '' });
  assert.equal((await ticketNow(world, ticket.id)).owner_id, world.people.assistant);
  assert.equal((await clocksAbout(world, id))[0]!.outcome, 'kept');
});

test('desk, office area and classroom have one result each; found by period, checklist, result and person [RECP-13]', async () => {
  await world.until('2026-09-23T09:00+08:00');
  const id = await roundOf('办公环境检查', '2026-09-23');
  const { parts } = await page(id);
  assert.deepEqual(
    parts.map((one) => one.area!['zh-hans']),
    ['前台', '办公区', '教室'],
  );
  await report('desk2', id, 'front_desk');
  await report('desk2', id, 'office');
  await report('desk2', id, 'classroom', { result: 'fault', note: '白板未擦' });
  await complete('desk2', id);
  const wednesday = { from: '2026-09-22T16:00:00Z', until: '2026-09-23T16:00:00Z' };
  const plan = await planId('办公环境检查');
  assert.deepEqual(
    (await rounds({ ...wednesday, plan })).map((one) => one.id),
    [id],
  );
  assert.deepEqual(
    (await rounds({ ...wednesday, result: 'fault' })).map((one) => one.id),
    [id],
  );
  assert.deepEqual(
    (await rounds({ ...wednesday, person: world.people.desk2 })).map((one) => one.id),
    [id],
  );
  assert.deepEqual(await rounds({ ...wednesday, person: world.people.desk }), []);
  assert.deepEqual(await rounds({ ...wednesday, plan, result: 'ok' }), []);
  assert.deepEqual(
    (await rounds({ state: 'kept', plan })).map((one) => one.id),
    [id],
  );
});

const letter = (over: object = {}) =>
  letterInput.parse({
    line: 'opened',
    case: {
      contact: { channel: 'letter', purpose: 'suggestion', callerName: '3栋李女士', need: '希望增设自行车架' },
      ticket: { kind: 'suggestion', title: '希望增设自行车架', fields: { suggestion: '希望增设自行车架' } },
    },
    ...over,
  });

test('opening a box is logged with its letters, each becomes a case, and only then it is complete [CHAN-10]', async () => {
  const id = await roundOf('业主联系箱', '2026-09-23');
  await assert.rejects(report('assistant', id, 'opened'), { code: 'round.count_missing' });
  await assert.rejects(world.act('assistant', takeLetter, id, letter()), { code: 'round.no_more_letters' });
  await report('assistant', id, 'opened', { count: 2, happenedAt: '2026-09-23T08:50:00+08:00' });
  await report('assistant', id, 'sound');
  await assert.rejects(complete('assistant', id), { code: 'round.letters_left', params: { left: 2 } });
  const phoned = letter();
  await assert.rejects(
    world.act('assistant', takeLetter, id, {
      ...phoned,
      case: { ...phoned.case!, contact: { ...phoned.case!.contact, channel: 'phone' } },
    }),
    { code: 'round.not_a_letter' },
  );
  await world.act('assistant', takeLetter, id, letter());
  await assert.rejects(complete('assistant', id), { code: 'round.letters_left', params: { left: 1 } });
  world.clock.advance(60_000);
  await world.act('assistant', takeLetter, id, letter({ case: undefined, reason: '广告单' }));
  await assert.rejects(world.act('assistant', takeLetter, id, letter()), { code: 'round.no_more_letters' });
  await complete('assistant', id);
  const { letters, parts, state } = await page(id);
  assert.deepEqual([state, parts[0]!.result!.count, parts[0]!.result!.at], ['kept', 2, '2026-09-23T00:50:00.000Z']);
  assert.deepEqual(
    letters.map((one) => [one.ticket?.title ?? null, one.reason]),
    [
      ['希望增设自行车架', null],
      [null, '广告单'],
    ],
  );
  const ticket = await ticketNow(world, letters[0]!.ticket!.id as Id<'ticket'>);
  assert.deepEqual([ticket.channel, ticket.caller_name], ['letter', '3栋李女士']);
});

test('a closed reception: the owners’ box is opened all the same, the counter is not owed [CHAN-10] [RECP-07]', async () => {
  await world.until('2026-10-02T12:00+08:00');
  const holidays = { from: '2026-09-30T16:00:00Z', until: '2026-10-01T16:00:00Z' };
  const owed = await rounds(holidays);
  assert.deepEqual(
    owed.map(nameOf).toSorted(),
    ['业主联系箱', '设施设备日常巡视'].toSorted(),
    'the first of October is a holiday',
  );
});

test('a checklist is changed in versions, with who and why; the round of today keeps to the old one [RECP-06]', async () => {
  const id = await planId('等候区检查');
  const { items } = await world.ask('manager', listPlans);
  const plan = items.find((one) => one.id === id)!;
  const water = { key: 'water', name: { en: 'Water', 'zh-hans': '饮用水', 'zh-hant': '飲用水' }, record: 'count' };
  const content = { ...plan.content, by: '09:00', lines: [...plan.content.lines, water] };
  const change = changePlanInput.parse({ content, postId: plan.post.id, why: '业主建议增加饮用水', seen: 1 });
  await assert.rejects(world.act('assistant', changePlan, id, change), { code: 'right.missing' });
  await world.until('2026-10-12T08:40+08:00');
  const [today] = await rounds({ state: 'open', plan: id, from: '2026-10-11T16:00:00Z' });
  const owed = (await rounds({ state: 'open', plan: id })).filter((one) => one.begins <= '2026-10-12').length;
  const fewer = content.lines.filter((line) => line.key !== 'pens');
  const effect = await world.ask(
    'manager',
    effectOfPlan,
    id,
    previewPlanInput.parse({ content: { ...content, lines: fewer }, postId: plan.post.id }),
  );
  assert.deepEqual(
    [effect.faults, effect.dropped, effect.kept, effect.next.map((one) => one.dueAt)],
    [[], 1, owed, ['2026-10-13T01:00:00.000Z', '2026-10-14T01:00:00.000Z', '2026-10-15T01:00:00.000Z']],
  );
  assert.deepEqual(
    effect.changes.map(({ path, before }) => [path, path === 'by' ? before : typeof before]),
    [
      ['by', '09:30'],
      ['lines.pens', 'string'],
      ['lines.water', 'object'],
    ],
  );
  const unfit = previewPlanInput.parse({ content, postId: world.departments['engineering'] });
  await assert.rejects(world.ask('manager', effectOfPlan, id, unfit), { code: 'post.unknown' });
  await assert.rejects(world.ask('assistant', effectOfPlan, id, unfit), { code: /^(right|post)\./ });
  assert.equal(
    (await world.ask('manager', listPlans)).items.find((one) => one.id === id)!.version,
    1,
    'looking changes nothing',
  );
  await world.act('manager', changePlan, id, change);
  await assert.rejects(world.act('manager', changePlan, id, change), { code: 'stale' });
  const after = await rounds({ state: 'open', plan: id, from: '2026-10-11T16:00:00Z' });
  assert.deepEqual(
    after.map((one) => [one.begins, one.lines, one.dueAt]),
    [
      ['2026-10-12', 5, today!.dueAt],
      ['2026-10-13', 6, '2026-10-13T01:00:00.000Z'],
    ],
  );
  const changed = (await world.ask('manager', listPlans)).items.find((one) => one.id === id)!;
  assert.deepEqual(
    [changed.version, changed.versions[0]!.by, changed.versions[0]!.why],
    [2, '许经理', '业主建议增加饮用水'],
  );
  assert.deepEqual(
    changed.versions.map((one) => [one.version, one.content.by, one.closed]),
    [
      [2, '09:00', false],
      [1, '09:30', false],
    ],
  );
  const closing = changePlanInput.parse({ content, postId: plan.post.id, why: '改由保洁负责', seen: 2, closed: true });
  await world.act('manager', changePlan, id, closing);
  assert.deepEqual(await rounds({ state: 'open', plan: id, from: '2026-10-11T16:00:00Z' }), [], 'owed no more');
  const back = (await world.ask('manager', listPlans)).items.find((one) => one.id === id)!.versions[2]!;
  const put = { content: back.content, postId: back.post.id, closed: back.closed, why: '恢复原清单', seen: 3 };
  await world.act('manager', changePlan, id, changePlanInput.parse(put));
  const now = (await world.ask('manager', listPlans)).items.find((one) => one.id === id)!;
  assert.deepEqual([now.version, now.closed, now.content], [4, false, plan.content], 'put back as a new version');
  assert.deepEqual(
    (await rounds({ state: 'open', plan: id, from: '2026-09-30T16:00:00Z' })).map((one) => [one.begins, one.lines]),
    [['2026-10-12', 5]],
    'and walked again from today on, not for the days in which it was given up',
  );
  const acts = await world.ask('manager', listActs, actsQuery.parse({ sort: 'plan' }));
  assert.deepEqual(
    acts.items.slice(0, 3).map((act) => [act.type, act.what, act.version, act.why]),
    [
      ['round_plan.changed', now.content.name, 4, '恢复原清单'],
      ['round_plan.changed', now.content.name, 3, '改由保洁负责'],
      ['round_plan.changed', now.content.name, 2, '业主建议增加饮用水'],
    ],
  );
});

test('a weekly checklist of the house gives way to the next open day, and refuses what could not be worked with [RECP-13]', async () => {
  const names = { en: 'Store room', 'zh-hans': '储物间', 'zh-hant': '儲物間' };
  const content = {
    name: names,
    every: 'week',
    on: 7,
    days: 'open',
    by: '15:00',
    ladder: [{ at: { share: 1 }, do: 'warn', to: 'centre_manager' }],
    lines: [{ key: 'tidy', name: names, record: 'text' }],
  };
  const postId = world.posts['front_desk_clerk'];
  const add = async (over: object) => {
    const id = newId<'round_plan'>(world.clock.now());
    const made = { content: { ...content, ...over }, postId, why: '新增', seen: 0 };
    assert.equal(await world.act('manager', changePlan, id, changePlanInput.parse(made)), 1);
    return id;
  };
  const low = [{ at: { share: 1 }, do: 'warn', to: 'supervisor' }];
  await assert.rejects(add({ ladder: low }), { code: 'pack.ladder_ends_low' });
  await assert.rejects(add({ on: 8 }), { code: 'round.no_such_day' });
  await assert.rejects(add({ lines: [content.lines[0], content.lines[0]] }), { code: 'round.line_twice' });
  await assert.rejects(add({ lines: [{ ...content.lines[0], followUp: 'nothing' }] }), { code: 'round.kind_unknown' });
  const plan = await add({});
  const [first] = await rounds({ plan });
  assert.deepEqual([first!.begins, first!.dueAt], ['2026-10-12', '2026-10-18T07:00:00.000Z']);
  await assert.rejects(report('desk', first!.id as Id<'round'>, 'tidy'), { code: 'round.text_missing' });
  await report('desk', first!.id as Id<'round'>, 'tidy', { note: '货架已整理' });
  await assert.rejects(report('desk', first!.id as Id<'round'>, 'tidy', { note: '再看', count: 3 }), {
    code: 'round.nothing_to_count',
  });
});

test('property patrols go over a fixed scope; a line out of order is a task of the department it names, and stays open until it is settled [PTRL-02] [PTRL-04]', async () => {
  const { items } = await world.ask('supervisor', listPlans);
  const patrol = items.find(({ key }) => key === 'property_patrol')!;
  assert.deepEqual(
    patrol.content.lines.map(({ key }) => key),
    [
      'facilities',
      'security',
      'cleaning',
      'plant_rental',
      'greening',
      'lifts',
      'appearance',
      'discipline',
      'performance',
    ],
  );
  const owners = [
    ['lobby_clean', 'cleaning', 'cleaning_greening'],
    ['lobby_safe', 'captain', 'security'],
    ['facilities', 'maintenance', 'engineering'],
  ] as const;
  const [open] = await rounds({ plan: await planId('大堂与公共区域检查'), state: 'open' });
  const id = open!.id as Id<'round'>;
  world.at(`${open!.begins}T09:00+08:00`);
  for (const [line, who, department] of owners) {
    await report('assistant', id, line, { result: 'fault', note: '待处理' });
    const followed = (await page(id)).parts.find((one) => one.key === line)!.followUp!;
    const ticket = await ticketNow(world, followed.id as Id<'ticket'>);
    assert.equal(ticket.offered_to_id ?? ticket.owner_id, world.people[who], line);
    assert.equal(ticket.department_id, world.departments[department], line);
  }
  const walked = (await rounds({ plan: patrol.id as Id<'round_plan'>, state: 'open' }))[0]!;
  world.at(`${walked.begins}T09:00+08:00`);
  await report('service_head', walked.id as Id<'round'>, 'lifts', { result: 'fault', note: '2 号梯异响' });
  const lift = (await page(walked.id as Id<'round'>)).parts.find(({ key }) => key === 'lifts')!.followUp!;
  assert.equal((await ticketNow(world, lift.id as Id<'ticket'>)).stage_class, 'new');
});

test('the facilities are patrolled every day and never at the hour of the last time; a day on which nobody went is shown [PTRL-05]', async () => {
  const plan = await planId('设施设备日常巡视');
  await world.until('2026-10-12T09:00+08:00');
  const all = async (id: Id<'round'>) => {
    for (const { key } of (await page(id)).parts) await report('assistant', id, key);
  };
  const first = await roundOf('设施设备日常巡视', '2026-10-12');
  await all(first);
  await complete('assistant', first);
  await world.until('2026-10-14T09:20+08:00');
  const second = await roundOf('设施设备日常巡视', '2026-10-14');
  await all(second);
  await assert.rejects(complete('assistant', second), { code: 'round.same_time' });
  await world.until('2026-10-14T09:31+08:00');
  await complete('assistant', second);
  const missed = await rounds({ plan, state: 'missed', from: instant('2026-10-12T00:00+08:00') });
  assert.ok(missed.some((one) => one.begins === '2026-10-13'));
  assert.ok(!missed.some((one) => one.begins === '2026-10-12'));
});
