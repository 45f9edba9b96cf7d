import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { reportMeasure } from '../../src/improvement/commands/carry-out.ts';
import { judgeImprovement } from '../../src/improvement/commands/judge-improvement.ts';
import { openImprovement } from '../../src/improvement/commands/open-improvement.ts';
import { openImprovementInput } from '../../src/improvement/inputs.ts';
import { improvementPage } from '../../src/improvement/page.ts';
import { listRepetitions } from '../../src/improvement/repetitions.ts';
import type { Id } from '../../src/kernel/id.ts';
import { issueNotice } from '../../src/rectification/commands/issue-notice.ts';
import { withdrawNotice } from '../../src/rectification/commands/withdraw-notice.ts';
import { issueNoticeInput } from '../../src/rectification/inputs.ts';
import { clocksAbout, takeInMatter, told, wait } from '../story.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

/** An action against promises broken repeatedly had been found effective, and they are broken repeatedly again. */

let world: World;
let id: Id<'improvement'>;
before(async () => {
  world = await freshWorld({ at: '2026-09-07T09:00+08:00' });
});
after(() => world.drop());

const page = () => world.ask('manager', improvementPage, id);
const state = async () => (await page()).state;

/** Nobody mends a leak: the day within which that was promised passes, and the department gets its notice. */
async function breakPromise(until: string) {
  const ticket = await takeInMatter(world, 'leak');
  await world.until(until);
  const clock = (await clocksAbout(world, ticket.id)).find((one) => one.kind === 'complete')!;
  assert.ok(clock.due_at < world.clock.now(), until);
  const notice = await world.read((tx) =>
    tx.selectFrom('rectification').selectAll().where('commitment_id', '=', clock.id).executeTakeFirstOrThrow(),
  );
  return { clock, notice };
}

test('the same promise broken repeatedly is proposed for an action, which is found effective [ESCL-05]', async () => {
  for (const until of ['2026-09-11', '2026-09-16', '2026-09-21']) await breakPromise(`${until}T09:00+08:00`);
  const department = world.departments['engineering']!;
  const pattern = `late|${department}|complete`;
  const found = (await world.ask('manager', listRepetitions)).items.find((one) => one.pattern === pattern)!;
  assert.deepEqual([found.n, found.records.length], [3, 3]);
  const action = openImprovementInput.parse({
    sort: 'corrective',
    departmentId: department,
    title: '漏水报修逾期',
    causeSort: 'people',
    cause: '当班人手不足',
    measures: [{ text: '加派一人', personId: world.people.maintenance, dueAt: '2026-09-22T18:00:00+08:00' }],
    checkAt: '2026-09-23T18:00:00+08:00',
    checkById: world.people.manager,
    pattern,
  });
  id = await world.act('manager', openImprovement, action);
  // promised before the measures were done
  const before = await takeInMatter(world, 'leak');
  wait(world);
  const [measure] = (await page()).plan;
  await world.act('maintenance', reportMeasure, measure!.id as Id<'improvement_measure'>, { text: '已加派' });
  await world.act('manager', judgeImprovement, id, { worked: true, text: '两日无逾期' });
  await world.until('2026-09-28T09:00+08:00');
  const missed = (await clocksAbout(world, before.id)).find((one) => one.kind === 'complete')!;
  assert.equal(missed.due_at, '2026-09-22T01:00:00.000Z');
  assert.equal(await state(), 'closed', 'what was promised before them proves nothing against the measures');
});

test('as many broken promises as make a repetition, within its time, reopen the action with the notices as proof; fewer do not [COMP-21] [ESCL-05]', async () => {
  const first = await breakPromise('2026-10-10T09:00+08:00');
  assert.equal(await state(), 'closed', 'one proves nothing');
  const second = await breakPromise('2026-10-15T09:00+08:00');
  assert.equal(await state(), 'closed');
  await world.act('manager', withdrawNotice, first.notice.id, { reason: '通知有误' });
  const third = await breakPromise('2026-10-20T09:00+08:00');
  assert.equal(await state(), 'closed', 'a notice that was withdrawn is not counted');
  // written by hand this time
  const { departmentId, commitmentId } = {
    departmentId: world.departments['engineering'],
    commitmentId: first.clock.id,
  };
  const by = issueNoticeInput.parse({ departmentId, commitmentId, findings: '确已逾期' });
  const again = await world.act('supervisor', issueNotice, by);
  const shown = await page();
  assert.deepEqual([shown.state, shown.recurred, shown.round, shown.closedAt], ['to_plan', 1, 2, null]);
  assert.deepEqual(
    shown.sources
      .filter((one) => one.again)
      .map((one) => one.id)
      .toSorted(),
    [again, second.notice.id, third.notice.id].toSorted(),
  );
  const owed = (await clocksAbout(world, id)).find((one) => one.kind === 'plan_measures' && one.outcome === null)!;
  assert.equal(owed.owner_id, world.people.maintenance);
  wait(world);
  assert.ok((await told(world, 'manager')).some((one) => one.type === 'improvement.recurred'));
  await breakPromise('2026-10-26T09:00+08:00');
  assert.equal((await page()).recurred, 1, 'once a round: the measures are still to be planned');
});
