import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { clocksAbout, mend, PROVEN, settle, takeInMatter, ticketNow, told, typesTold, wait } from '../../test/story.ts';
import type { PersonKey } from '../../test/world-seed.ts';
import type { World } from '../../test/world.ts';
import { freshWorld } from '../../test/world.ts';
import type { Id } from '../kernel/id.ts';
import { newId } from '../kernel/id.ts';
import { acknowledgeNotification } from '../notification/commands/acknowledge-notification.ts';
import { readAllNotifications, readNotification } from '../notification/commands/read-notifications.ts';
import { myNotifications, notificationsQuery } from '../notification/list.ts';
import { NOTIFICATIONS } from '../notification/vocabulary.ts';
import { leaveInput, reportAbsenceInput } from '../organisation/inputs.ts';
import { leave } from '../organisation/commands/leave.ts';
import { reportAbsence } from '../organisation/commands/report-absence.ts';
import { recordInvestigation } from '../ticket/commands/add-note.ts';
import { answerOffer, withdrawOffer } from '../ticket/commands/answer-offer.ts';
import { askRuling, giveRuling } from '../ticket/commands/ask-ruling.ts';
import { changeTicket } from '../ticket/commands/change-ticket.ts';
import { offerTicket } from '../ticket/commands/offer-ticket.ts';
import { resolveTicket } from '../ticket/commands/resolve-ticket.ts';
import { acknowledgeUrging, urge } from '../ticket/commands/urge.ts';
import { ticketPage } from '../ticket/page.ts';
import { answerOfferInput, askRulingInput, offerInput, resolveInput, urgeInput } from '../ticket/inputs.ts';
import { assignPerson } from '../work-order/commands/assign-person.ts';
import { finishWorkOrder } from '../work-order/commands/finish-work-order.ts';
import { issueWorkOrder } from '../work-order/commands/issue-work-order.ts';
import { acceptWorkOrder, cancelWorkOrder, noAccess, refuseWorkOrder } from '../work-order/commands/take-steps.ts';
import { doneInput } from '../work-order/inputs.ts';

let world: World;
before(async () => {
  world = await freshWorld();
});
after(() => world.drop());

/** Types somebody was told about a ticket, newest first. */
async function heardOf(who: PersonKey, ticketId: string): Promise<string[]> {
  return (await told(world, who)).filter((one) => one.ticket?.id === ticketId).map((one) => one.type);
}

test('an offer is heard of after the undo delay, and its answer by who offered [ESCL-06] [ESCL-07]', async () => {
  const ticket = await takeInMatter(world, 'help');
  const offer = offerInput.parse({ toId: world.people.supervisor, way: 'up', reason: '超出权限' });
  await world.act('desk', offerTicket, ticket.id, offer);
  assert.deepEqual(await heardOf('supervisor', ticket.id), []);
  wait(world);
  const [heard] = await told(world, 'supervisor');
  assert.deepEqual([heard!.type, heard!.params], ['ticket.offered', { from: world.people.desk, way: 'up' }]);
  await world.act('supervisor', answerOffer, ticket.id, answerOfferInput.parse({ accept: true }));
  wait(world);
  assert.deepEqual(await heardOf('desk', ticket.id), ['ticket.accepted']);
});

test('an offer that was given and is refused is heard of by whoever gave it, and by who is accountable [ESCL-07]', async () => {
  const ticket = await takeInMatter(world, 'help');
  const offer = offerInput.parse({ toId: world.people.assistant, way: 'given', reason: '你去一趟' });
  await world.act('supervisor', offerTicket, ticket.id, offer);
  await world.act('assistant', answerOffer, ticket.id, answerOfferInput.parse({ accept: false, reason: '正在别处' }));
  wait(world);
  assert.deepEqual(await heardOf('supervisor', ticket.id), ['ticket.offer_refused']);
  assert.deepEqual(await heardOf('desk', ticket.id), ['ticket.offer_refused']);
});

for (const [successor, hears] of [
  ['manager', 'manager'],
  [null, 'service_head'],
] as const)
  test(`a task whose giver has left is reported to ${successor ? 'his successor' : 'whoever stands above him'} [ASGN-05]`, async () => {
    const other = await freshWorld();
    try {
      const task = { customerId: undefined, ownerId: other.people.assistant, dueAt: '2026-12-31T17:00:00+08:00' };
      const ticket = await takeInMatter(other, 'task', task, 'supervisor');
      await other.act('assistant', answerOffer, ticket.id, answerOfferInput.parse({ accept: true }));
      const leaving = { reason: 'resigned', ...(successor ? { successorId: other.people[successor] } : {}) };
      await other.act('admin', leave, other.people.supervisor, leaveInput.parse(leaving));
      await other.act('assistant', resolveTicket, ticket.id, resolveInput.parse({ outcome: '共 212 个' }));
      wait(other);
      const heard = (await told(other, hears)).filter((one) => one.ticket?.id === ticket.id);
      assert.deepEqual(
        heard.map((one) => one.type),
        ['ticket.task_done'],
      );
    } finally {
      await other.drop();
    }
  });

test('an offer withdrawn within the undo delay was never heard of; one withdrawn later is taken back in words', async () => {
  const ticket = await takeInMatter(world, 'help');
  const offer = offerInput.parse({ toId: world.people.assistant, reason: '请协助' });
  await world.act('desk', offerTicket, ticket.id, offer);
  world.clock.advance(4_000);
  await world.act('desk', withdrawOffer, ticket.id);
  wait(world, 60);
  assert.deepEqual(await heardOf('assistant', ticket.id), []);
  await world.act('desk', offerTicket, ticket.id, offer);
  wait(world, 60);
  await world.act('desk', withdrawOffer, ticket.id);
  wait(world);
  assert.deepEqual(await heardOf('assistant', ticket.id), ['ticket.offer_withdrawn', 'ticket.offered']);
});

test('a work order reaches the department, then the one sent; refused, not let in and done reach who is accountable [COMP-11]', async () => {
  const ticket = await takeInMatter(world, 'repair_private');
  const task = { departmentId: world.departments['engineering'], task: '检查水管' };
  const order = await world.act('desk', issueWorkOrder, ticket.id, task);
  wait(world);
  assert.deepEqual(await heardOf('maintenance', ticket.id), ['work_order.issued']);
  await world.act('maintenance', assignPerson, order.id, { personId: world.people.plumber });
  wait(world);
  assert.deepEqual(await heardOf('plumber', ticket.id), ['work_order.assigned']);
  await world.act('maintenance', assignPerson, order.id, { personId: world.people.fitter });
  wait(world);
  assert.deepEqual(await heardOf('plumber', ticket.id), ['work_order.cancelled', 'work_order.assigned']);
  await world.act('fitter', acceptWorkOrder, order.id, {});
  await world.act('fitter', noAccess, order.id, { note: '无人在家' });
  wait(world);
  assert.deepEqual(await heardOf('desk', ticket.id), ['work_order.no_access']);
  await world.act('desk', cancelWorkOrder, order.id, { reason: '改日' });
  wait(world);
  assert.deepEqual(await heardOf('fitter', ticket.id), ['work_order.cancelled', 'work_order.assigned']);
  const again = await world.act('desk', issueWorkOrder, ticket.id, { ...task, personId: world.people.plumber });
  await world.act('plumber', refuseWorkOrder, again.id, { reason: '无此工具' });
  wait(world);
  assert.equal((await heardOf('desk', ticket.id))[0], 'work_order.refused');
});

test('a work order issued by mistake and cancelled at once never reaches the worker', async () => {
  const ticket = await takeInMatter(world, 'repair_private');
  const sent = { departmentId: world.departments['engineering'], personId: world.people.electrician, task: '查线路' };
  const order = await world.act('desk', issueWorkOrder, ticket.id, sent);
  world.clock.advance(5_000);
  await world.act('desk', cancelWorkOrder, order.id, { reason: '派错' });
  wait(world, 60);
  assert.deepEqual(await heardOf('electrician', ticket.id), []);
});

test('done, and whoever is to know what was found is told [WORK-11]', async () => {
  const ticket = await takeInMatter(world, 'repair_private');
  const sent = { departmentId: world.departments['engineering'], personId: world.people.plumber, task: '换软管' };
  const order = await world.act('desk', issueWorkOrder, ticket.id, sent);
  await world.act('plumber', acceptWorkOrder, order.id, {});
  const done = { findings: '主管锈蚀', measures: '已临时处理', minutes: 30, informedId: world.people.maintenance };
  await world.act('plumber', finishWorkOrder, order.id, doneInput.parse(done));
  wait(world);
  assert.deepEqual(await heardOf('desk', ticket.id), ['work_order.done']);
  assert.deepEqual(await heardOf('maintenance', ticket.id), ['work_order.informed']);
  const [shown] = (await world.ask('desk', ticketPage, ticket.id)).workOrders;
  assert.deepEqual(
    [shown!.findings, shown!.measures, shown!.minutes, shown!.informed?.name],
    ['主管锈蚀', '已临时处理', 30, '赵主管'],
    'what was found and done, and who knows, stand on the order',
  );
});

test('urging reaches the worker sent, who owes an answer; the second time his superior hears of it [COMP-11]', async () => {
  const ticket = await takeInMatter(world, 'repair_private');
  const sent = { departmentId: world.departments['engineering'], personId: world.people.fitter, task: '换锁' };
  const order = await world.act('desk', issueWorkOrder, ticket.id, sent);
  const urging = urgeInput.parse({ workOrderId: order.id, onBehalfOf: 'customer' });
  await world.act('desk', urge, ticket.id, urging);
  wait(world);
  const first = (await told(world, 'fitter')).find((one) => one.type === 'ticket.urged');
  assert.deepEqual([first!.type, first!.params['time'], first!.params['onBehalfOf']], ['ticket.urged', 1, 'customer']);
  assert.deepEqual(await heardOf('maintenance', ticket.id), []);
  await world.act('desk2', urge, ticket.id, urging);
  wait(world);
  assert.deepEqual(await heardOf('maintenance', ticket.id), ['ticket.urged_again']);
  const owed = (await clocksAbout(world, ticket.id)).filter((one) => one.kind === 'answer_urging');
  assert.deepEqual(
    owed.map((one) => [one.owner_id, one.state]),
    [[world.people.fitter, 'running']],
  );
  await world.act('fitter', acknowledgeUrging, ticket.id, first!.params['urging'] as Id<'urging'>);
  const answered = (await clocksAbout(world, ticket.id)).filter((one) => one.kind === 'answer_urging');
  assert.deepEqual(
    answered.map((one) => one.state),
    ['kept'],
  );
  await world.act('fitter', acceptWorkOrder, order.id, {});
  await world.act(
    'fitter',
    finishWorkOrder,
    order.id,
    doneInput.parse({ findings: '锁舌', measures: '更换', minutes: 9 }),
  );
  await assert.rejects(
    world.act('desk', urge, ticket.id, urging),
    { code: 'work_order.ended' },
    'what is done is not urged',
  );
});

test('a complaint that gravely harms image or interests is told upward at once, at night too, and each says that he knows [COMP-05] [COMP-06] [COMP-07] [COMP-08] [PRIN-07]', async () => {
  world.at('2026-09-28T23:30+08:00');
  const ticket = await takeInMatter(world, 'complaint');
  await world.act('desk', changeTicket, ticket.id, { severity: 'major' });
  wait(world);
  assert.deepEqual(await heardOf('deputy', ticket.id), ['ticket.severity_raised']);
  assert.deepEqual(await heardOf('leader', ticket.id), [], 'a major one stays below the leader');
  await world.act('desk', changeTicket, ticket.id, { severity: 'grave' });
  wait(world);
  for (const who of ['service_head', 'manager', 'deputy', 'leader'] as const)
    assert.equal((await heardOf(who, ticket.id))[0], 'ticket.severity_raised', who);
  const [grave] = await told(world, 'leader');
  assert.deepEqual([grave!.acknowledgement, grave!.urgency, grave!.params['severity']], ['wanted', 'urgent', 'grave']);
  await world.act('leader', acknowledgeNotification, grave!.id as never);
  assert.equal((await told(world, 'leader'))[0]!.acknowledgement, 'given');
  const known = (await world.events({ ticketId: ticket.id })).filter((one) => one.type === 'notification.acknowledged');
  assert.deepEqual(
    known.map((one) => one.actorId),
    [world.people.leader],
    'the ticket shows who knows',
  );
});

test('what the same-day inquiry found goes to the heads of the departments concerned [COMP-02]', async () => {
  world.at('2026-09-29T09:00+08:00');
  const ticket = await takeInMatter(world, 'complaint');
  await world.act('desk', issueWorkOrder, ticket.id, {
    departmentId: world.departments['security'],
    task: '核实夜间巡查',
  });
  const [owed] = (await clocksAbout(world, ticket.id)).filter((one) => one.kind === 'investigate');
  assert.equal(owed!.due_at, '2026-09-29T16:00:00.000Z', 'until midnight');
  await world.act('desk', recordInvestigation, ticket.id, { text: '经查属实' });
  wait(world);
  assert.equal((await heardOf('service_head', ticket.id))[0], 'ticket.investigated');
  assert.ok((await heardOf('captain', ticket.id)).includes('ticket.investigated'));
  const [kept] = (await clocksAbout(world, ticket.id)).filter((one) => one.kind === 'investigate');
  assert.equal(kept!.state, 'kept');
});

test('a ruling that is asked for reaches the one asked, its answer the one who asked; it says what was weighed [COMP-03] [ESCL-01] [PRIN-05]', async () => {
  world.at('2026-09-29T10:00+08:00');
  const ticket = await takeInMatter(world, 'complaint');
  await world.act('desk', changeTicket, ticket.id, { fields: PROVEN });
  await world.act('desk', askRuling, ticket.id, askRulingInput.parse({ question: '是否减免当月物业费?' }));
  wait(world);
  const [asked] = await told(world, 'manager');
  assert.deepEqual([asked!.type, asked!.acknowledgement], ['ticket.ruling_asked', 'wanted']);
  const interests = { customerInterest: '投诉属实', firmInterest: '无先例' };
  const ruling = { rulingId: asked!.params['ruling'] as never, decision: '减免一个月', ...interests };
  await assert.rejects(world.act('manager', giveRuling, ticket.id, { ...ruling, customerInterest: '' }), {
    code: 'ruling.interests_missing',
  });
  await world.act('manager', giveRuling, ticket.id, ruling);
  const [given] = (await world.ask('desk', ticketPage, ticket.id)).rulings;
  assert.deepEqual([given!.customerInterest, given!.firmInterest], ['投诉属实', '无先例']);
  wait(world);
  assert.equal((await heardOf('desk', ticket.id))[0], 'ticket.ruled');
});

test('a task is reported back to the superior who gave it [ASGN-05]', async () => {
  world.at('2026-09-29T10:00+08:00');
  const over = { title: '统计空置房', customerId: undefined, ownerId: world.people.assistant };
  const ticket = await takeInMatter(world, 'task', over, 'manager');
  wait(world);
  assert.equal((await heardOf('assistant', ticket.id))[0], 'ticket.offered');
  await world.act('assistant', answerOffer, ticket.id, answerOfferInput.parse({ accept: true }));
  await world.act('assistant', resolveTicket, ticket.id, resolveInput.parse({ outcome: '共 12 户' }));
  wait(world);
  assert.ok((await heardOf('manager', ticket.id)).includes('ticket.task_done'));
});

test('somebody is away: all that is open goes to the successor in one act, and he hears of it once [ASGN-04]', async () => {
  const fresh = await freshWorld({ at: '2026-09-28T09:00+08:00' });
  try {
    const first = await takeInMatter(fresh, 'help', {}, 'desk2');
    const second = await takeInMatter(fresh, 'help', {}, 'desk2');
    const offered = await takeInMatter(fresh, 'help', {}, 'desk2');
    const offer = offerInput.parse({ toId: fresh.people.desk, reason: '请接手' });
    await fresh.act('desk2', offerTicket, offered.id, offer);
    const mine = await takeInMatter(fresh, 'help', {}, 'desk');
    await fresh.act('desk', offerTicket, mine.id, offerInput.parse({ toId: fresh.people.desk2, reason: '请接手' }));
    const absence = {
      id: newId(fresh.clock.now()),
      from: '2026-09-28T09:00:00.000+08:00',
      reason: '病假',
      successorId: fresh.people.desk,
    };
    await fresh.act('desk2', reportAbsence, fresh.people.desk2, reportAbsenceInput.parse(absence));
    for (const ticket of [first, second, offered, mine]) {
      const now = await ticketNow(fresh, ticket.id);
      assert.deepEqual([now.owner_id, now.offered_to_id], [fresh.people.desk, null], 'his, and offered to nobody');
    }
    const open = await fresh.read((tx) =>
      tx
        .selectFrom('commitment')
        .select('id')
        .where('owner_id', '=', fresh.people.desk2)
        .where('settled_at', 'is', null)
        .execute(),
    );
    assert.deepEqual(open, []);
    wait(fresh);
    const heard = (await told(fresh, 'desk')).filter((one) => one.type === 'person.work_moved');
    assert.deepEqual(
      heard.map((one) => one.params),
      [{ from: fresh.people.desk2, open: 3 }],
    );
  } finally {
    await fresh.drop();
  }
});

test('somebody leaves with nothing of his own but an open offer: nothing stumbles', async () => {
  const fresh = await freshWorld({ at: '2026-09-28T09:00+08:00' });
  try {
    const ticket = await takeInMatter(fresh, 'help', {}, 'assistant');
    await fresh.act(
      'assistant',
      offerTicket,
      ticket.id,
      offerInput.parse({ toId: fresh.people.supervisor, reason: '离职移交' }),
    );
    await fresh.act(
      'admin',
      leave,
      fresh.people.assistant,
      leaveInput.parse({ successorId: fresh.people.desk, reason: 'resigned' }),
    );
    const now = await ticketNow(fresh, ticket.id);
    assert.deepEqual([now.owner_id, now.offered_to_id], [fresh.people.desk, fresh.people.supervisor]);
    await fresh.act('supervisor', answerOffer, ticket.id, answerOfferInput.parse({ accept: true }));
    assert.equal((await ticketNow(fresh, ticket.id)).owner_id, fresh.people.supervisor);
  } finally {
    await fresh.drop();
  }
});

test('away and nobody took over: the superior hears how much waits', async () => {
  const fresh = await freshWorld({ at: '2026-09-28T09:00+08:00' });
  try {
    await takeInMatter(fresh, 'help', {}, 'assistant');
    const absence = { id: newId(fresh.clock.now()), from: '2026-09-28T09:00:00.000+08:00', reason: '病假' };
    await fresh.act('assistant', reportAbsence, fresh.people.assistant, reportAbsenceInput.parse(absence));
    wait(fresh);
    const [heard] = await told(fresh, 'supervisor');
    assert.deepEqual([heard!.type, heard!.params['person']], ['person.away', fresh.people.assistant]);
    assert.ok(Number(heard!.params['open']) > 0);
  } finally {
    await fresh.drop();
  }
});

test('my list: newest first, page by page, with names and counts; reading is my own', async () => {
  const fresh = await freshWorld({ at: '2026-09-28T09:00+08:00' });
  try {
    for (let nth = 0; nth < 3; nth += 1) {
      const ticket = await takeInMatter(fresh, 'help');
      await fresh.act('desk', offerTicket, ticket.id, offerInput.parse({ toId: fresh.people.desk2, reason: '请接手' }));
      wait(fresh);
    }
    const first = await fresh.ask('desk2', myNotifications, notificationsQuery.parse({ limit: '2' }));
    assert.deepEqual([first.items.length, first.unread, first.names], [2, 3, { [fresh.people.desk]: '王前台' }]);
    const second = await fresh.ask(
      'desk2',
      myNotifications,
      notificationsQuery.parse({ limit: '2', after: first.next! }),
    );
    assert.deepEqual([second.items.length, second.next], [1, null]);
    assert.ok(first.items[1]!.at > second.items[0]!.at);
    await fresh.act('desk2', readNotification, second.items[0]!.id as never);
    await assert.rejects(fresh.act('desk', readNotification, first.items[0]!.id as never), {
      code: 'notification.unknown',
    });
    const unread = await fresh.ask('desk2', myNotifications, notificationsQuery.parse({ unread: 'true' }));
    assert.deepEqual(
      unread.items.map((one) => one.id),
      first.items.map((one) => one.id),
    );
    await assert.rejects(fresh.act('desk2', acknowledgeNotification, first.items[0]!.id as never), {
      code: 'notification.not_asked',
    });
    await fresh.act('desk2', readAllNotifications);
    assert.equal((await fresh.ask('desk2', myNotifications, notificationsQuery.parse({}))).unread, 0);
  } finally {
    await fresh.drop();
  }
});

test('an ordinary message in quiet hours waits for the morning; screens are told to look then', async () => {
  const fresh = await freshWorld({ at: '2026-09-28T23:00+08:00' });
  try {
    const ticket = await takeInMatter(fresh, 'repair_private');
    await fresh.act('desk', offerTicket, ticket.id, offerInput.parse({ toId: fresh.people.desk2, reason: '请接手' }));
    fresh.at('2026-09-29T06:59+08:00');
    assert.deepEqual(await typesTold(fresh, 'desk2'), []);
    fresh.at('2026-09-29T07:00+08:00');
    assert.deepEqual(await typesTold(fresh, 'desk2'), ['ticket.offered']);
    const pokes = await fresh.read((tx) =>
      tx.selectFrom('outbox').selectAll().where('task', '=', 'poke-person').execute(),
    );
    assert.deepEqual(
      pokes.map((one) => [one.payload, one.run_at]),
      [[{ personId: fresh.people.desk2 }, '2026-09-28T23:00:00.000Z']],
    );
    const urgent = await takeInMatter(fresh, 'repair_private', { urgency: 'urgent' });
    fresh.at('2026-09-29T23:00+08:00');
    await fresh.act('desk', offerTicket, urgent.id, offerInput.parse({ toId: fresh.people.desk2, reason: '请接手' }));
    wait(fresh);
    assert.equal((await told(fresh, 'desk2'))[0]!.ticket?.id, urgent.id, 'what is urgent does not wait');
  } finally {
    await fresh.drop();
  }
});

test('everything that was said in these stories stands in the closed vocabulary, with its own parameters only', async () => {
  const leak = await takeInMatter(world, 'leak');
  await mend(world, leak);
  await settle(world, leak);
  const said = await world.read((tx) => tx.selectFrom('notification').select(['type', 'params']).execute());
  assert.ok(said.length > 20);
  for (const { type, params } of said) {
    const meaning = NOTIFICATIONS[type as keyof typeof NOTIFICATIONS];
    assert.ok(meaning, type);
    assert.deepEqual(Object.keys(params).toSorted(), [...meaning.params].toSorted(), type);
    for (const value of Object.values(params))
      assert.ok(!/[\u4e00-\u9fff]/.test(String(value)), `${type} carries a text`);
  }
});
