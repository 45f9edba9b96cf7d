import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { isDrawn } from '../../src/kernel/draw.ts';
import type { Id } from '../../src/kernel/id.ts';
import { changeKind } from '../../src/pack/commands/change-kind.ts';
import { effectOnKind } from '../../src/pack/definitions-view.ts';
import type { Kind } from '../../src/pack/format.ts';
import { currentKind } from '../../src/pack/kinds.ts';
import { makeVisit } from '../../src/return-visit/commands/make-visit.ts';
import { makeVisitInput } from '../../src/return-visit/inputs.ts';
import { complaintsOfShare, complaintsQuery, shareQuery, visitShare } from '../../src/return-visit/share.ts';
import { closeTicket } from '../../src/ticket/commands/close-ticket.ts';
import { tellCustomer } from '../../src/ticket/commands/tell-customer.ts';
import { tellInput } from '../../src/ticket/inputs.ts';
import { settle, takeInMatter, visitsOf } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

let world: World;
before(async () => {
  world = await freshWorld({ at: '2026-09-07T09:00+08:00' });
});
after(() => world.drop());

async function withShare(share: number): Promise<{ kind: Kind; seen: number; why: string }> {
  const { kind, version } = await world.ask('manager', currentKind, 'complaint');
  return { kind: { ...kind, visits: kind.visits.map((rule) => ({ ...rule, share })) }, seen: version, why: '抽样回访' };
}

const drawsOf = (ticketId: Id<'ticket'>) =>
  world.read((tx) => tx.selectFrom('visit_draw').selectAll().where('ticket_id', '=', ticketId).execute());

async function complaintSettled(): Promise<Id<'ticket'>> {
  const ticket = await takeInMatter(world, 'complaint', { fields: { about: 'noise', wanted_solution: '安静' } });
  await settle(world, ticket);
  await world.act('desk', tellCustomer, ticket.id, tellInput.parse({ channel: 'phone', text: '已处理，特此告知' }));
  return ticket.id;
}

test('a share of less than a fifth of complaints is refused by the check and said by the preview [VISIT-14]', async () => {
  const faults = async (share: number) =>
    (await world.ask('manager', effectOnKind, (await withShare(share)).kind)).faults.map((one) => one.code);
  assert.deepEqual(await faults(19), ['pack.complaints_too_few_visits']);
  assert.deepEqual(await faults(20), []);
  const change = world.act('manager', changeKind, await withShare(19));
  await assert.rejects(change, { code: 'pack.complaints_too_few_visits' });
});

test('of a kind that visits a share each matter is drawn by a recorded seed; what is not drawn may still close [VISIT-14] [ESCL-09]', async () => {
  await world.act('manager', changeKind, await withShare(40));
  const settled: Id<'ticket'>[] = [];
  for (let at = 0; at < 12; at += 1) settled.push(await complaintSettled());
  let drawn = 0;
  for (const id of settled) {
    const [draw] = await drawsOf(id);
    assert.equal(draw!.percent, 40);
    assert.equal(draw!.drawn, isDrawn(draw!.seed, id, 40), 'anybody draws the same again');
    const visits = await visitsOf(world, id);
    assert.equal(visits.length, draw!.drawn ? 1 : 0);
    const not = (await world.events({ ticketId: id })).filter((one) => one.type === 'ticket.visit_not_drawn');
    assert.equal(not.length, draw!.drawn ? 0 : 1);
    if (draw!.drawn) {
      drawn += 1;
      await assert.rejects(world.act('desk', closeTicket, id, {}), { code: 'ticket.visit_due' });
      const said = { reachedWhom: '陈先生', satisfaction: 4 };
      await world.act('desk', makeVisit, visits[0]!.id, makeVisitInput.parse(said));
    }
    await world.act('desk', closeTicket, id, {});
  }
  const span = { from: '2026-09-01T00:00:00+08:00', until: '2026-10-01T00:00:00+08:00' };
  const share = await world.ask('manager', visitShare, shareQuery.parse(span));
  assert.deepEqual(
    [share.handled, share.visited, share.answers, share.least],
    [12, drawn, drawn, 20],
    'numerator and denominator of the period',
  );
  assert.equal(share.enough, drawn * 5 >= 12);
  assert.equal(share.satisfaction, drawn === 0 ? null : 4);
  const one = share.byPerson.find(({ person }) => person.name === '王前台')!;
  assert.deepEqual([one.handled, one.visited, one.reopened, one.late], [12, drawn, 0, 0]);
  assert.deepEqual(
    share.byDepartment.map(({ department, handled, visited }) => [department!.id, handled, visited]),
    [[world.departments['customer_service'], 12, drawn]],
  );
  const list = async (over: object, who: PersonKey = 'manager') =>
    (await world.ask(who, complaintsOfShare, complaintsQuery.parse({ ...span, limit: 50, ...over }))).items;
  assert.equal((await list({ visited: 'true' })).length, drawn);
  const without = await list({ visited: 'false', person: one.person.id });
  assert.equal(without.length, 12 - drawn);
  assert.ok(without.every((row) => row.visitId === null && row.drawnOut && settled.includes(row.id as Id<'ticket'>)));
  assert.deepEqual(await list({ department: world.departments['security'] }), []);
  assert.deepEqual(await list({}, 'captain'), [], 'another department’s head sees none of them');
});

test('complaints closed without a visit bring the share below a fifth, and it says so; a period without any says nothing [VISIT-14]', async () => {
  world.at('2026-11-02T10:00+08:00');
  const ids = [];
  for (let at = 0; at < 6; at += 1) ids.push(await complaintSettled());
  const made = [];
  for (const id of ids) {
    const [visit] = await visitsOf(world, id);
    if (visit) made.push(visit.id);
    else await world.act('desk', closeTicket, id, {});
  }
  const share = (from: string, until: string) =>
    world.ask(
      'manager',
      visitShare,
      shareQuery.parse({ from: `${from}T00:00:00+08:00`, until: `${until}T00:00:00+08:00` }),
    );
  const november = await share('2026-11-01', '2026-12-01');
  assert.equal(november.handled, 6 - made.length);
  assert.equal(november.visited, 0);
  assert.equal(november.enough, november.handled === 0 ? null : false);
  const october = await share('2026-10-01', '2026-11-01');
  assert.deepEqual([october.handled, october.enough, october.satisfaction], [0, null, null]);
});
