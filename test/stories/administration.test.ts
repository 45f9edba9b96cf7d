import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { applyKind, stopMove } from '../../src/administration/commands/apply-kind.ts';
import { moveBatch } from '../../src/administration/commands/move-batch.ts';
import { effectOnOpen, whyNotMove } from '../../src/administration/effect-on-open.ts';
import type { ApplyKind } from '../../src/administration/inputs.ts';
import { movesOf } from '../../src/administration/moves.ts';
import type { Field, Kind } from '../../src/pack/format.ts';
import { currentKind } from '../../src/pack/kinds.ts';
import { words } from '../../src/pack/shapes.ts';
import { changeTicket } from '../../src/ticket/commands/change-ticket.ts';
import { moveStage, waitFor } from '../../src/ticket/commands/move-stage.ts';
import { reclassifyTicket } from '../../src/ticket/commands/reclassify-ticket.ts';
import { ticketPage } from '../../src/ticket/page.ts';
import type { Ticket } from '../../src/ticket/ticket.ts';
import { issueWorkOrder } from '../../src/work-order/commands/issue-work-order.ts';
import { clocksAbout, takeInMatter, ticketNow } from '../story.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

let world: World;
before(async () => {
  world = await freshWorld();
});
after(() => world.drop());

async function definition(key: string): Promise<{ kind: Kind; version: number }> {
  const { kind, version } = await world.ask('admin', currentKind, key);
  return { kind: structuredClone(kind), version };
}

const keep = { openTickets: 'keep', stages: {} } as const;

/** The administrator changes a kind; what is open stays as it is unless said otherwise. */
async function change(key: string, edit: (kind: Kind) => void, how: Partial<ApplyKind> = {}) {
  const { kind, version } = await definition(key);
  edit(kind);
  return world.act('admin', applyKind, { ...keep, kind, seen: version, why: '流程调整', ...how });
}

const shutOff: Field = {
  key: 'shut_off_by',
  name: words('Who shut the valve', '关阀人', '關閥人'),
  type: 'text',
  at: 'intake',
  when: { field: 'valve_closed', is: true },
};

test('a field made required when entering a stage is demanded there, with the move or before it, and nowhere else', async () => {
  await change('leak', (kind) => {
    kind.fields.find((field) => field.key === 'damage')!.requiredAt = [
      { stage: 'in_progress', on: 'enter' },
      { stage: 'waiting_parts', on: 'enter' },
    ];
  });
  const { id } = await takeInMatter(world, 'leak');
  const moving = (fields?: Record<string, string>) =>
    world.act('desk', moveStage, id, { stage: 'in_progress', ...(fields ? { fields } : {}) });
  const missing = { code: 'ticket.field_missing', params: { field: 'damage' } };
  await assert.rejects(moving(), missing);
  await assert.rejects(world.act('desk', waitFor, id, { reason: 'waiting_parts' }), missing);
  const page = await world.ask('desk', ticketPage, id);
  assert.deepEqual(page.nextStages.find((stage) => stage.key === 'in_progress')!.needs, ['damage']);
  assert.deepEqual(page.nextStages.find((stage) => stage.key === 'dispatched')!.needs, []);
  assert.deepEqual(page.pauses.find((pause) => pause.key === 'waiting_parts')!.needs, ['damage']);
  await moving({ damage: '地板泡水' });
  const now = await ticketNow(world, id);
  assert.deepEqual([now.stage, now.fields['damage']], ['in_progress', '地板泡水']);
});

test('what entering the next stage needs stops the work order that would take the matter there', async () => {
  await change('repair_public', (kind) => {
    kind.fields.push({ ...shutOff, key: 'risk', when: undefined, requiredAt: [{ stage: 'registered', on: 'leave' }] });
  });
  const { id, department_id } = await takeInMatter(world, 'repair_public');
  const issue = () => world.act('supervisor', issueWorkOrder, id, { departmentId: department_id!, task: '检修' });
  await assert.rejects(issue(), { code: 'ticket.field_missing', params: { field: 'risk' } });
  await world.act('desk', changeTicket, id, { fields: { risk: '无' } });
  await issue();
  assert.equal((await ticketNow(world, id)).stage, 'dispatched');
});

test('a field asked only where another says so is refused without it, and emptied as that one turns', async () => {
  await change('leak', (kind) => void kind.fields.push(shutOff));
  const asks = { leak_from: 'pipe', valve_closed: true, shut_off_by: '保安' };
  await assert.rejects(takeInMatter(world, 'leak', { fields: { ...asks, valve_closed: false } }), {
    code: 'field.not_asked',
    params: { path: 'fields.shut_off_by', field: 'shut_off_by' },
  });
  const { id } = await takeInMatter(world, 'leak', { fields: asks });
  await world.act('desk', changeTicket, id, { fields: { valve_closed: false } });
  assert.deepEqual((await ticketNow(world, id)).fields, { leak_from: 'pipe', valve_closed: false });
  const [changed] = (await world.events({ subjectId: id })).filter((event) => event.type === 'ticket.changed');
  assert.deepEqual(Object.keys((changed!.data['former'] as { fields: object }).fields).sort(), [
    'shut_off_by',
    'valve_closed',
  ]);
});

test('under a retired kind nothing is opened and nothing becomes one; what is open goes on', async () => {
  const { id } = await takeInMatter(world, 'help');
  const other = await takeInMatter(world, 'leak');
  await change('help', (kind) => void (kind.retired = true));
  await assert.rejects(takeInMatter(world, 'help'), { code: 'kind.retired' });
  await assert.rejects(world.act('desk', reclassifyTicket, other.id, { kind: 'help', reason: '误报', fields: {} }), {
    code: 'kind.retired',
  });
  await world.act('desk', moveStage, id, { stage: 'in_hand' });
  await change('help', (kind) => void delete kind.retired);
  await takeInMatter(world, 'help');
});

/** The lift repairs that are open: one registered, one with its lift under repair. */
async function openLifts(): Promise<{ waiting: Ticket; atWork: Ticket }> {
  const waiting = await takeInMatter(world, 'repair_safety');
  const atWork = await takeInMatter(world, 'repair_safety');
  await world.act('desk', moveStage, atWork.id, { stage: 'in_progress' });
  return { waiting, atWork };
}

const dropStage = (key: string) => (kind: Kind) => {
  kind.stages = kind.stages.filter((stage) => stage.key !== key);
  for (const stage of kind.stages) stage.next = stage.next.filter((next) => next !== key);
  const completion = kind.commitments.find((rule) => rule.kind === 'complete')!;
  completion.limit = { ...completion.limit, allowance: { text: 'P5D', basis: 'clock' }, calendar: 'always' };
};

test('the effect on what is open is shown before: who stands where, which deadlines move, which stage in use vanishes', async () => {
  const { waiting, atWork } = await openLifts();
  const { kind } = await definition('repair_safety');
  dropStage('in_progress')(kind);
  kind.fields.push({ ...shutOff, key: 'sealed', when: undefined, at: 'ticket', requiredFor: 'close' });
  kind.fields = kind.fields.filter((field) => field.key !== 'facility');
  const effect = await world.ask('admin', effectOnOpen, { kind, stages: {} });
  assert.equal(effect.moves, 2);
  assert.deepEqual(
    effect.standing.map(({ version, stage, open }) => [version, stage.key, open]),
    [
      [1, 'in_progress', 1],
      [1, 'registered', 1],
    ],
  );
  assert.deepEqual(
    effect.vanishing.map(({ stage, open, to }) => [stage.key, open, to]),
    [['in_progress', 1, null]],
  );
  assert.ok(effect.vanishing[0]!.may.some((stage) => stage.key === 'dispatched'));
  assert.ok(!effect.vanishing[0]!.may.some((stage) => ['resolved', 'closed', 'waiting_parts'].includes(stage.key)));
  assert.deepEqual(
    [...effect.needed, ...effect.lost].map(({ key, tickets }) => [key, tickets]),
    [
      ['sealed', 2],
      ['facility', 2],
    ],
  );
  const clock = (await clocksAbout(world, waiting.id)).find((one) => one.kind === 'complete')!;
  assert.equal(effect.clocks.moves, 2);
  const moved = effect.clocks.first.find((one) => one.commitmentId === clock.id)!;
  assert.deepEqual([moved.from, moved.to, moved.turns], [clock.due_at, '2026-10-03T01:00:00.000Z', null]);
  assert.equal((await ticketNow(world, atWork.id)).kind_version, 1, 'looking changes nothing');
});

test('taking a stage in use away demands where its tickets go; then each is taken over, journalled, its clocks from the first call', async () => {
  const open = await world.read((tx) =>
    tx.selectFrom('ticket').selectAll().where('kind', '=', 'repair_safety').where('closed_at', 'is', null).execute(),
  );
  const atWork = open.find((one) => one.stage === 'in_progress')!;
  const take = (stages: Record<string, string>) =>
    change('repair_safety', dropStage('in_progress'), { openTickets: 'move', stages });
  await assert.rejects(take({}), {
    code: 'kind.stage_unmapped',
    params: { stage: 'in_progress', path: 'stages.in_progress' },
  });
  await assert.rejects(take({ in_progress: 'closed' }), { code: 'kind.stage_unfit' });
  assert.equal((await definition('repair_safety')).version, 1, 'a refusal leaves no version behind');
  const { version, moveId } = await take({ in_progress: 'dispatched' });
  assert.equal((await ticketNow(world, atWork.id)).kind_version, 1);
  await world.act(null, moveBatch, moveId!);
  const now = await ticketNow(world, atWork.id);
  assert.deepEqual([now.kind_version, now.stage, now.stage_class], [version, 'dispatched', 'active']);
  const told = (await world.events({ subjectId: atWork.id })).find(
    (event) => event.type === 'ticket.moved_to_version',
  )!;
  assert.deepEqual(
    [told.actorId, told.data['from'], told.data['to'], told.data['former']],
    [world.people.admin, 1, version, { stage: 'in_progress' }],
  );
  const clock = (await clocksAbout(world, atWork.id)).find((one) => one.kind === 'complete')!;
  assert.equal(clock.due_at, '2026-10-03T01:00:00.000Z', 'five days from the first call');
  const [move] = await world.ask('admin', movesOf, 'repair_safety');
  assert.deepEqual([move!.total, move!.moved, move!.endedAt, move!.stoppedBy], [2, 2, world.clock.now(), null]);
});

test('clocks whose limit is the same are left as they are', async () => {
  const matter = await takeInMatter(world, 'suggestion', { fields: { suggestion: '多设快递柜' } });
  const before = await clocksAbout(world, matter.id);
  const { moveId } = await change('suggestion', (kind) => void (kind.icon = 'bulb'), { openTickets: 'move' });
  await world.act(null, moveBatch, moveId!);
  assert.deepEqual(await clocksAbout(world, matter.id), before);
  const types = (await world.events({ ticketId: matter.id })).map((event) => event.type);
  assert.ok(types.includes('ticket.moved_to_version') && !types.includes('commitment.rebased'), types.join());
  assert.equal((await ticketNow(world, matter.id)).kind_version, 2);
});

test('a change-over is stopped: what was taken over stays, the rest keeps its version, and nothing goes on', async () => {
  const matter = await takeInMatter(world, 'request', { fields: { request_for: 'pass' } });
  const { moveId } = await change('request', (kind) => void (kind.icon = 'bulb'), { openTickets: 'move' });
  await assert.rejects(world.act('desk', stopMove, moveId!), { code: 'right.missing' });
  await world.act('admin', stopMove, moveId!);
  await world.act(null, moveBatch, moveId!);
  assert.equal((await ticketNow(world, matter.id)).kind_version, 1);
  await assert.rejects(world.act('admin', stopMove, moveId!), { code: 'kind.move_ended' });
  const [move] = await world.ask('admin', movesOf, 'request');
  assert.deepEqual([move!.moved, move!.stoppedBy], [0, '管理员']);
});

test('a version is put back as a new one, its effect shown the same way', async () => {
  const before = await definition('repair_safety');
  const first = structuredClone(
    (
      await world.read((tx) =>
        tx
          .selectFrom('kind_version')
          .select('definition')
          .where('key', '=', 'repair_safety')
          .where('version', '=', 1)
          .executeTakeFirstOrThrow(),
      )
    ).definition,
  ) as Kind;
  const effect = await world.ask('admin', effectOnOpen, { kind: first, stages: {} });
  assert.equal(effect.clocks.moves, 2, 'their deadlines would move back');
  assert.deepEqual(await world.ask('admin', whyNotMove, { kind: first, stages: {} }), []);
  const { version, moveId } = await world.act('admin', applyKind, {
    kind: first,
    seen: before.version,
    why: '恢复原流程',
    openTickets: 'move',
    stages: {},
  });
  await world.act(null, moveBatch, moveId!);
  const after = await definition('repair_safety');
  assert.deepEqual([after.version, after.kind], [version, first]);
  const stages = await world.read((tx) =>
    tx.selectFrom('ticket').select(['kind_version', 'stage']).where('kind', '=', 'repair_safety').execute(),
  );
  assert.ok(stages.every((one) => one.kind_version === version));
});
