import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { applyKind } from '../../src/administration/commands/apply-kind.ts';
import { moveBatch } from '../../src/administration/commands/move-batch.ts';
import { effectOfShares } from '../../src/administration/effect-of-shares.ts';
import { effectOnOpen } from '../../src/administration/effect-on-open.ts';
import { isDrawn } from '../../src/kernel/draw.ts';
import type { Id } from '../../src/kernel/id.ts';
import type { Kind } from '../../src/pack/format.ts';
import { currentKind } from '../../src/pack/kinds.ts';
import { declineVisit } from '../../src/return-visit/commands/decline-visit.ts';
import { makeVisit } from '../../src/return-visit/commands/make-visit.ts';
import { declineVisitInput, makeVisitInput } from '../../src/return-visit/inputs.ts';
import { closeTicket } from '../../src/ticket/commands/close-ticket.ts';
import { tellCustomer } from '../../src/ticket/commands/tell-customer.ts';
import { tellInput } from '../../src/ticket/inputs.ts';
import { clocksAbout, settle, takeInMatter, ticketNow, visitsOf } from '../story.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

let world: World;
before(async () => {
  world = await freshWorld({ at: '2026-09-07T09:00+08:00' });
});
after(() => world.drop());

async function edited(edit: (rule: Kind['visits'][number]) => object, key = 'repair_private') {
  const { kind, version } = await world.ask('admin', currentKind, key);
  const visits = kind.visits.map((rule) => edit({ ...rule }) as Kind['visits'][number]);
  return { kind: { ...structuredClone(kind), visits }, seen: version };
}

async function take(next: { kind: Kind; seen: number }): Promise<void> {
  const { moveId } = await world.act('admin', applyKind, {
    ...next,
    why: '回访规则调整',
    openTickets: 'move',
    stages: {},
  });
  await world.act(null, moveBatch, moveId!);
}

async function settled(): Promise<Id<'ticket'>> {
  const ticket = await takeInMatter(world, 'repair_private');
  await settle(world, ticket);
  return ticket.id;
}

const effectOf = async (next: { kind: Kind }) =>
  world.ask('admin', effectOnOpen, { kind: next.kind, stages: {} }).then(({ visits, clocks }) => ({ visits, clocks }));
const dueOf = async (id: Id<'ticket'>) => (await visitsOf(world, id)).filter((visit) => visit.state === 'due');

test('a visit that is due follows the new limit, tries and exception as its matter is taken over; the effect says so before [VISIT-14]', async () => {
  const id = await settled();
  const [visit] = await dueOf(id);
  const [clock] = await clocksAbout(world, visit!.id);
  const next = await edited((rule) => ({
    ...rule,
    limit: { ...rule.limit, allowance: { text: 'PT6H', basis: 'clock' }, calendar: 'always' },
    mostAttempts: 5,
    mayDecline: false,
  }));
  const { visits, clocks } = await effectOf(next);
  assert.deepEqual(visits, { begin: 0, end: 0, drawnAnew: 0 });
  const moving = clocks.first.find((one) => one.commitmentId === clock!.id)!;
  assert.deepEqual([moving.from, moving.to], [clock!.due_at, '2026-09-07T07:00:00.000Z'], 'six hours from settling');
  assert.equal((await visitsOf(world, id))[0]!.most_attempts, visit!.most_attempts, 'looking changes nothing');
  await take(next);
  const [now] = await dueOf(id);
  assert.deepEqual([now!.id, now!.most_attempts, now!.may_decline], [visit!.id, 5, false]);
  const [moved] = await clocksAbout(world, visit!.id);
  assert.deepEqual([moved!.due_at, moved!.rule_version], ['2026-09-07T07:00:00.000Z', 2]);
  const told = (await world.events({ ticketId: id })).filter((event) => event.type === 'return_visit.rule_changed');
  assert.deepEqual(
    told.map((event) => event.data),
    [{ rule: visit!.rule, version: 2 }],
  );
  await assert.rejects(
    world.act('desk', declineVisit, now!.id, declineVisitInput.parse({ channel: 'phone', who: '陈先生' })),
    { code: 'return_visit.no_exception' },
  );
});

test('a share draws what is due anew by a recorded seed; a larger one keeps whom it had drawn, all of them once more makes all due [VISIT-14]', async () => {
  const ids: Id<'ticket'>[] = [];
  for (let at = 0; at < 10; at += 1) ids.push(await settled());
  const open = ids.length + 1;
  const halved = await edited((rule) => ({ ...rule, share: 40 }));
  assert.deepEqual((await effectOf(halved)).visits, { begin: 0, end: 0, drawnAnew: open });
  await take(halved);
  const drawOf = (id: Id<'ticket'>) =>
    world.read((tx) => tx.selectFrom('visit_draw').selectAll().where('ticket_id', '=', id).executeTakeFirst());
  const first = new Map<string, boolean>();
  for (const id of ids) {
    const draw = await drawOf(id);
    assert.deepEqual([draw!.percent, draw!.drawn], [40, isDrawn(draw!.seed, id, 40)]);
    assert.equal((await dueOf(id)).length, draw!.drawn ? 1 : 0);
    first.set(id, draw!.drawn);
  }
  const more = await edited((rule) => ({ ...rule, share: 70 }));
  const seeds = await Promise.all(ids.map(async (id) => [id, (await drawOf(id))!.seed] as const));
  const joining = seeds.filter(([id, seed]) => !first.get(id) && isDrawn(seed, id, 70)).length;
  const told = (await effectOf(more)).visits;
  assert.equal(told.drawnAnew, 0, 'from the recorded seed it is known before');
  assert.ok(told.begin >= joining && told.begin <= joining + 1 && told.end === 0, JSON.stringify(told));
  await take(more);
  for (const [id, seed] of seeds) {
    const wanted = isDrawn(seed, id, 70);
    assert.equal((await dueOf(id)).length, wanted ? 1 : 0);
    if (first.get(id)) assert.ok(wanted, 'who was drawn stays');
  }
  await take(
    await edited((rule) => {
      const { share: _, ...rest } = rule;
      return rest;
    }),
  );
  for (const id of ids) {
    const [visit] = await dueOf(id);
    const clocks = await clocksAbout(world, visit!.id);
    assert.equal(clocks.filter((clock) => clock.settled_at === null).length, 1, 'owed once');
  }
});

test('where the new version asks nobody, what is due is dropped and no longer owed; where it asks again, it is due', async () => {
  const id = await settled();
  const { kind, version } = await world.ask('admin', currentKind, 'repair_private');
  const guards = {
    ...kind.guards,
    close: kind.guards.close.filter((one) => !one.includes('visit') && !one.includes('view')),
  };
  const none = { kind: { ...structuredClone(kind), visits: [], guards }, seen: version };
  const { visits } = await effectOf(none);
  assert.ok(visits.end >= 1 && visits.begin === 0, JSON.stringify(visits));
  await take(none);
  const [dropped] = await visitsOf(world, id);
  assert.equal(dropped!.state, 'dropped');
  assert.ok((await clocksAbout(world, dropped!.id)).every((clock) => clock.settled_at !== null));
  await take({ kind, seen: version + 1 });
  assert.equal((await dueOf(id)).length, 1);
  assert.equal((await ticketNow(world, id)).kind_version, version + 2);
});

test('the effect of another share is said by what was closed in the last 30 days, rule by rule [VISIT-14]', async () => {
  for (let at = 0; at < 5; at += 1) {
    const { id } = await takeInMatter(world, 'complaint', { fields: { about: 'noise', wanted_solution: '安静' } });
    await settle(world, await ticketNow(world, id));
    await world.act('desk', tellCustomer, id, tellInput.parse({ channel: 'phone', text: '已处理，特此告知' }));
    const [visit] = await dueOf(id);
    await world.act('desk', makeVisit, visit!.id, makeVisitInput.parse({ reachedWhom: '陈先生', satisfaction: 4 }));
    await world.act('desk', closeTicket, id, {});
  }
  const { kind } = await edited((rule) => ({ ...rule, share: 40 }), 'complaint');
  const shares = await world.ask('admin', effectOfShares, kind);
  const common = shares.find((one) => one.settled > 0)!;
  assert.deepEqual(
    [common.settled, common.before, common.after, common.visitsBefore, common.visitsAfter],
    [5, 100, 40, 5, 2],
  );
  assert.ok(
    shares.filter((one) => one !== common).every((one) => one.settled === 0),
    'nobody of them is a VIP',
  );
  world.clock.advance(31 * 86_400_000);
  const later = await world.ask('admin', effectOfShares, kind);
  assert.ok(
    later.every((one) => one.settled === 0),
    'thirty days later none of them counts',
  );
  assert.deepEqual(await world.ask('admin', effectOfShares, (await edited((rule) => rule, 'complaint')).kind), []);
});
