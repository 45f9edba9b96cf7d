import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Id } from '../../src/kernel/id.ts';
import { newId } from '../../src/kernel/id.ts';
import { instant } from '../../src/kernel/time.ts';
import { leave } from '../../src/organisation/commands/leave.ts';
import { leaveInput } from '../../src/organisation/inputs.ts';
import { storeFile } from '../../src/platform/files/store-file.ts';
import { makeVisit } from '../../src/return-visit/commands/make-visit.ts';
import { makeVisitInput } from '../../src/return-visit/inputs.ts';
import { myWork } from '../../src/report/my-work.ts';
import { answerCustomer } from '../../src/ticket/commands/add-note.ts';
import { answerOffer, withdrawOffer } from '../../src/ticket/commands/answer-offer.ts';
import { askRuling, giveRuling } from '../../src/ticket/commands/ask-ruling.ts';
import { changeTicket } from '../../src/ticket/commands/change-ticket.ts';
import { cancelTicket, closeTicket } from '../../src/ticket/commands/close-ticket.ts';
import { waitFor } from '../../src/ticket/commands/move-stage.ts';
import { offerTicket } from '../../src/ticket/commands/offer-ticket.ts';
import { reclassifyTicket } from '../../src/ticket/commands/reclassify-ticket.ts';
import { resolveTicket } from '../../src/ticket/commands/resolve-ticket.ts';
import { tellCustomer } from '../../src/ticket/commands/tell-customer.ts';
import { urge } from '../../src/ticket/commands/urge.ts';
import * as inputs from '../../src/ticket/inputs.ts';
import * as inWords from '../../src/ticket/inputs-words.ts';
import { listTickets } from '../../src/ticket/list.ts';
import { ticketsQuery } from '../../src/ticket/list-shapes.ts';
import { ticketPage } from '../../src/ticket/page.ts';
import { proposeOwners } from '../../src/ticket/propose-owner.ts';
import { assignPerson } from '../../src/work-order/commands/assign-person.ts';
import { finishWorkOrder } from '../../src/work-order/commands/finish-work-order.ts';
import { issueWorkOrder } from '../../src/work-order/commands/issue-work-order.ts';
import { setAppointment } from '../../src/work-order/commands/set-appointment.ts';
import { acceptWorkOrder, arrive, noAccess, setOut } from '../../src/work-order/commands/take-steps.ts';
import * as orders from '../../src/work-order/inputs.ts';
import { clocksAbout, settle, takeInMatter, ticketNow, told, visitsOf, wait } from '../story.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';
import type { PersonKey } from '../world-seed.ts';

let world: World;
before(async () => {
  world = await freshWorld({ at: '2026-09-21T09:00+08:00' });
});
after(() => world.drop());

const page = (id: string, who: PersonKey = 'supervisor') => world.ask(who, ticketPage, id);
const offer = (to: PersonKey, way: 'over' | 'up' = 'over') =>
  inputs.offerInput.parse({ toId: world.people[to], reason: '需其处理', way });
const yes = inputs.answerOfferInput.parse({ accept: true });
const clock = async (subject: string, kind: string) =>
  (await clocksAbout(world, subject)).find((one) => one.kind === kind)!;

test('nothing is passed away: whoever received it answers for it until somebody named accepts, and the clocks go on [ESCL-07, PRIN-02]', async () => {
  const { id } = await takeInMatter(world, 'complaint');
  const before = await clock(id, 'complete');
  await assert.rejects(world.act('desk', offerTicket, id, offer('desk')), { code: 'handover.already_owner' });
  await assert.rejects(
    world.act('desk', offerTicket, id, inputs.offerInput.parse({ toId: newId(world.clock.now()), reason: '需其处理' })),
    { code: 'person.not_here' },
    'to somebody who works here, by name',
  );
  await world.act('admin', leave, world.people.guard, leaveInput.parse({ reason: 'resigned' }));
  await assert.rejects(world.act('desk', offerTicket, id, offer('guard')), { code: 'person.not_here' });
  await world.act('desk', offerTicket, id, offer('assistant'));
  const shown = await page(id);
  assert.deepEqual([shown.owner.name, shown.offer!.to.name, shown.offer!.from.name], ['王前台', '吕助理', '王前台']);
  assert.equal((await clock(id, 'accept_handover')).owner_id, world.people.assistant, 'accepting is owed, too');
  await assert.rejects(world.act('desk2', answerOffer, id, yes), { code: 'handover.not_yours' });
  const silent = { accept: false, reason: '' };
  await assert.rejects(world.act('assistant', answerOffer, id, silent), { code: 'handover.reason_missing' });
  await world.act('assistant', answerOffer, id, { accept: false, reason: '正在处理停水' });
  assert.equal((await ticketNow(world, id)).owner_id, world.people.desk, 'refused, it stays where it was');
  await world.act('desk', offerTicket, id, offer('assistant'));
  await world.act('assistant', answerOffer, id, yes);
  const { inSight } = await page(id, 'desk');
  assert.deepEqual(
    inSight.map((one) => [one.name, one.why]),
    [['王前台', 'first_receiver']],
    'whoever received it stays visible, and sees it still',
  );
  const after = await clock(id, 'complete');
  assert.deepEqual([after.owner_id, after.due_at], [world.people.assistant, before.due_at], 'no time is won by it');
});

test('an offer is taken back by whoever is accountable or distributes; the one it was offered to refuses with a reason [PRIN-02]', async () => {
  const { id } = await takeInMatter(world, 'complaint');
  const given = inputs.offerInput.parse({ toId: world.people.assistant, way: 'given', reason: '分派' });
  const button = async (who: PersonKey) => (await page(id, who)).can['withdraw_offer']?.code ?? null;
  for (const [who, code] of [
    ['assistant', 'handover.refuse_instead'],
    ['captain', 'right.out_of_scope'],
  ] as const) {
    if ((await ticketNow(world, id)).offered_to_id === null) await world.act('supervisor', offerTicket, id, given);
    assert.equal(await button(who), code);
    await assert.rejects(world.act(who, withdrawOffer, id), { code }, 'the button and the act agree');
  }
  for (const who of ['supervisor', 'desk'] as const) {
    if ((await ticketNow(world, id)).offered_to_id === null) await world.act('supervisor', offerTicket, id, given);
    assert.equal(await button(who), null);
    await world.act(who, withdrawOffer, id);
    assert.equal(await button(who), 'handover.none_open');
  }
});

test('what ends while it is offered is offered to nobody any more', async () => {
  const { id } = await takeInMatter(world, 'request', { fields: { request_for: 'other' } });
  await world.act('desk', offerTicket, id, offer('assistant'));
  wait(world);
  const cancel = inputs.cancelInput.parse({ as: 'withdrawn', reason: '客户已自行解决' });
  await world.act('desk', cancelTicket, id, cancel);
  assert.equal((await ticketNow(world, id)).offered_to_id, null);
  const mine = (await world.ask('assistant', myWork)).groups.flatMap((group) => group.items);
  assert.deepEqual(
    mine.filter((one) => one.id === id),
    [],
  );
  await assert.rejects(world.act('assistant', answerOffer, id, yes), { code: 'handover.none_open' });
  wait(world);
  assert.equal((await told(world, 'assistant'))[0]!.type, 'ticket.offer_withdrawn', 'and he hears of it');
});

test('a ruling is given by the one asked, or whoever stands above him; nobody else is offered to [ESCL-01, ROLE-16]', async () => {
  const { id } = await takeInMatter(world, 'repair_private');
  const ask = async (askedOf: string) => {
    await world.act('desk', askRuling, id, inputs.askRulingInput.parse({ question: '是否外购配件?', askedOf }));
    return (await page(id)).rulings.at(-1)!.id;
  };
  const may = async (who: PersonKey) => (await page(id, who)).can['rule']?.code ?? null;
  const rule = (who: PersonKey, rulingId: string) =>
    world.act(who, giveRuling, id, inputs.giveRulingInput.parse({ rulingId, decision: '同意外购' }));
  const ofDeputy = await ask('deputy_general_manager');
  assert.equal(await may('manager'), 'ruling.not_asked_of_you');
  await assert.rejects(rule('manager', ofDeputy), { code: 'ruling.not_asked_of_you' });
  const ofManager = await ask('centre_manager');
  const owed = (await clocksAbout(world, id)).filter((one) => one.kind === 'ruling');
  assert.deepEqual(
    owed.map((one) => [one.owner_id, one.state]).toSorted(),
    [
      [world.people.deputy, 'running'],
      [world.people.manager, 'running'],
    ].toSorted(),
    'deciding is owed, each by whoever was asked',
  );
  assert.deepEqual([await may('desk'), await may('manager'), await may('office')], ['right.missing', null, null]);
  const { rulings } = await page(id, 'manager');
  assert.deepEqual(
    rulings.map((one) => one.can['rule']?.code ?? null),
    ['ruling.not_asked_of_you', null],
    'of two questions the one for him',
  );
  await rule('office', ofManager);
  assert.equal(await may('office'), 'ruling.not_asked_of_you');
  await rule('leader', ofDeputy);
  assert.equal(await may('leader'), 'ruling.none_open');
  await assert.rejects(rule('leader', ofDeputy), { code: 'ruling.already_given' });
});

test('dissatisfied when told the result, or when it is to be closed: it is not over [WORK-07]', async () => {
  const told = (satisfaction: number) => inputs.tellInput.parse({ text: '已处理', satisfaction });
  const { id } = await takeInMatter(world, 'consultation', { fields: { question: '停车费?' } });
  const answer = async () => {
    await world.act('desk', answerCustomer, id, inWords.answerInput.parse({ text: '每月 150 元' }));
    await world.act('desk', resolveTicket, id, inputs.resolveInput.parse({ outcome: '已答复' }));
  };
  await answer();
  await world.act('desk', tellCustomer, id, told(2));
  const again = await page(id);
  assert.deepEqual(
    [again.stage.class, again.reopenedCount, again.satisfaction, again.toldAt],
    ['active', 1, null, null],
  );
  assert.equal((await clocksAbout(world, id)).filter((one) => one.kind === 'complete').at(-1)!.state, 'running');
  await answer();
  await world.act('desk', tellCustomer, id, inputs.tellInput.parse({ text: '已说明' }));
  const close = (satisfaction: number) => world.act('desk', closeTicket, id, inputs.closeInput.parse({ satisfaction }));
  for (const unhappy of [1, 2]) await assert.rejects(close(unhappy), { code: 'ticket.customer_dissatisfied' });
  await close(3);
  assert.deepEqual([(await page(id)).closedAs, (await page(id)).satisfaction], ['settled', 3]);
});

test('what the front line cannot solve goes up to the superior, and whoever handed it up keeps it in sight [ESCL-06, COMP-05]', async () => {
  const { id } = await takeInMatter(world, 'complaint', {}, 'desk');
  for (const peer of ['desk2', 'plumber', 'captain'] as const)
    await assert.rejects(world.act('desk', offerTicket, id, offer(peer, 'up')), { code: 'handover.not_above' });
  const { items } = await world.ask('desk', proposeOwners, id);
  assert.deepEqual(
    items
      .filter((one) => one.above && ['何主管', '吕助理', '许经理'].includes(one.name))
      .map((one) => one.name)
      .toSorted(),
    ['何主管', '许经理'],
    'who stands above is offered',
  );
  await world.act('desk', offerTicket, id, offer('supervisor', 'up'));
  wait(world);
  const [heard] = (await told(world, 'supervisor')).filter((one) => one.ticket?.id === id);
  assert.deepEqual([heard!.type, heard!.params['way']], ['ticket.offered', 'up']);
  await world.act('supervisor', answerOffer, id, yes);
  await world.act('supervisor', offerTicket, id, offer('service_head', 'up'));
  await world.act('service_head', answerOffer, id, yes);
  const shown = await page(id, 'desk');
  assert.equal(shown.owner.name, '杨部长');
  assert.deepEqual(shown.inSight.map((one) => one.name).toSorted(), ['何主管', '王前台'].toSorted());
});

test('a task of the superior names giver and due time, is tracked against it, and is closed with its quality [ASGN-04, ASGN-05]', async () => {
  const over = { title: '清点车位', customerId: undefined, ownerId: world.people.assistant };
  const due = { dueAt: '2026-09-23T17:00:00+08:00' };
  const { id } = await takeInMatter(world, 'task', { ...over, ...due }, 'manager');
  const late = await takeInMatter(
    world,
    'task',
    { ...over, title: '核对钥匙', dueAt: '2026-09-21T12:00:00+08:00' },
    'manager',
  );
  const past = { ...over, dueAt: '2026-09-20T12:00:00+08:00' };
  await assert.rejects(takeInMatter(world, 'task', past, 'manager'), { code: 'promise.in_past' });
  const done = async () => (await page(id)).steps.filter((step) => step.doneAt !== null).map((step) => step.key);
  assert.deepEqual(await done(), ['given']);
  for (const one of [id, late.id]) await world.act('assistant', answerOffer, one, yes);
  assert.deepEqual(await done(), ['given', 'accepted'], 'how far it is');
  const shown = await page(id);
  assert.deepEqual([shown.givenBy!.name, shown.promisedFor], ['许经理', instant(due.dueAt)]);
  assert.equal((await clock(id, 'complete')).due_at, instant(due.dueAt), 'the time promised is the deadline');
  world.at('2026-09-21T14:00+08:00');
  const tasks = await world.ask('manager', listTickets, ticketsQuery.parse({ type: 'task' }));
  assert.deepEqual(
    tasks.items.map((one) => [one.title, one.owner.name, one.clock!.late, one.clock!.dueAt]),
    [
      ['核对钥匙', '吕助理', true, instant('2026-09-21T12:00:00+08:00')],
      ['清点车位', '吕助理', false, instant(due.dueAt)],
    ],
    'worst first',
  );
  const behind = await world.ask('manager', listTickets, ticketsQuery.parse({ type: 'task', late: 'true' }));
  assert.deepEqual(
    behind.items.map((one) => one.title),
    ['核对钥匙'],
    'what is behind its schedule',
  );
  world.at('2026-09-23T16:00+08:00');
  await world.act('assistant', resolveTicket, id, inputs.resolveInput.parse({ outcome: '共 212 个' }));
  assert.equal((await clock(id, 'complete')).outcome, 'kept');
  await world.act('assistant', tellCustomer, id, inputs.tellInput.parse({ text: '共 212 个', toWhom: '许经理' }));
  await world.act('assistant', changeTicket, id, { fields: { quality: 'good' } });
  assert.equal((await page(id, 'assistant')).can['close']?.code, 'ticket.giver_ends_it');
  for (const end of [
    () => world.act('assistant', closeTicket, id, {}),
    () => world.act('assistant', cancelTicket, id, inputs.cancelInput.parse({ as: 'withdrawn', reason: '不做了' })),
  ])
    await assert.rejects(end(), { code: 'ticket.giver_ends_it' }, 'its quality is not for the one who did it to say');
  await world.act('manager', changeTicket, id, { fields: { quality: null } });
  await assert.rejects(world.act('manager', closeTicket, id, {}), { code: 'ticket.field_missing' });
  await world.act('manager', changeTicket, id, { fields: { quality: 'good' } });
  await world.act('manager', closeTicket, id, {});
  assert.equal((await page(id)).closedAt, world.clock.now());
  assert.deepEqual(await done(), ['given', 'accepted', 'done', 'reported']);
  const own = await takeInMatter(world, 'task', { title: '整理柜台', customerId: undefined }, 'assistant');
  const given = await takeInMatter(world, 'task', { ...over, title: '季度汇报' }, 'deputy');
  await world.act('assistant', answerOffer, given.id, yes);
  for (const one of [own.id, given.id]) {
    await world.act('assistant', resolveTicket, one, inputs.resolveInput.parse({ outcome: '已完成' }));
    await world.act('assistant', tellCustomer, one, inputs.tellInput.parse({ text: '已完成' }));
  }
  for (const [who, one] of [
    ['assistant', own.id],
    ['deputy', given.id],
  ] as const) {
    await world.act(who, changeTicket, one, { fields: { quality: 'sufficient' } });
    await world.act(who, closeTicket, one, {});
  }
});

test('installation, repair and consultation are booked for an exact time; nobody is booked in two places at once [WORK-06]', async () => {
  world.at('2026-09-24T09:00+08:00');
  const window = (from: string, until: string) =>
    orders.appointmentInput.parse({ fromAt: `2026-09-24T${from}:00+08:00`, untilAt: `2026-09-24T${until}:00+08:00` });
  const send = async (kind: string, from: string, until: string, who: PersonKey = 'fitter') => {
    const fields = { request: { request_for: 'installation' }, consultation: { question: '上门量尺' } }[kind];
    const { id } = await takeInMatter(world, kind, fields ? { fields } : {});
    const task = { task: '上门', personId: world.people[who], departmentId: world.departments['engineering'] };
    return world.act('desk', issueWorkOrder, id, { ...task, appointment: window(from, until) });
  };
  const first = await send('repair_private', '14:00', '15:00');
  await assert.rejects(send('leak', '14:30', '15:30'), { code: 'appointment.clash' });
  await send('consultation', '13:00', '14:00');
  await send('request', '16:00', '17:00');
  const second = await send('leak', '15:00', '16:00');
  const move = (id: Id<'work_order'>, from: string, until: string) =>
    world.act('desk', setAppointment, id, { ...window(from, until), note: '' });
  await assert.rejects(move(second.id, '14:59', '15:30'), { code: 'appointment.clash' });
  await assert.rejects(move(second.id, '08:00', '08:30'), { code: 'appointment.in_past' });
  await assert.rejects(
    world.act('maintenance', assignPerson, (await send('leak', '15:00', '15:30', 'plumber')).id, {
      personId: world.people.fitter,
    }),
    { code: 'appointment.clash' },
    'nor by sending somebody else at that time',
  );
  await move(first.id, '10:00', '11:00');
  await move(second.id, '14:00', '15:00');
  const booked = await world.read((tx) =>
    tx
      .selectFrom('appointment')
      .select(['from_at', 'state'])
      .where('person_id', '=', world.people.fitter)
      .orderBy('from_at')
      .execute(),
  );
  assert.deepEqual(
    booked.map((one) => [one.from_at.slice(11, 13), one.state]),
    [
      ['02', 'set'],
      ['05', 'set'],
      ['06', 'moved'],
      ['06', 'set'],
      ['07', 'moved'],
      ['08', 'set'],
    ].toSorted(),
    'what was moved is kept',
  );
});

test('the desk registers a repair, the department attends on site in time, is urged, and the household is asked [WORK-01, WORK-02, WORK-03, WORK-07]', async () => {
  world.at('2026-09-25T09:00+08:00');
  await assert.rejects(takeInMatter(world, 'repair_private', { fields: {} }), { code: 'field.missing' });
  await assert.rejects(takeInMatter(world, 'repair_private', { placeId: undefined }), { code: 'ticket.place_missing' });
  const ticket = await takeInMatter(world, 'repair_private', { title: '插座无电' });
  const task = { departmentId: world.departments['engineering'], personId: world.people.electrician, task: '查线路' };
  const dispatch = await clock(ticket.id, 'dispatch');
  assert.equal(dispatch.state, 'running', 'handing it on has a limit of its own');
  const order = await world.act('desk', issueWorkOrder, ticket.id, task);
  assert.equal((await clock(ticket.id, 'dispatch')).outcome, 'kept');
  await world.act('desk', urge, ticket.id, inputs.urgeInput.parse({ workOrderId: order.id, onBehalfOf: 'customer' }));
  wait(world);
  assert.ok((await told(world, 'electrician')).some((one) => one.type === 'ticket.urged'));
  await world.act('electrician', acceptWorkOrder, order.id, {});
  assert.equal((await clock(order.id, 'work_arrive')).state, 'running');
  await world.act('electrician', arrive, order.id, {});
  assert.equal((await clock(order.id, 'work_arrive')).outcome, 'kept', 'attending on site is a promise of its own');
  const done = orders.doneInput.parse({ findings: '空开老化', measures: '更换', minutes: 30 });
  await world.act('electrician', finishWorkOrder, order.id, done);
  await settle(world, ticket);
  await world.act('desk', tellCustomer, ticket.id, inputs.tellInput.parse({ text: '已更换空开' }));
  await assert.rejects(world.act('supervisor', closeTicket, ticket.id, {}), { code: 'ticket.visit_due' });
  assert.deepEqual(
    (await page(ticket.id)).steps.map((step) => [step.key, step.doneAt !== null]),
    [
      ['reception', true],
      ['order', true],
      ['arrangement', true],
      ['tracking', true],
      ['return_visit', false],
    ],
    'reception, order, arrangement and tracking are done, the visit is to come',
  );
  const [visit] = await visitsOf(world, ticket.id);
  const unhappy = { reachedWhom: '陈先生', satisfaction: 2, opinion: '又跳闸了' };
  await world.act('desk', makeVisit, visit!.id, makeVisitInput.parse(unhappy));
  const shown = await page(ticket.id);
  assert.deepEqual([shown.stage.class, shown.reopenedCount], ['active', 1], 'a dissatisfied answer opens it again');
  assert.equal(shown.visits[0]!.opinion, '又跳闸了');
});

test('what turns out to be something else keeps what was typed, and its clocks run from the first call [WORK-03]', async () => {
  world.at('2026-09-28T09:00+08:00');
  const { id } = await takeInMatter(world, 'repair_private', { need: '厨房滴水' });
  const started = (await clock(id, 'complete')).started_at;
  world.at('2026-09-28T11:00+08:00');
  const why = { kind: 'leak', reason: '是渗漏', fields: { leak_from: 'ceiling' } };
  await world.act('supervisor', reclassifyTicket, id, why);
  const shown = await page(id);
  assert.deepEqual([shown.kind.key, shown.need, shown.openedAt], ['leak', '厨房滴水', started]);
  const dispatch = await clock(id, 'dispatch');
  assert.equal(dispatch.started_at, started);
  assert.ok(dispatch.due_at < world.clock.now(), 'the shorter limit of a leak has run out meanwhile');
});

test('an ordinary leak that turns out an emergency is counted in minutes, its work order too; a date promised stands [WORK-03, WORK-09]', async () => {
  world.at('2026-09-29T09:00+08:00');
  const { id } = await takeInMatter(world, 'leak');
  const task = { departmentId: world.departments['engineering'], personId: world.people.plumber, task: '关阀' };
  const order = await world.act('desk', issueWorkOrder, id, task);
  assert.equal((await clock(order.id, 'work_arrive')).due_at, instant('2026-09-29T10:00:00+08:00'));
  world.at('2026-09-29T09:02+08:00');
  await world.act('desk', changeTicket, id, { urgency: 'emergency' });
  assert.equal((await clock(id, 'complete')).due_at, instant('2026-09-29T15:00:00+08:00'), 'six hours of the clock');
  const due = async (kind: string) => (await clock(order.id, kind)).due_at;
  assert.deepEqual(
    [await due('work_accept'), await due('work_arrive'), await due('work_complete')],
    ['09:05', '09:30', '13:00'].map((time) => instant(`2026-09-29T${time}:00+08:00`)),
  );
  await world.act('desk', changeTicket, id, { urgency: 'urgent' });
  assert.equal(await due('work_arrive'), instant('2026-09-29T10:00:00+08:00'), 'and back');
  const dueAt = '2026-10-20T17:00:00+08:00';
  const promised = await takeInMatter(world, 'repair_private', { dueAt });
  await world.act('desk', changeTicket, promised.id, { urgency: 'urgent' });
  const leak = { kind: 'leak', reason: '渗漏', fields: { leak_from: 'wall' } };
  await world.act('supervisor', reclassifyTicket, promised.id, leak);
  assert.equal((await clock(promised.id, 'complete')).due_at, instant(dueAt));
});

test('a wait that the new kind does not know is over: its clocks go on; one that it knows goes on, too', async () => {
  world.at('2026-09-29T10:00+08:00');
  const { id } = await takeInMatter(world, 'repair_private', { need: '厨房滴水' });
  await world.act('desk', waitFor, id, inputs.waitInput.parse({ reason: 'waiting_parts' }));
  assert.equal((await clock(id, 'complete')).state, 'paused');
  await world.act('supervisor', reclassifyTicket, id, {
    kind: 'leak',
    reason: '是渗漏',
    fields: { leak_from: 'ceiling' },
  });
  assert.deepEqual([(await page(id)).stage.key, (await clock(id, 'complete')).state], ['waiting_parts', 'paused']);
  await world.act('supervisor', reclassifyTicket, id, { kind: 'complaint', reason: '投诉', fields: {} });
  assert.deepEqual([(await page(id)).stage.class, (await clock(id, 'complete')).state], ['active', 'running']);
});

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('done with findings, photos, time and the customer’s signature; a second appointment where nobody opened [WORK-11, WORK-06]', async () => {
  world.at('2026-09-30T09:00+08:00');
  const { id } = await takeInMatter(world, 'repair_private');
  const window = (from: string, until: string) =>
    orders.appointmentInput.parse({ fromAt: `2026-09-30T${from}:00+08:00`, untilAt: `2026-09-30T${until}:00+08:00` });
  const task = { departmentId: world.departments['engineering'], personId: world.people.electrician, task: '查线路' };
  const order = await world.act('desk', issueWorkOrder, id, { ...task, appointment: window('10:00', '11:00') });
  await world.act('electrician', acceptWorkOrder, order.id, {});
  world.at('2026-09-30T10:20+08:00');
  assert.equal(orders.refuseInput.safeParse({ reason: ' ' }).success, false, 'refusing needs a reason');
  const shut = orders.noAccessInput.parse({ note: '敲门无人应', next: window('14:00', '15:00') });
  await world.act('electrician', noAccess, order.id, shut);
  const [again] = (await page(id)).workOrders;
  assert.deepEqual(
    [again!.stage, again!.appointment?.fromAt, again!.appointment?.note],
    ['no_access', instant('2026-09-30T14:00:00+08:00'), '敲门无人应'],
  );
  world.at('2026-09-30T14:10+08:00');
  await world.act('electrician', arrive, order.id, {});
  const came = (await world.events({ ticketId: id })).find((one) => one.type === 'work_order.arrived')!;
  assert.deepEqual(came.data, { onTime: true }, 'within the second window');
  const [photo, signature] = [
    await world.act('electrician', storeFile, { name: '现场.png', bytes: PNG }),
    await world.act('electrician', storeFile, { name: '签名.png', bytes: PNG }),
  ];
  const done = { findings: '空开老化', measures: '更换', minutes: 25, photoIds: [photo.id], signatureId: signature.id };
  for (const left of ['findings', 'measures', 'minutes'])
    assert.equal(orders.doneInput.safeParse({ ...done, [left]: undefined }).success, false, `never without ${left}`);
  await assert.rejects(world.act('electrician', finishWorkOrder, order.id, orders.doneInput.parse(done)), {
    code: 'work_order.signer_missing',
  });
  const signed = orders.doneInput.parse({ ...done, signedBy: '陈太太' });
  await world.act('electrician', finishWorkOrder, order.id, signed);
  const [shown] = (await page(id)).workOrders;
  assert.deepEqual(
    [shown!.findings, shown!.minutes, shown!.photoIds, shown!.signatureId, shown!.signedBy],
    ['空开老化', 25, [photo.id], signature.id, '陈太太'],
  );
});

test('who goes again after nobody opened has times of his own; the first way stays in the journal [WORK-11]', async () => {
  const ticket = await takeInMatter(world, 'leak');
  const { id } = await world.act('desk', issueWorkOrder, ticket.id, {
    departmentId: world.departments['engineering'],
    personId: world.people.plumber,
    task: '上门维修',
  });
  const now = () => world.clock.now();
  const times = async () => {
    const [order] = (await page(ticket.id)).workOrders;
    return [order!.setOutAt, order!.arrivedAt];
  };
  await world.act('plumber', acceptWorkOrder, id, {});
  wait(world);
  const first = now();
  await world.act('plumber', setOut, id, {});
  wait(world);
  const shut = now();
  await world.act('plumber', noAccess, id, { note: '无人应门' });
  assert.deepEqual(await times(), [first, shut]);
  wait(world);
  const second = now();
  await world.act('plumber', setOut, id, {});
  assert.deepEqual(await times(), [second, null], 'on the way again, he has not arrived');
  wait(world);
  await world.act('plumber', arrive, id, {});
  assert.deepEqual(await times(), [second, now()]);
  await world.act('plumber', noAccess, id, { note: '又无人' });
  wait(world);
  await world.act('plumber', arrive, id, {});
  assert.deepEqual(await times(), [null, now()], 'he did not say when he set out for the third time');
  await world.act('plumber', noAccess, id, { note: '仍无人' });
  await world.act('maintenance', assignPerson, id, { personId: world.people.fitter });
  assert.deepEqual(await times(), [null, null], 'another is sent, who has done nothing yet');
  const journal = await world.events({ subjectId: id });
  const ways = journal.filter(({ type }) => type === 'work_order.set_out' || type === 'work_order.no_access');
  assert.deepEqual(
    ways.slice(0, 3).map(({ type, happenedAt }) => [type, happenedAt]),
    [
      ['work_order.set_out', first],
      ['work_order.no_access', shut],
      ['work_order.set_out', second],
    ],
  );
});

test('whoever knows the kind, is on duty and has least to do is proposed; of those who do not know it, first the department’s own', async () => {
  const ticket = await takeInMatter(world, 'complaint', {}, 'supervisor');
  const proposed = async () => {
    const { items } = await world.ask('supervisor', proposeOwners, ticket.id);
    return items.find((one) => one.proposed)?.name;
  };
  const change = (who: PersonKey, facts: { skills?: string[]; on_duty?: boolean }) =>
    world.database.transact(world.organisation.schema, (tx) =>
      tx.updateTable('person').set(facts).where('id', '=', world.people[who]).execute(),
    );
  const [first] = (await world.ask('supervisor', proposeOwners, ticket.id)).items;
  const { departments } = await world.read(async (tx) => ({
    departments: await tx
      .selectFrom('person_post')
      .innerJoin('post', 'post.id', 'person_post.post_id')
      .select('post.department_id')
      .where('person_post.person_id', '=', first!.id as never)
      .execute(),
  }));
  assert.ok(
    departments.some((one) => one.department_id === world.departments['customer_service']),
    'nobody knows it yet: somebody of customer service',
  );
  for (const who of ['desk', 'desk2', 'assistant'] as const) await change(who, { skills: ['complaint'] });
  assert.equal(await proposed(), '李前台', 'of those who know it the one with nothing open');
  await change('desk2', { on_duty: false });
  assert.match((await proposed()) ?? '', /^(王前台|吕助理)$/, 'off duty, another who knows it');
});
