import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { clocksAbout, takeInMatter, ticketNow, told, typesTold, wait } from '../../test/story.ts';
import type { PersonKey } from '../../test/world-seed.ts';
import type { World } from '../../test/world.ts';
import { freshWorld } from '../../test/world.ts';
import type { Commitment } from '../commitment/commitment.ts';
import { keepCommitments } from '../commitment/commands/keep-commitments.ts';
import { acknowledgeNotification } from '../notification/commands/acknowledge-notification.ts';
import { listNotices, noticesQuery } from '../rectification/list.ts';
import { noticePage } from '../rectification/page.ts';
import { issueWorkOrder } from '../work-order/commands/issue-work-order.ts';
import { acceptWorkOrder, arrive } from '../work-order/commands/take-steps.ts';
import { giveRuling } from '../ticket/commands/ask-ruling.ts';
import { waitFor } from '../ticket/commands/move-stage.ts';
import { keepPromise, promiseReply } from '../ticket/commands/promise-reply.ts';
import type { Context } from '../platform/context.ts';
import { lockTicket } from '../ticket/facts.ts';
import { ticketPage } from '../ticket/page.ts';
import { giveRulingInput, keepPromiseInput, promiseInput } from '../ticket/inputs.ts';
import { GO_ON, goOnLater } from './go-on-at-limit.ts';

async function inWorld(at: string, story: (world: World) => Promise<void>): Promise<void> {
  const world = await freshWorld({ at });
  try {
    await story(world);
  } finally {
    await world.drop();
  }
}

async function sent(world: World, kind = 'leak') {
  const ticket = await takeInMatter(world, kind);
  const order = await world.act('desk', issueWorkOrder, ticket.id, {
    departmentId: world.departments['engineering'],
    personId: world.people.plumber,
    task: '上门查漏',
  });
  return { ticket, order };
}

async function aboutClock(world: World, who: PersonKey, kind: string) {
  return (await told(world, who)).filter((one) => one.params['kind'] === kind);
}

async function clock(world: World, subjectId: string, kind: string): Promise<Commitment> {
  return (await clocksAbout(world, subjectId)).find((one) => one.kind === kind)!;
}

test('before it is late the worker hears, then his supervisor; when it is, the department gets a notice and the manager must rule [WORK-04] [ESCL-01]', () =>
  inWorld('2026-09-14T09:00+08:00', async (world) => {
    const { ticket, order } = await sent(world);
    // accepting is due in 20 working minutes: a warning at 16, the superior at 19, the notice at 20
    await world.until('2026-09-14T09:16+08:00');
    assert.deepEqual(
      (await aboutClock(world, 'plumber', 'work_accept')).map((one) => [one.type, one.urgency]),
      [['clock.warn', 'warn']],
    );
    assert.deepEqual(await aboutClock(world, 'maintenance', 'work_accept'), []);
    await world.until('2026-09-14T09:19+08:00');
    assert.equal((await aboutClock(world, 'maintenance', 'work_accept'))[0]!.type, 'clock.warn');
    await world.until('2026-09-14T09:20+08:00');
    const [notice] = await aboutClock(world, 'maintenance', 'work_accept');
    assert.deepEqual([notice!.type, notice!.params['source']], ['notice.issued', 'late']);
    const page = await world.ask('maintenance', noticePage, notice!.subject.id as never);
    assert.deepEqual(
      [
        page.source,
        page.addressee?.name,
        page.workOrderId,
        page.ticket?.number,
        page.missed?.name['zh-hans'],
        page.issuedBy,
      ],
      ['late', '赵主管', order.id, ticket.number, '接单', null],
    );
    assert.deepEqual(
      (await clocksAbout(world, page.id)).map((one) => one.kind).toSorted(),
      ['accept_notice', 'reply_notice'],
      'with clocks of its own',
    );
    await world.until('2026-09-15T09:21+08:00');
    const asked = (await told(world, 'manager')).find(
      (one) => one.type === 'clock.rule' && one.params['kind'] === 'work_accept',
    )!;
    assert.equal(asked.acknowledgement, 'wanted');
    const ruling = giveRulingInput.parse({ rulingId: asked.params['ruling'], decision: '改派冯师傅' });
    await world.act('manager', giveRuling, ticket.id, ruling);
    const rulings = (await world.ask('manager', ticketPage, ticket.id)).rulings;
    assert.ok(rulings.some((one) => one.decision === '改派冯师傅' && one.askedBy === null));
  }));

test('a date promised to the customer is a schedule too: missed, the department gets a notice and the manager must rule [WORK-04] [ESCL-01]', () =>
  inWorld('2026-09-14T09:00+08:00', async (world) => {
    const ticket = await takeInMatter(world, 'repair_private', { dueAt: '2026-09-15T10:00:00+08:00' });
    const about = async (who: PersonKey) => (await aboutClock(world, who, 'complete')).map((one) => one.type);
    await world.until('2026-09-15T09:59+08:00');
    assert.ok((await about('desk')).includes('clock.warn'), 'seen before it is due');
    assert.ok(!(await about('maintenance')).includes('notice.issued'));
    await world.until('2026-09-15T10:00+08:00');
    assert.equal((await about('maintenance'))[0], 'notice.issued');
    await world.until('2026-09-16T10:01+08:00');
    assert.equal((await about('manager'))[0], 'clock.rule');
    const { clocks } = await world.ask('desk', ticketPage, ticket.id);
    assert.equal(clocks.find((one) => one.kind === 'complete')!.late, true);
  }));

test('after an outage each person hears once of each promise, the highest of what was climbed', () =>
  inWorld('2026-09-14T09:00+08:00', async (world) => {
    const { order } = await sent(world);
    world.at('2026-09-14T12:00+08:00');
    await world.fire();
    const accept = await clock(world, order.id, 'work_accept');
    assert.equal(accept.climbed, 3);
    assert.deepEqual(
      (await aboutClock(world, 'plumber', 'work_accept')).map((one) => [one.type, one.params['rung']]),
      [['clock.warn', 1]],
    );
    assert.deepEqual(
      (await aboutClock(world, 'maintenance', 'work_accept')).map((one) => [one.type, one.params['rung']]),
      [['notice.issued', 3]],
    );
  }));

test('who says "I know" is not told again; who stays silent is, and then the manager is [PRIN-03]', () =>
  inWorld('2026-09-14T09:00+08:00', async (world) => {
    const ticket = await takeInMatter(world, 'emergency_repair');
    const order = await world.act('desk', issueWorkOrder, ticket.id, {
      departmentId: world.departments['engineering'],
      personId: world.people.plumber,
      task: '关阀止水',
    });
    // arriving is due in 30 minutes on the clock: a warning at 15 that asks for an answer, again every 5 minutes
    await world.until('2026-09-14T09:15+08:00');
    const [warned] = await aboutClock(world, 'plumber', 'work_arrive');
    assert.equal(warned!.acknowledgement, 'wanted');
    await world.until('2026-09-14T09:20+08:00');
    const again = await aboutClock(world, 'plumber', 'work_arrive');
    assert.deepEqual(
      again.map((one) => one.params['again']),
      [1, 0],
    );
    await world.act('plumber', acknowledgeNotification, again[0]!.id as never);
    const row = await clock(world, order.id, 'work_arrive');
    assert.deepEqual([row.acknowledged_by_id, row.again_at], [world.people.plumber, null]);
    await world.until('2026-09-14T09:23+08:00');
    assert.equal((await aboutClock(world, 'plumber', 'work_arrive')).length, 2);
    await world.act('plumber', acknowledgeNotification, warned!.id as never);
  }));

test('a promised reply warns who promised, then his superior; kept late it stays late [PRIN-03] [RECP-05]', () =>
  inWorld('2026-09-14T09:00+08:00', async (world) => {
    const ticket = await takeInMatter(world, 'consultation', { fields: { question: '停车费如何收取?' } });
    await world.act(
      'desk',
      promiseReply,
      ticket.id,
      promiseInput.parse({ dueAt: '2026-09-14T14:00:00.000+08:00', words: '答复停车费标准' }),
    );
    await world.until('2026-09-14T13:00+08:00');
    assert.equal((await aboutClock(world, 'desk', 'promise')).length, 1);
    await world.until('2026-09-14T14:00+08:00');
    assert.equal((await aboutClock(world, 'supervisor', 'promise')).length, 1);
    await world.until('2026-09-14T16:30+08:00');
    assert.equal((await aboutClock(world, 'manager', 'promise'))[0]!.type, 'clock.rule');
    const promise = await clock(world, ticket.id, 'promise');
    const answer = keepPromiseInput.parse({ commitmentId: promise.id, text: '月租 150 元' });
    await world.act('desk', keepPromise, ticket.id, answer);
    assert.equal((await clock(world, ticket.id, 'promise')).state, 'late');
  }));

test('done in time and reported late, notice and question are withdrawn, and whoever was told hears that it was not so', () =>
  inWorld('2026-09-14T09:00+08:00', async (world) => {
    const { ticket, order } = await sent(world);
    await world.act('plumber', acceptWorkOrder, order.id, {});
    // arriving is due at 10:00; the notice comes, and a day later the question, though he was there at 9:50
    await world.until('2026-09-15T11:00+08:00');
    const [issued] = await aboutClock(world, 'maintenance', 'work_arrive');
    assert.equal(issued!.type, 'notice.issued');
    assert.ok((await aboutClock(world, 'manager', 'work_arrive')).some((one) => one.type === 'clock.rule'));
    await world.act('plumber', arrive, order.id, { happenedAt: '2026-09-14T01:50:00.000Z' as never });
    const page = await world.ask('maintenance', noticePage, issued!.subject.id as never);
    assert.deepEqual(
      [page.state, page.withdrawn?.reason, page.withdrawn?.by, page.clock],
      ['withdrawn', 'kept_in_time', null, null],
    );
    const rulings = await world.read((tx) =>
      tx.selectFrom('ruling').selectAll().where('ticket_id', '=', ticket.id).execute(),
    );
    const question = rulings.find((one) => one.commitment_id === page.missed!.commitmentId)!;
    assert.equal(question.withdrawn_because, 'kept_in_time');
    wait(world);
    assert.ok((await typesTold(world, 'maintenance')).includes('notice.withdrawn'));
    const corrected = (await aboutClock(world, 'manager', 'work_arrive'))[0]!;
    assert.deepEqual([corrected.type, corrected.params['because']], ['clock.told_in_error', 'kept_in_time']);
    assert.equal((await clock(world, order.id, 'work_arrive')).state, 'kept');
  }));

test('a notice withdrawn in error does not stand in the way of another, when the promise is missed after all', () =>
  inWorld('2026-09-14T09:00+08:00', async (world) => {
    const { ticket, order } = await sent(world);
    await world.act('plumber', acceptWorkOrder, order.id, {});
    await world.until('2026-09-14T10:05+08:00');
    const first = await world.ask('maintenance', listNotices, noticesQuery.parse({ ticket: ticket.id, state: 'all' }));
    const arrived = first.items.filter((one) => one.missed?.name['en'] === 'Arrive on site');
    assert.equal(arrived.length, 1);
    const row = await clock(world, order.id, 'work_arrive');
    // what keeps it again after a pause that was reported late is the engine's affair; here only that a second is possible
    await world.act(null, async (context) => {
      await keepCommitments(context, { ids: [row.id], happenedAt: '2026-09-14T01:55:00.000Z' as never });
      await context.tx
        .updateTable('commitment')
        .set({ state: 'running', settled_at: null, outcome: null, climbed: 2, next_fire_at: context.now })
        .where('id', '=', row.id)
        .execute();
    });
    await world.fire();
    const both = await world.ask('maintenance', listNotices, noticesQuery.parse({ ticket: ticket.id, state: 'all' }));
    const about = both.items.filter((one) => one.missed?.name['en'] === 'Arrive on site').map((one) => one.state);
    assert.deepEqual(about.toSorted(), ['issued', 'withdrawn']);
  }));

test('a wait lasts no longer than it may: the clocks go on, the ticket leaves its stage, its owner hears of it', () =>
  inWorld('2026-09-14T09:00+08:00', async (world) => {
    const { ticket } = await sent(world, 'repair_private');
    await world.act('desk', waitFor, ticket.id, { reason: 'waiting_parts' });
    assert.equal((await ticketNow(world, ticket.id)).stage_class, 'waiting_other');
    await world.until('2026-09-21T08:59+08:00');
    assert.equal((await ticketNow(world, ticket.id)).stage_class, 'waiting_other');
    await world.until('2026-09-21T09:00+08:00');
    assert.equal((await ticketNow(world, ticket.id)).stage_class, 'active');
    const went = (await world.events({ ticketId: ticket.id })).filter((one) => one.type === 'ticket.went_on');
    assert.deepEqual(
      went.map((one) => one.data),
      [{ why: 'limit' }],
      'once, however many clocks stood',
    );
    assert.ok((await typesTold(world, 'desk')).includes('clock.wait_ended'));
    assert.ok((await clocksAbout(world, ticket.id)).every((one) => one.state !== 'paused'));
  }));

test('a ticket that somebody holds is left to the outbox: a clock never waits for it', () =>
  inWorld('2026-09-14T09:00+08:00', async (world) => {
    const { ticket } = await sent(world, 'repair_private');
    await world.act('desk', waitFor, ticket.id, { reason: 'waiting_parts' });
    world.at('2026-09-21T09:00+08:00');
    const { schema } = world.organisation;
    await world.database.transact(schema, async (tx) => {
      await tx.selectFrom('ticket').select('id').where('id', '=', ticket.id).forNoKeyUpdate().execute();
      await world.fire();
    });
    assert.equal((await ticketNow(world, ticket.id)).stage_class, 'waiting_other');
    const left = await world.read((tx) => tx.selectFrom('outbox').selectAll().where('task', '=', GO_ON).execute());
    assert.deepEqual(
      left.map((one) => one.payload),
      [{ ticketId: ticket.id, reason: 'waiting_parts' }],
    );
    await world.act(null, goOnLater, left[0]!.payload as Record<string, unknown>);
    assert.equal((await ticketNow(world, ticket.id)).stage_class, 'active');
  }));

test('a clock issues its notice though somebody holds the ticket: neither waits for the other', () =>
  inWorld('2026-09-14T09:00+08:00', async (world) => {
    const { ticket } = await sent(world);
    world.at('2026-09-14T09:20+08:00');
    await world.database.transact(world.organisation.schema, async (tx) => {
      await sql`set local lock_timeout = '5s'`.execute(tx);
      const context = { tx } as Context;
      await lockTicket(context, ticket.id);
      assert.ok((await world.fire()) > 0);
    });
    const notices = await world.read((tx) => tx.selectFrom('rectification').select('ticket_id').execute());
    assert.deepEqual(
      notices.map((one) => one.ticket_id),
      [ticket.id],
    );
  }));

test('in quiet hours the clock climbs, and the morning begins with one message about each promise', () =>
  inWorld('2026-09-14T21:30+08:00', async (world) => {
    const ticket = await takeInMatter(world, 'repair_safety', { urgency: 'normal', placeId: world.places.lift });
    await world.act('desk', issueWorkOrder, ticket.id, {
      departmentId: world.departments['lift_firm'],
      personId: world.people.lift,
      task: '检修电梯',
    });
    // arriving is due at 23:30 on the clock: warnings at 22:30 and 23:06, the notice at 23:30
    await world.until('2026-09-15T06:59+08:00');
    const row = await clock(
      world,
      (await world.read((tx) => tx.selectFrom('work_order').select('id').executeTakeFirstOrThrow())).id,
      'work_arrive',
    );
    assert.ok(row.climbed >= 3);
    assert.deepEqual(await aboutClock(world, 'lift', 'work_arrive'), []);
    await world.until('2026-09-15T07:00+08:00');
    assert.deepEqual(
      (await aboutClock(world, 'lift', 'work_arrive')).map((one) => one.type),
      ['notice.issued'],
    );
  }));
