import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Id } from '../../src/kernel/id.ts';
import { installPlans } from '../../src/spot-check/commands/install-plans.ts';
import { beginCurrentSpotChecks } from '../../src/spot-check/commands/begin-spot-checks.ts';
import { makeVisit } from '../../src/return-visit/commands/make-visit.ts';
import { makeVisitInput } from '../../src/return-visit/inputs.ts';
import { checkItem } from '../../src/spot-check/commands/check-item.ts';
import { completeSpotCheck } from '../../src/spot-check/commands/complete-spot-check.ts';
import { checkItemInput, spotChecksQuery } from '../../src/spot-check/inputs.ts';
import { listSpotChecks } from '../../src/spot-check/list.ts';
import { spotCheckPage } from '../../src/spot-check/page.ts';
import { whyNotLook } from '../../src/spot-check/spot-check.ts';
import { beginOnly, hire, mend, settle, takeInMatter, told, visitsOf } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

/** Whoever checks is not the one who did the work, and sees what he checks. */

let world: World;
let id: Id<'spot_check'>;
before(async () => {
  world = await freshWorld({ at: '2026-09-07T09:00+08:00' });
  await beginOnly(world, installPlans, beginCurrentSpotChecks);
  for (const who of ['manager', 'desk'] as const) await visitBy(who);
  await world.until('2026-10-01T00:05+08:00');
  const drawn = await world.ask('manager', listSpotChecks, spotChecksQuery.parse({ state: 'to_check' }));
  id = drawn.items.find(({ plan }) => plan.key === 'return_visits_monthly')!.id as Id<'spot_check'>;
});
after(() => world.drop());

async function visitBy(who: PersonKey): Promise<void> {
  const ticket = await takeInMatter(world, 'leak');
  await mend(world, ticket);
  await settle(world, ticket);
  const [visit] = await visitsOf(world, ticket.id);
  const said = { reachedWhom: '陈先生', satisfaction: 5, opinion: '修得好' };
  await world.act(who, makeVisit, visit!.id, makeVisitInput.parse(said));
}

const results = ['asked', 'true_result', 'complete', 'followed'].map((criterion) => ({ criterion, passed: true }));
const page = (who: PersonKey) => world.ask(who, spotCheckPage, id);
const itemOf = async (name: string, who: PersonKey = 'manager') =>
  (await page(who)).items.find(({ record }) => record!.person!.name === name)!;
const look = async (who: PersonKey, name: string) =>
  world.act(who, checkItem, (await itemOf(name)).id as Id<'spot_check_item'>, checkItemInput.parse({ results }));

test('nobody checks his own work: what the checker did himself is looked at by whoever stands above him, who hears of it [VISIT-05] [PRIN-13]', async () => {
  await assert.rejects(look('manager', '许经理'), { code: 'spot_check.own_work' });
  assert.equal((await itemOf('许经理')).can['check']!.code, 'spot_check.own_work');
  assert.equal((await itemOf('王前台')).can['check'], null);
  await world.until('2026-10-01T09:00+08:00');
  const [heard] = (await told(world, 'office')).filter((one) => one.type === 'spot_check.own_work');
  assert.deepEqual([heard!.subject.id, heard!.params['open']], [id, 1]);
  for (const who of ['supervisor', 'service_head'] as const)
    await assert.rejects(look(who, '许经理'), { code: 'spot_check.not_yours' }, who);
  await assert.rejects(look('office', '王前台'), { code: 'spot_check.not_yours' }, 'the others stay with the checker');
  assert.equal((await itemOf('许经理', 'office')).can['check'], null);
  await look('office', '许经理');
  await look('manager', '王前台');
  await world.act('manager', completeSpotCheck, id, { conclusion: '两份均属实' });
  const { items, completedBy } = await page('manager');
  assert.deepEqual(
    [...items.map(({ lookedBy }) => lookedBy!.name).toSorted(), completedBy!.name],
    ['许经理', '方主任', '许经理'].toSorted(),
  );
});

test('whoever sees figures and no matters sees that a record was drawn, and nothing that was said in it', async () => {
  const clerk = await hire(world, 'clerk', 'general_manager_office');
  const { items } = await page(clerk);
  assert.deepEqual(
    items.map(({ record }) => [record!.seen, record!.title, record!.words, record!.satisfaction]),
    [
      [false, '', null, null],
      [false, '', null, null],
    ],
  );
  assert.ok((await page('manager')).items.every(({ record }) => record!.seen && record!.words === '修得好'));
});

test('a record of a matter he may not see is looked at by no checker', () => {
  const drawn = { drawn_at: world.clock.now(), completed_at: null };
  const owed = { ownerId: world.people.manager, postId: null };
  const actor = { personId: world.people.manager, posts: [] };
  const code = (sees: boolean) => whyNotLook(drawn, owed, actor, { didId: null, sees, above: false })?.code ?? null;
  assert.deepEqual([code(true), code(false)], [null, 'right.out_of_scope']);
});
