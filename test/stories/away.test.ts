import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Id } from '../../src/kernel/id.ts';
import { newId } from '../../src/kernel/id.ts';
import { leave } from '../../src/organisation/commands/leave.ts';
import { reportAbsence } from '../../src/organisation/commands/report-absence.ts';
import { leaveInput, reportAbsenceInput } from '../../src/organisation/inputs.ts';
import { replyNotice } from '../../src/rectification/commands/answer-notice.ts';
import { issueNotice } from '../../src/rectification/commands/issue-notice.ts';
import { verifyNotice } from '../../src/rectification/commands/verify-notice.ts';
import { issueNoticeInput, replyNoticeInput, verifyNoticeInput } from '../../src/rectification/inputs.ts';
import { noticePage } from '../../src/rectification/page.ts';
import { acknowledgeUrging, urge } from '../../src/ticket/commands/urge.ts';
import { urgeInput } from '../../src/ticket/inputs.ts';
import { assignPerson } from '../../src/work-order/commands/assign-person.ts';
import { finishWorkOrder } from '../../src/work-order/commands/finish-work-order.ts';
import { issueWorkOrder } from '../../src/work-order/commands/issue-work-order.ts';
import { acceptWorkOrder, arrive, noAccess, setOut } from '../../src/work-order/commands/take-steps.ts';
import { doneInput } from '../../src/work-order/inputs.ts';
import { clocksAbout, takeInMatter, told, wait } from '../story.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

let world: World;
before(async () => {
  world = await freshWorld({ at: '2026-09-21T09:00+08:00' });
});
after(() => world.drop());

const owed = (who: 'plumber' | 'fitter' | 'maintenance') =>
  world.read((tx) =>
    tx
      .selectFrom('commitment')
      .select('kind')
      .where('owner_id', '=', world.people[who])
      .where('settled_at', 'is', null)
      .execute(),
  );
const orderNow = (id: Id<'work_order'>) =>
  world.read((tx) => tx.selectFrom('work_order').selectAll().where('id', '=', id).executeTakeFirstOrThrow());

async function sent(): Promise<{ ticketId: Id<'ticket'>; id: Id<'work_order'> }> {
  const ticket = await takeInMatter(world, 'repair_private');
  const task = { departmentId: world.departments['engineering'], personId: world.people.plumber, task: '查漏' };
  const { id } = await world.act('desk', issueWorkOrder, ticket.id, task);
  return { ticketId: ticket.id, id };
}

/** Its clocks of accepting: how each stands, who owes it, and from when it counts. */
async function accepting(id: Id<'work_order'>): Promise<[string, string, string][]> {
  const clocks = (await clocksAbout(world, id)).filter((one) => one.kind === 'work_accept');
  const nameOf = (owner: string | null) => Object.entries(world.people).find(([, person]) => person === owner)![0];
  return clocks.map((one) => [one.state, nameOf(one.owner_id), one.started_at]);
}

test('an order sent to somebody else after it was accepted is accepted anew, in the same time from then on [WORK-01]', async () => {
  const { id } = await sent();
  const began = world.clock.now();
  await world.act('plumber', acceptWorkOrder, id, {});
  wait(world, 600);
  await world.act('maintenance', assignPerson, id, { personId: world.people.fitter });
  assert.deepEqual(await accepting(id), [
    ['kept', 'plumber', began],
    ['running', 'fitter', world.clock.now()],
  ]);
  await world.act('maintenance', assignPerson, id, { personId: world.people.plumber });
  assert.equal((await accepting(id)).length, 2, 'not accepted in between: the same time runs on');
  await world.act('plumber', acceptWorkOrder, id, {});
  assert.deepEqual(
    (await accepting(id)).map(([state]) => state),
    ['kept', 'kept'],
  );
  const done = doneInput.parse({ findings: '无漏点', measures: '紧固', minutes: 15 });
  await world.act('plumber', finishWorkOrder, id, done);
});

test('a worker falls ill on his way: each of his open work orders, however far he got, is his colleague’s in one act', async () => {
  const began = world.clock.now();
  const issued = await sent();
  const accepted = await sent();
  const onTheWay = await sent();
  const arrived = await sent();
  const shut = await sent();
  for (const { id } of [accepted, onTheWay, arrived, shut]) await world.act('plumber', acceptWorkOrder, id, {});
  await world.act('plumber', setOut, onTheWay.id, {});
  await world.act('plumber', arrive, arrived.id, {});
  await world.act('plumber', noAccess, shut.id, { note: '无人应门' });
  const urging = urgeInput.parse({ workOrderId: issued.id, onBehalfOf: 'customer' });
  await world.act('desk', urge, issued.ticketId, urging);
  const absence = { id: newId(world.clock.now()), from: '2026-09-21T09:00:00.000+08:00', reason: '病假' };
  const withSuccessor = reportAbsenceInput.parse({ ...absence, successorId: world.people.fitter });
  world.at('2026-09-21T09:20+08:00');
  await world.act('maintenance', reportAbsence, world.people.plumber, withSuccessor);
  for (const { id } of [issued, accepted, onTheWay, arrived, shut]) {
    const now = await orderNow(id);
    assert.deepEqual([now.person_id, now.stage], [world.people.fitter, 'issued'], 'to be accepted anew');
    assert.deepEqual([now.set_out_at, now.arrived_at], [null, null], 'nor has he gone there');
  }
  for (const { id } of [accepted, onTheWay, arrived, shut])
    assert.deepEqual(await accepting(id), [
      ['kept', 'plumber', began],
      ['running', 'fitter', world.clock.now()],
    ]);
  assert.deepEqual(await accepting(issued.id), [['running', 'fitter', began]], 'it ran already');
  assert.deepEqual(await owed('plumber'), []);
  wait(world);
  const heard = await told(world, 'fitter');
  assert.deepEqual(
    heard.map((one) => [one.type, one.params['open']]),
    [['person.work_moved', 5]],
    'he hears of it once',
  );
  const { id: urgingId } = await world.read((tx) => tx.selectFrom('urging').select('id').executeTakeFirstOrThrow());
  await world.act('fitter', acknowledgeUrging, issued.ticketId, urgingId);
  const answer = (await clocksAbout(world, issued.ticketId)).find((one) => one.kind === 'answer_urging')!;
  assert.equal(answer.state, 'kept', 'the successor says that he has heard');
  await world.act('fitter', acceptWorkOrder, onTheWay.id, {});
  const done = doneInput.parse({ findings: '接头松动', measures: '紧固', minutes: 15 });
  await world.act('fitter', finishWorkOrder, onTheWay.id, done);
  assert.equal((await orderNow(onTheWay.id)).stage, 'done');
});

test('a head leaves: the notices addressed to him are his successor’s, who hears of a rejected reply and owes the next', async () => {
  const department = { departmentId: world.departments['engineering'], findings: '配电间未上锁' };
  const open = await world.act('supervisor', issueNotice, issueNoticeInput.parse(department));
  const closed = await world.act('supervisor', issueNotice, issueNoticeInput.parse(department));
  const reply = replyNoticeInput.parse({ measures: '已上锁' });
  for (const id of [open, closed]) await world.act('maintenance', replyNotice, id, reply);
  await world.act('supervisor', verifyNotice, closed, verifyNoticeInput.parse({ accepted: true }));
  const gone = leaveInput.parse({ successorId: world.people.fitter, reason: 'resigned' });
  await world.act('admin', leave, world.people.maintenance, gone);
  const addressee = async (id: Id<'rectification'>) => (await world.ask('supervisor', noticePage, id)).addressee?.name;
  assert.deepEqual([await addressee(open), await addressee(closed)], ['冯师傅', '赵主管'], 'what is over stays his');
  await world.act('supervisor', verifyNotice, open, verifyNoticeInput.parse({ accepted: false, reason: '仍未上锁' }));
  wait(world);
  const heard = (await told(world, 'fitter')).filter((one) => one.subject.id === open);
  assert.deepEqual(
    heard.map((one) => one.type),
    ['notice.rejected'],
  );
  const clock = (await clocksAbout(world, open)).find((one) => one.state === 'running')!;
  assert.deepEqual([clock.kind, clock.owner_id], ['reply_notice', world.people.fitter]);
  assert.deepEqual(await owed('maintenance'), []);
});
