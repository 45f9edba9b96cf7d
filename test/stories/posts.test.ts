import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Id } from '../../src/kernel/id.ts';
import { issueNotice } from '../../src/rectification/commands/issue-notice.ts';
import { replyNotice } from '../../src/rectification/commands/answer-notice.ts';
import { issueNoticeInput, replyNoticeInput } from '../../src/rectification/inputs.ts';
import { listNotices, noticesQuery } from '../../src/rectification/list.ts';
import { closeTicket } from '../../src/ticket/commands/close-ticket.ts';
import { listTickets } from '../../src/ticket/list.ts';
import { ticketsQuery } from '../../src/ticket/list-shapes.ts';
import { ticketPage } from '../../src/ticket/page.ts';
import { finishWorkOrder } from '../../src/work-order/commands/finish-work-order.ts';
import { issueWorkOrder } from '../../src/work-order/commands/issue-work-order.ts';
import { acceptWorkOrder, setOut } from '../../src/work-order/commands/take-steps.ts';
import { doneInput } from '../../src/work-order/inputs.ts';
import { clocksAbout, takeInMatter, told, wait } from '../story.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';
import type { PersonKey } from '../world-seed.ts';

let world: World;
before(async () => {
  world = await freshWorld({ at: '2026-09-21T09:00+08:00' });
});
after(() => world.drop());

const done = doneInput.parse({ findings: '接头松动', measures: '已紧固', minutes: 20 });
const seen = async (who: PersonKey) =>
  (await world.ask(who, listTickets, ticketsQuery.parse({ state: 'all' }))).items.map((one) => one.id);
const clock = async (subject: string, kind: string) =>
  (await clocksAbout(world, subject)).find((one) => one.kind === kind)!;

async function sent(kind: string, department: string, personId?: Id<'person'>) {
  const ticket = await takeInMatter(world, kind, { placeId: world.places.lift });
  const task = { departmentId: world.departments[department], task: '到场处理', personId };
  return { ticketId: ticket.id, order: await world.act('desk', issueWorkOrder, ticket.id, task) };
}

test('a repair worker does what he was sent to do and nothing of others; his department rectifies within its limit [ROLE-35]', async () => {
  const { ticketId, order } = await sent('repair_private', 'engineering', world.people.plumber);
  const other = await sent('help', 'security');
  assert.ok((await seen('plumber')).includes(ticketId));
  assert.ok(!(await seen('plumber')).includes(other.ticketId), 'another department’s work is not his to see');
  for (const who of ['electrician', 'captain', 'desk'] as const)
    await assert.rejects(world.act(who, acceptWorkOrder, order.id, {}), { code: /^right\./ });
  await assert.rejects(world.act('plumber', closeTicket, ticketId, {}), { code: 'right.missing' });
  await world.act('plumber', acceptWorkOrder, order.id, {});
  await world.act('plumber', finishWorkOrder, order.id, done);
  const notice = { departmentId: world.departments['engineering'], findings: '现场未清理', ticketId };
  const id = await world.act('supervisor', issueNotice, issueNoticeInput.parse(notice));
  const reply = replyNoticeInput.parse({ measures: '已清理' });
  await assert.rejects(world.act('captain', replyNotice, id, reply), { code: 'right.out_of_scope' });
  const limit = await clock(id, 'reply_notice');
  // three working days of the engineering shift; Mid-Autumn on Friday is a holiday
  assert.equal(limit.due_at, '2026-09-24T01:00:00.000Z');
  world.at('2026-09-22T09:00+08:00');
  await world.act('maintenance', replyNotice, id, reply);
  assert.equal((await clock(id, 'reply_notice')).outcome, 'kept');
});

test('an outside firm is sent like a department: it accepts, goes and reports under its own clocks, and sees nothing else [ROLE-45]', async () => {
  const { ticketId, order } = await sent('repair_safety', 'lift_firm');
  const other = await sent('repair_safety', 'engineering');
  wait(world);
  assert.equal((await told(world, 'lift'))[0]!.type, 'work_order.issued');
  assert.deepEqual(await seen('lift'), [ticketId]);
  await assert.rejects(world.ask('lift', ticketPage, other.ticketId), { code: 'right.out_of_scope' });
  await assert.rejects(world.act('lift', acceptWorkOrder, other.order.id, {}), { code: 'right.out_of_scope' });
  assert.equal((await clock(order.id, 'work_accept')).owner_id, world.people.lift, 'named, and owing');
  await world.act('lift', acceptWorkOrder, order.id, {});
  await world.act('lift', setOut, order.id, {});
  await world.act('lift', finishWorkOrder, order.id, done);
  const [shown] = (await world.ask('desk', ticketPage, ticketId)).workOrders;
  assert.deepEqual([shown!.department.outsideFirm, shown!.stage, shown!.measures], [true, 'done', '已紧固']);
  assert.equal((await clock(order.id, 'work_complete')).outcome, 'kept');
  const notice = { departmentId: world.departments['lift_firm'], findings: '维保记录缺失' };
  const id = await world.act('supervisor', issueNotice, issueNoticeInput.parse(notice));
  const mine = (await world.ask('lift', listNotices, noticesQuery.parse({ state: 'all' }))).items;
  assert.deepEqual(
    mine.map((one) => one.id),
    [id],
  );
});
