import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { clocksAbout, mend, settle, takeInMatter, ticketNow, told, visitsOf, wait } from '../../test/story.ts';
import type { World } from '../../test/world.ts';
import { freshWorld } from '../../test/world.ts';
import type { PersonKey } from '../../test/world-seed.ts';
import { DAY, HOUR, instant, MINUTE, plus } from '../kernel/time.ts';
import { readFigures } from '../report/figures.ts';
import { Forbidden, Invalid, Refused } from '../kernel/refusal.ts';
import { noticePage } from '../rectification/page.ts';
import { addCustomer } from '../customer/commands/add-customer.ts';
import { addCustomerInput } from '../customer/inputs.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { closeTicket } from '../ticket/commands/close-ticket.ts';
import { keepPromise } from '../ticket/commands/promise-reply.ts';
import { reclassifyTicket } from '../ticket/commands/reclassify-ticket.ts';
import { reopenTicket } from '../ticket/commands/reopen-ticket.ts';
import { tellCustomer } from '../ticket/commands/tell-customer.ts';
import { customerView } from '../ticket/forms.ts';
import { keepPromiseInput, tellInput } from '../ticket/inputs.ts';
import { declineVisit } from './commands/decline-visit.ts';
import { issueVisitNotice } from './commands/follow-fault.ts';
import { makeVisit } from './commands/make-visit.ts';
import { recordAttempt } from './commands/record-attempt.ts';
import { signSlip } from './commands/sign-slip.ts';
import { attemptInput, declineVisitInput, makeVisitInput, signSlipInput } from './inputs.ts';
import {
  dueVisits,
  dueVisitsQuery,
  recordedVisits,
  recordedVisitsQuery,
  unsignedVisits,
  unsignedVisitsQuery,
} from './list.ts';
import { finishWorkOrder } from '../work-order/commands/finish-work-order.ts';
import { issueWorkOrder } from '../work-order/commands/issue-work-order.ts';
import { acceptWorkOrder } from '../work-order/commands/take-steps.ts';
import { doneInput } from '../work-order/inputs.ts';
import { visitPage } from './page.ts';

let world: World;
before(async () => {
  world = await freshWorld();
});
after(() => world.drop());

const refusedWith = (code: string) => (error: unknown) => error instanceof Refused && error.code === code;

async function settled(
  kind: string,
  over: Parameters<typeof takeInMatter>[2] = {},
  who: PersonKey = 'desk',
): Promise<Ticket> {
  const ticket = await takeInMatter(world, kind, over, who);
  if (kind !== 'complaint') await mend(world, ticket);
  await settle(world, ticket);
  return ticket;
}

async function visitOf(ticket: Ticket) {
  return (await visitsOf(world, ticket.id)).at(-1)!;
}

async function deadline(ticket: Ticket): Promise<string> {
  const [clock] = await clocksAbout(world, (await visitOf(ticket)).id);
  return clock!.due_at;
}

test('a visit stands from the moment the repair is settled: two days, three, or a week [VISIT-01] [VISIT-02] [VISIT-03] [VISIT-04]', async () => {
  world.at('2026-09-28T10:00+08:00');
  assert.equal(await deadline(await settled('leak')), '2026-10-01T02:00:00.000Z');
  assert.equal(await deadline(await settled('repair_private')), '2026-10-05T02:00:00.000Z');
  assert.equal(
    await deadline(await settled('repair_safety', { placeId: world.places.lift })),
    '2026-09-30T02:00:00.000Z',
  );
  assert.equal(await deadline(await settled('complaint')), '2026-10-01T02:00:00.000Z');
});

test('reported late, a settling counts from when it happened [VISIT-01]', async () => {
  world.at('2026-09-28T09:00+08:00');
  const ticket = await takeInMatter(world, 'leak');
  await mend(world, ticket);
  world.at('2026-09-28T20:00+08:00');
  await settle(world, ticket, { happenedAt: '2026-09-28T11:30:00.000+08:00' });
  assert.equal(await deadline(ticket), '2026-10-01T03:30:00.000Z');
});

test('a VIP is visited within three days whatever the repair, and cannot decline [VISIT-08]', async () => {
  world.at('2026-09-28T10:00+08:00');
  const ticket = await settled('repair_private', { customerId: world.customers.zhou, placeId: world.places.flat0902 });
  const visit = await visitOf(ticket);
  assert.equal(visit.rule, 'vip');
  assert.equal(await deadline(ticket), '2026-10-01T02:00:00.000Z');
  const decline = declineVisitInput.parse({ who: '周太太' });
  await assert.rejects(world.act('desk', declineVisit, visit.id, decline), refusedWith('return_visit.no_exception'));
});

test('who belongs to a VIP household or firm is visited like a VIP; a leak at a safety facility within two days all the same [VISIT-08] [VISIT-02]', async () => {
  world.at('2026-09-28T10:00+08:00');
  const family = { kind: 'company', name: '顾问公司', vip: true, members: [{ customerId: world.customers.lin }] };
  await world.act('desk', addCustomer, addCustomerInput.parse(family));
  const ticket = await settled('leak', { customerId: world.customers.lin, placeId: world.places.flat1102 });
  assert.equal((await visitOf(ticket)).rule, 'vip');
  const atLift = await settled('leak', { customerId: world.customers.lin, placeId: world.places.lift });
  assert.equal((await visitOf(atLift)).may_decline, false);
  assert.equal(await deadline(atLift), '2026-09-30T02:00:00.000Z');
  const anybody = await settled('repair_public', { placeId: world.places.lift });
  assert.deepEqual(
    [(await visitOf(anybody)).rule, await deadline(anybody)],
    ['safety_facility', '2026-09-30T02:00:00.000Z'],
  );
});

test('a visit is owed by whoever is accountable, or by the front desk where he makes none [VISIT-01]', async () => {
  world.at('2026-09-28T10:00+08:00');
  const owner = async (ticket: Ticket) => (await clocksAbout(world, (await visitOf(ticket)).id))[0]!.owner_id;
  assert.equal(await owner(await settled('leak', {}, 'desk2')), world.people.desk2);
  const ofHead = await owner(await settled('repair_public', {}, 'maintenance'));
  assert.ok(ofHead === world.people.desk || ofHead === world.people.desk2, 'the head of engineering makes no visits');
});

test('a visit left lying warns whoever owes it, goes up, turns late by itself and counts as missed [VISIT-01] [VISIT-02] [VISIT-03] [VISIT-04] [VISIT-08]', async () => {
  for (const [kind, due] of [
    ['repair_safety', '2026-09-16T09:00+08:00'],
    ['leak', '2026-09-17T09:00+08:00'],
    ['complaint', '2026-09-17T09:00+08:00'],
    ['repair_private', '2026-09-21T09:00+08:00'],
  ] as const) {
    const fresh = await freshWorld({ at: '2026-09-14T09:00+08:00' });
    try {
      const ticket = await takeInMatter(fresh, kind, kind === 'repair_safety' ? { placeId: fresh.places.lift } : {});
      if (kind !== 'complaint') await mend(fresh, ticket);
      await settle(fresh, ticket);
      const [visit] = await visitsOf(fresh, ticket.id);
      const about = async (who: 'desk' | 'supervisor' | 'service_head' | 'manager') =>
        (await told(fresh, who)).filter((one) => one.params['kind'] === 'return_visit').map((one) => one.type);
      const missed = instant(due);
      await fresh.until(plus(missed, -MINUTE));
      assert.deepEqual(await about('desk'), ['clock.warn'], `${kind}: before it is late`);
      await fresh.until(plus(missed, 12 * HOUR));
      assert.ok((await about('service_head')).includes('notice.issued'), `${kind}: the department gets a notice`);
      const [owed] = (await clocksAbout(fresh, visit!.id)).filter((one) => one.kind === 'return_visit');
      assert.deepEqual([owed!.due_at, owed!.settled_at], [missed, null]);
      const period = { from: plus(missed, -DAY), until: plus(missed, DAY), department: undefined };
      const counted = async () =>
        (await fresh.ask('manager', readFigures, period)).keptByKind.find((one) => one.kind === 'return_visit')!;
      assert.deepEqual([(await counted()).kept, (await counted()).open], [0, 1], kind);
      await fresh.act('desk', makeVisit, visit!.id, makeVisitInput.parse({ reachedWhom: '陈先生', satisfaction: 5 }));
      assert.deepEqual([(await counted()).kept, (await counted()).late, (await counted()).open], [0, 1, 0], kind);
    } finally {
      await fresh.drop();
    }
  }
});

test('whoever may decline, declines; the promise of a visit is kept by having asked', async () => {
  world.at('2026-09-28T10:00+08:00');
  const visit = await visitOf(await settled('leak'));
  await world.act('desk2', declineVisit, visit.id, declineVisitInput.parse({ who: '陈先生' }));
  const [clock] = await clocksAbout(world, visit.id);
  assert.equal(clock!.state, 'kept');
});

test('tried as often as the rule says, a visit has ended without anybody reached; closing names what is missing until then [PRIN-04]', async () => {
  world.at('2026-09-28T10:00+08:00');
  const ticket = await settled('leak');
  const visit = await visitOf(ticket);
  await world.act('desk', tellCustomer, ticket.id, tellInput.parse({ text: '已修好' }));
  for (const attempt of [1, 2, 3]) {
    await assert.rejects(world.act('desk', closeTicket, ticket.id, {}), (error) => {
      assert.ok(error instanceof Refused && error.code === 'ticket.visit_due');
      assert.deepEqual(error.params, { rule: 'leak', attempts: attempt - 1, most: 3 });
      return true;
    });
    world.clock.advance(3_600_000);
    await world.act('desk', recordAttempt, visit.id, attemptInput.parse({ note: '无人接听' }));
  }
  assert.equal((await visitOf(ticket)).state, 'unreachable');
  const [clock] = await clocksAbout(world, visit.id);
  assert.equal(clock!.state, 'kept');
  await assert.rejects(
    world.act('desk', recordAttempt, visit.id, attemptInput.parse({})),
    refusedWith('return_visit.ended'),
  );
  await world.act('desk', closeTicket, ticket.id, {});
});

test('the record keeps whom we reached, how satisfied he is, his opinion, criticism and adopted proposals [VISIT-09]', async () => {
  world.at('2026-09-29T10:00+08:00');
  const ticket = await settled('leak');
  const visit = await visitOf(ticket);
  world.at('2026-09-30T15:00+08:00');
  const input = makeVisitInput.parse({
    reachedWhom: '陈太太',
    satisfaction: 4,
    opinion: '师傅很专业',
    criticism: '来得晚了一点',
    adoptedProposals: '上门前先发短信',
    happenedAt: '2026-09-30T14:10:00.000+08:00',
  });
  for (const who of ['plumber', 'maintenance'] as const)
    await assert.rejects(
      world.act(who, makeVisit, visit.id, input),
      { code: 'right.missing' },
      'not by those who did the work',
    );
  await world.act('desk', makeVisit, visit.id, input);
  assert.equal((await ticketNow(world, ticket.id)).satisfaction, 4);
  const page = await world.ask('manager', visitPage, visit.id);
  assert.deepEqual(
    [page.state, page.reachedWhom, page.satisfaction, page.opinion, page.criticism, page.adoptedProposals],
    ['made', '陈太太', 4, '师傅很专业', '来得晚了一点', '上门前先发短信'],
  );
  assert.equal(page.endedAt, '2026-09-30T06:10:00.000Z', 'entered late, it happened when it happened');
  assert.deepEqual(
    page.tries.map((one) => [one.no, one.reached, one.by.name]),
    [[1, true, '王前台']],
  );
  assert.deepEqual(page.phones, ['13800001202']);
  assert.equal(page.can['make']?.code, 'return_visit.ended');
  const clocks = await clocksAbout(world, visit.id);
  assert.equal(clocks.find((one) => one.kind === 'return_visit')!.state, 'kept');
  const record = await world.ask('desk', recordedVisits, recordedVisitsQuery.parse({ satisfaction: '4' }));
  assert.deepEqual(
    record.items.map((one) => one.id),
    [visit.id],
  );
  const none = await world.ask(
    'desk',
    recordedVisits,
    recordedVisitsQuery.parse({ by: world.people.desk2, state: 'made' }),
  );
  assert.deepEqual(none.items, []);
  const faulty = await world.ask('desk', recordedVisits, recordedVisitsQuery.parse({ fault: 'true' }));
  assert.ok(!faulty.items.some((one) => one.id === visit.id), 'without a fault');
  const within = async (from: string, until: string) => {
    const { items } = await world.ask('desk', recordedVisits, recordedVisitsQuery.parse({ from, until }));
    return items.some((one) => one.id === visit.id);
  };
  const moments = ['2026-09-30T06:10:00.000Z', '2026-09-30T06:10:00.001Z'] as const;
  assert.deepEqual([await within(...moments), await within(moments[1], '2026-10-09T00:00:00Z')], [true, false]);
  assert.equal(
    makeVisitInput.safeParse({ reachedWhom: ' ', satisfaction: 4 }).success,
    false,
    'whom we reached is said',
  );
  assert.equal(
    makeVisitInput.safeParse({ reachedWhom: '陈太太' }).success,
    false,
    'and what he thinks, or that he would not say',
  );
});

test('visited in time but entered after the deadline, the visit is kept, not late [VISIT-03]', async () => {
  world.at('2026-09-28T10:00+08:00');
  const visit = await visitOf(await settled('leak'));
  await world.until('2026-10-02T10:00+08:00');
  const input = { reachedWhom: '陈先生', satisfaction: 5, happenedAt: '2026-10-01T09:00:00.000+08:00' };
  await world.act('desk', makeVisit, visit.id, makeVisitInput.parse(input));
  const clock = (await clocksAbout(world, visit.id)).find((one) => one.kind === 'return_visit')!;
  assert.equal(clock.state, 'kept');
  assert.equal(clock.settled_at, '2026-10-01T01:00:00.000Z');
});

test('new demands become tickets of their own, linked with the one visited; the slip shows them [VISIT-11]', async () => {
  world.at('2026-09-28T10:00+08:00');
  const ticket = await settled('leak');
  const visit = await visitOf(ticket);
  const demands = [
    { kind: 'repair_public', title: '楼道灯不亮', placeId: world.places.corridor, fields: { trouble: 'lighting' } },
    { kind: 'suggestion', title: '希望增加充电桩', fields: { suggestion: '地下车库加装充电桩' } },
  ];
  await world.act(
    'desk',
    makeVisit,
    visit.id,
    makeVisitInput.parse({ reachedWhom: '陈先生', satisfaction: 4, demands }),
  );
  const page = await world.ask('desk', visitPage, visit.id);
  assert.deepEqual(
    page.demands.map((one) => one.title),
    ['楼道灯不亮', '希望增加充电桩'],
  );
  const where = await Promise.all(page.demands.map(async ({ id }) => (await ticketNow(world, id as never)).place_id));
  assert.deepEqual(where, [world.places.corridor, world.places.flat1202], 'each where it is, item by item');
  const links = await world.read((tx) =>
    tx.selectFrom('ticket_link').selectAll().where('from_id', '=', ticket.id).execute(),
  );
  assert.deepEqual(
    new Set(links.map((link) => `${link.to_id} ${link.why}`)),
    new Set(page.demands.map((one) => `${one.id} from_visit`)),
  );
});

test('what cannot be answered at once is promised for a time, and that time is kept [VISIT-10] [PRIN-03]', async () => {
  world.at('2026-09-28T10:00+08:00');
  const ticket = await settled('leak');
  const visit = await visitOf(ticket);
  const bookedReply = { dueAt: '2026-09-30T17:00:00.000+08:00', words: '回复公共阀门何时更换' };
  await world.act(
    'desk2',
    makeVisit,
    visit.id,
    makeVisitInput.parse({ reachedWhom: '陈先生', satisfaction: 4, bookedReply }),
  );
  const page = await world.ask('desk', visitPage, visit.id);
  assert.deepEqual([page.promised?.dueAt, page.promised?.words], ['2026-09-30T09:00:00.000Z', '回复公共阀门何时更换']);
  assert.deepEqual(
    (await world.ask('desk', customerView, ticket.id)).promises.map((one) => [one.words, one.dueAt]),
    [['回复公共阀门何时更换', '2026-09-30T09:00:00.000Z']],
    'what he is told',
  );
  await world.act('desk', tellCustomer, ticket.id, tellInput.parse({ text: '已修好' }));
  await assert.rejects(world.act('desk', closeTicket, ticket.id, {}), refusedWith('ticket.promise_open'));
  world.at('2026-09-30T16:00+08:00');
  const kept = keepPromiseInput.parse({ commitmentId: page.promised!.id, text: '周五更换' });
  await world.act('desk', keepPromise, ticket.id, kept);
  assert.equal((await world.ask('desk', visitPage, visit.id)).promised?.state, 'kept');
  await world.act('desk', closeTicket, ticket.id, {});
});

test('a fault found at a visit owes a written rectification within 24 hours, whatever the hour [VISIT-06]', async () => {
  world.at('2026-09-28T17:30+08:00');
  const ticket = await settled('leak');
  const visit = await visitOf(ticket);
  const fault = { findings: '墙面未恢复' };
  await world.act(
    'desk2',
    makeVisit,
    visit.id,
    makeVisitInput.parse({ reachedWhom: '陈先生', satisfaction: 3, fault }),
  );
  const owed = (await clocksAbout(world, visit.id)).find((one) => one.kind === 'notice_after_visit')!;
  assert.deepEqual([owed.due_at, owed.owner_id], ['2026-09-29T09:30:00.000Z', world.people.desk2]);
  world.at('2026-09-29T09:00+08:00');
  const noticeId = await world.act('desk2', issueVisitNotice, visit.id, {});
  const notice = await world.read((tx) =>
    tx.selectFrom('rectification').selectAll().where('id', '=', noticeId).executeTakeFirstOrThrow(),
  );
  assert.deepEqual(
    [notice.source, notice.visit_id, notice.department_id, notice.addressee_id, notice.findings],
    ['visit', visit.id, world.departments['engineering'], world.people.maintenance, '墙面未恢复'],
  );
  wait(world);
  const heard = (await told(world, 'maintenance')).find((one) => one.subject.id === noticeId);
  assert.deepEqual(
    [heard?.type, heard?.params['source']],
    ['notice.issued', 'visit'],
    'the repair department hears of it',
  );
  const settledClock = (await clocksAbout(world, visit.id)).find((one) => one.kind === 'notice_after_visit')!;
  assert.equal(settledClock.state, 'kept');
  await assert.rejects(world.act('desk2', issueVisitNotice, visit.id, {}), refusedWith('notice.already_issued'));
});

test('the notice may be issued in the same act [VISIT-06]', async () => {
  world.at('2026-09-28T10:00+08:00');
  const visit = await visitOf(await settled('leak'));
  const fault = { findings: '仍有渗水', issueNow: true };
  await world.act('desk', makeVisit, visit.id, makeVisitInput.parse({ reachedWhom: '陈先生', satisfaction: 3, fault }));
  const page = await world.ask('desk', visitPage, visit.id);
  assert.equal(page.notice?.state, 'issued');
  assert.ok(!(await clocksAbout(world, visit.id)).some((one) => one.kind === 'notice_after_visit'));
});

test('a fault of another department is that one’s to rectify; issued a day and a second later, the notice is late [VISIT-06]', async () => {
  world.at('2026-09-28T10:00+08:00');
  const visit = await visitOf(await settled('leak'));
  const fault = { findings: '楼道积水未清', departmentId: world.departments['cleaning_greening'] };
  await world.act('desk', makeVisit, visit.id, makeVisitInput.parse({ reachedWhom: '陈先生', satisfaction: 3, fault }));
  world.at('2026-09-29T10:00:01+08:00');
  const noticeId = await world.act('desk', issueVisitNotice, visit.id, {});
  const notice = await world.ask('desk', noticePage, noticeId);
  assert.deepEqual([notice.department.name.en, notice.addressee?.name], ['Cleaning and greening', '韩主管']);
  const owed = (await clocksAbout(world, visit.id)).find((one) => one.kind === 'notice_after_visit')!;
  assert.equal(owed.outcome, 'late');
});

test('a dissatisfied answer opens the matter again, and once settled it is visited again [WORK-07]', async () => {
  world.at('2026-09-28T10:00+08:00');
  const ticket = await settled('leak');
  const first = await visitOf(ticket);
  await world.act(
    'desk2',
    makeVisit,
    first.id,
    makeVisitInput.parse({ reachedWhom: '陈先生', satisfaction: 2, criticism: '还在漏' }),
  );
  const again = await ticketNow(world, ticket.id);
  assert.deepEqual([again.stage_class, again.reopened_count, again.resolved_at], ['active', 1, null]);
  world.clock.advance(10_000);
  const heard = (await told(world, 'desk')).filter((one) => one.subject.id === ticket.id);
  assert.ok(heard.some((one) => one.type === 'ticket.reopened' && one.params['because'] === 'dissatisfied'));
  const content = await settled('leak');
  const fair = makeVisitInput.parse({ reachedWhom: '陈先生', satisfaction: 3 });
  await world.act('desk', makeVisit, (await visitOf(content)).id, fair);
  assert.equal(
    (await ticketNow(world, content.id)).stage_class,
    'resolved',
    'neither glad nor dissatisfied, it stays settled',
  );
  await settle(world, ticket);
  const visits = await visitsOf(world, ticket.id);
  assert.deepEqual(
    visits.map((one) => [one.round, one.state]),
    [
      [1, 'made'],
      [2, 'due'],
    ],
  );
});

test('opened again by hand, what was due of the first settling is dropped and not owed any more', async () => {
  world.at('2026-09-28T10:00+08:00');
  const ticket = await settled('leak');
  await world.act('desk', reopenTicket, ticket.id, { reason: '又漏了', because: 'by_hand' });
  const visit = await visitOf(ticket);
  assert.equal(visit.state, 'dropped');
  assert.deepEqual(
    (await clocksAbout(world, visit.id)).map((one) => one.state),
    ['cancelled'],
  );
  await assert.rejects(
    world.act('desk', makeVisit, visit.id, makeVisitInput.parse({ reachedWhom: '陈先生', satisfaction: 5 })),
    refusedWith('return_visit.ended'),
  );
});

test('a settled repair that turns out a complaint is visited as one, from the same moment [VISIT-08]', async () => {
  world.at('2026-09-28T10:00+08:00');
  const ticket = await settled('repair_private');
  world.at('2026-09-28T16:00+08:00');
  const input = { kind: 'complaint', reason: '实为投诉', fields: { about: 'repair_quality' } };
  await world.act('desk', reclassifyTicket, ticket.id, input);
  const visits = await visitsOf(world, ticket.id);
  assert.deepEqual(
    new Map(visits.map((one) => [one.rule, one.state])),
    new Map([
      ['other_repair', 'dropped'],
      ['complaint', 'due'],
    ]),
  );
  const due = visits.find((one) => one.state === 'due')!;
  assert.equal((await clocksAbout(world, due.id))[0]!.due_at, '2026-10-01T02:00:00.000Z');
});

test('the slip goes to the head of the department, who says what the customer was told and signs [VISIT-11] [VISIT-21]', async () => {
  world.at('2026-09-28T10:00+08:00');
  const ticket = await settled('leak');
  const visit = await visitOf(ticket);
  await world.act(
    'desk',
    makeVisit,
    visit.id,
    makeVisitInput.parse({ reachedWhom: '陈先生', satisfaction: 4, opinion: '希望加装检修口' }),
  );
  const heard = async () => (await told(world, 'maintenance')).filter((one) => one.subject.id === visit.id);
  assert.deepEqual(await heard(), [], 'not within the undo delay');
  wait(world);
  assert.deepEqual(
    (await heard()).map((one) => one.type),
    ['return_visit.to_sign'],
  );
  const clock = (await clocksAbout(world, visit.id)).find((one) => one.kind === 'sign_visit')!;
  assert.equal(clock.owner_id, world.people.maintenance);
  const unsigned = await world.ask('maintenance', unsignedVisits, unsignedVisitsQuery.parse({ mine: 'true' }));
  const line = unsigned.items.find((one) => one.id === visit.id)!;
  assert.deepEqual([line.opinion, line.clock?.kind, line.can['sign']], ['希望加装检修口', 'sign_visit', null]);
  await assert.rejects(world.act('maintenance', signSlip, visit.id, signSlipInput.parse({})), (error) => {
    return error instanceof Invalid && error.code === 'return_visit.result_missing';
  });
  await assert.rejects(
    world.act('captain', signSlip, visit.id, signSlipInput.parse({ resultTold: '已告知' })),
    (error) => error instanceof Forbidden,
  );
  await world.act('desk', tellCustomer, ticket.id, tellInput.parse({ text: '已修好' }));
  await world.act('desk', closeTicket, ticket.id, {});
  world.at('2026-09-29T10:00+08:00');
  await world.act('maintenance', signSlip, visit.id, signSlipInput.parse({ resultTold: '已电话告知下周加装' }));
  const page = await world.ask('desk', visitPage, visit.id);
  assert.deepEqual([page.signedBy?.name, page.resultTold], ['赵主管', '已电话告知下周加装']);
  const signed = (await clocksAbout(world, visit.id)).find((one) => one.kind === 'sign_visit')!;
  assert.equal(signed.state, 'kept', 'closing the ticket did not end what the head owes');
});

test('whatever he said, criticism or a proposal of his too, the slip is not signed before he was told what came of it [VISIT-11]', async () => {
  world.at('2026-09-28T10:00+08:00');
  for (const said of [{ criticism: '来得晚' }, { adoptedProposals: '先发短信' }, { opinion: '不错' }]) {
    const visit = await visitOf(await settled('leak'));
    const made = makeVisitInput.parse({ reachedWhom: '陈先生', satisfaction: 4, ...said });
    await world.act('desk', makeVisit, visit.id, made);
    await assert.rejects(world.act('maintenance', signSlip, visit.id, signSlipInput.parse({})), {
      code: 'return_visit.result_missing',
    });
  }
});

test('the slip goes to the department that did the work, not the one the matter was first given to [VISIT-21] [VISIT-11]', async () => {
  world.at('2026-09-28T10:00+08:00');
  const ticket = await takeInMatter(world, 'repair_public', { placeId: world.places.corridor });
  const task = { departmentId: world.departments['cleaning_greening'], task: '疏通地漏' };
  const order = await world.act('desk', issueWorkOrder, ticket.id, task);
  await world.act('cleaning', acceptWorkOrder, order.id, {});
  const done = doneInput.parse({ findings: '落叶堵塞', measures: '已清', minutes: 20 });
  await world.act('cleaning', finishWorkOrder, order.id, done);
  await settle(world, ticket);
  const visit = await visitOf(ticket);
  const said = { reachedWhom: '陈先生', satisfaction: 4, opinion: '建议加滤网' };
  await world.act('desk', makeVisit, visit.id, makeVisitInput.parse(said));
  wait(world);
  const heard = async (who: PersonKey) => (await told(world, who)).filter((one) => one.subject.id === visit.id).length;
  assert.deepEqual([await heard('cleaning'), await heard('maintenance')], [1, 0]);
  const result = signSlipInput.parse({ resultTold: '下周加装' });
  await assert.rejects(world.act('maintenance', signSlip, visit.id, result), (error) => error instanceof Forbidden);
  await world.act('cleaning', signSlip, visit.id, result);
});

test('visits to be made come in the order in which their time runs out, page by page', async () => {
  const fresh = await freshWorld({ at: '2026-09-28T10:00+08:00' });
  try {
    const slow = await takeInMatter(fresh, 'repair_private');
    await mend(fresh, slow);
    await settle(fresh, slow);
    const quick = await takeInMatter(fresh, 'repair_safety', { placeId: fresh.places.lift });
    await mend(fresh, quick);
    await settle(fresh, quick);
    const middle = await takeInMatter(fresh, 'leak');
    await mend(fresh, middle);
    await settle(fresh, middle);
    const first = await fresh.ask('desk', dueVisits, dueVisitsQuery.parse({ limit: '2' }));
    assert.deepEqual(
      first.items.map((one) => one.ticket.number),
      [quick.number, middle.number],
    );
    assert.equal(first.items[0]!.clock!.kind, 'return_visit');
    const second = await fresh.ask('desk', dueVisits, dueVisitsQuery.parse({ limit: '2', after: first.next! }));
    assert.deepEqual([second.items.map((one) => one.ticket.number), second.next], [[slow.number], null]);
    fresh.at('2026-10-02T10:00+08:00');
    const late = await fresh.ask('desk', dueVisits, dueVisitsQuery.parse({ late: 'true' }));
    assert.deepEqual(
      late.items.map((one) => one.ticket.number),
      [quick.number, middle.number],
    );
    const others = await fresh.ask('desk2', dueVisits, dueVisitsQuery.parse({ mine: 'true' }));
    assert.deepEqual(others.items, []);
  } finally {
    await fresh.drop();
  }
});
