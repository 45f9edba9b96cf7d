import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Id } from '../../src/kernel/id.ts';
import { changeMacro, keepMacro, retireMacro } from '../../src/macro/commands/keep-macro.ts';
import { runMacro, tryMacro } from '../../src/macro/commands/run-macro.ts';
import { macroInput, runMacroInput } from '../../src/macro/inputs.ts';
import { macrosOf, triedView } from '../../src/macro/view.ts';
import type { Context } from '../../src/platform/context.ts';
import { clocksAbout, takeInMatter, ticketNow } from '../story.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';
import type { PersonKey } from '../world-seed.ts';

let world: World;
before(async () => {
  world = await freshWorld({ at: '2026-09-21T09:00+08:00' });
});
after(() => world.drop());

const refused = (code: string) => (fault: { code?: string }) => fault.code === code;
const keep = (who: PersonKey, over: object) => world.act(who, keepMacro, macroInput.parse({ name: '派水工', ...over }));
const run = (who: PersonKey, ticketId: string, macroId: Id<'macro'>, version?: number) =>
  world.act(who, runMacro, ticketId, runMacroInput.parse({ macroId, ...(version ? { version } : {}) }));
const look = (who: PersonKey, ticketId: string, macroId: Id<'macro'>) =>
  world.act(who, async (context: Context) =>
    triedView(context, ticketId, await tryMacro(context, ticketId, { macroId })),
  );

const steps = () => [
  { do: 'note', text: '{customer} {place}:{title}' },
  { do: 'work_order', departmentId: world.departments['engineering'], task: '处理 {number}' },
  { do: 'answer', text: '{customer}您好,师傅马上到', channel: 'phone' },
  { do: 'promise', words: '回电', minutes: 120 },
];
const stateOf = async (id: Id<'ticket'>) => ({
  row: await ticketNow(world, id),
  clocks: await clocksAbout(world, id),
  events: await world.events({ ticketId: id }),
  notes: await world.read((tx) =>
    tx.selectFrom('note').selectAll().where('ticket_id', '=', id).orderBy('id').execute(),
  ),
});

test('a macro shows exactly what it would do, and then does it, all in one', async () => {
  const id = await keep('desk', { steps: steps() });
  const ticket = await takeInMatter(world, 'leak', {});
  const before = await stateOf(ticket.id);
  const shown = await look('desk', ticket.id, id);
  assert.deepEqual(await stateOf(ticket.id), before, 'looking changes nothing');
  assert.deepEqual(
    shown.steps.map(({ why }) => why),
    [null, null, null, null],
  );
  const [note, , answer] = shown.steps;
  assert.equal(note!.step.do === 'note' && note!.step.text.includes(ticket.title), true, 'gaps are filled');
  assert.ok(answer!.step.do === 'answer' && !answer!.step.text.includes('{'));
  const types = shown.steps.flatMap((step) => step.entries.map((entry) => entry.type));
  assert.ok(
    types.includes('work_order.issued') && types.includes('commitment.kept') && types.includes('ticket.answer'),
  );
  await run('desk', ticket.id, id);
  const typesOf = (events: { type: string }[]) => events.map((event) => event.type);
  assert.deepEqual(
    typesOf(await world.events({ ticketId: ticket.id })).toSorted(),
    [...typesOf(before.events), ...types, 'ticket.macro_run'].toSorted(),
    'what was shown is what happened',
  );
  const promise = (await clocksAbout(world, ticket.id)).find((clock) => clock.kind === 'promise');
  assert.equal(promise?.due_at, '2026-09-21T03:00:00.000Z');
});

test('a step that is refused says why beforehand, those after it are tried, and running does nothing at all', async () => {
  const id = await keep('desk', {
    steps: [
      { do: 'note', text: '第一步' },
      { do: 'stage', stage: 'nowhere' },
      { do: 'note', text: '第三步' },
    ],
  });
  const ticket = await takeInMatter(world, 'leak', {});
  const shown = await look('desk', ticket.id, id);
  assert.deepEqual(
    shown.steps.map(({ why, entries }) => [why?.code ?? null, entries.map((entry) => entry.type)]),
    [
      [null, ['ticket.noted']],
      ['ticket.stage_unknown', []],
      [null, ['ticket.noted']],
    ],
  );
  const before = await stateOf(ticket.id);
  await assert.rejects(run('desk', ticket.id, id), refused('ticket.stage_unknown'));
  assert.deepEqual(await stateOf(ticket.id), before);
});

test('it is done with the rights of whoever runs it, and nobody else’s own is there for him', async () => {
  const own = await keep('desk', { steps: [{ do: 'note', text: 'x' }] });
  const ticket = await takeInMatter(world, 'complaint', {});
  await assert.rejects(run('supervisor', ticket.id, own), refused('macro.unknown'));
  const shared = await keep('supervisor', {
    shared: true,
    steps: [{ do: 'answer', text: '{customer}', channel: 'sms' }],
  });
  const seen = (who: PersonKey) => world.ask(who, macrosOf);
  assert.equal((await seen('desk')).items.find((one) => one.id === shared)?.can['edit'] === null, false);
  assert.equal(
    (await seen('supervisor')).items.some((one) => one.id === own),
    false,
  );
  await assert.rejects(
    run('plumber', ticket.id, shared),
    (fault: { code?: string }) => fault.code?.startsWith('right.') ?? false,
  );
  await assert.rejects(
    keep('desk', { shared: true, steps: [{ do: 'note', text: 'x' }] }),
    (fault: { code?: string }) => fault.code?.startsWith('right.') ?? false,
  );
});

test('a gap that nothing fills is refused; a change makes a version, and who looked at the former is told', async () => {
  await assert.rejects(keep('desk', { steps: [{ do: 'note', text: '{weather}' }] }), refused('macro.gap_unknown'));
  const id = await keep('desk', { steps: [{ do: 'note', text: '一' }] });
  const change = (version: number) =>
    world.act('desk', changeMacro, id, {
      version,
      name: '新',
      steps: macroInput.shape.steps.parse([{ do: 'note', text: '二' }]),
    });
  assert.equal(await change(1), 2);
  await assert.rejects(change(1), refused('stale'));
  const ticket = await takeInMatter(world, 'leak', {});
  await assert.rejects(run('desk', ticket.id, id, 1), refused('stale'));
  await run('desk', ticket.id, id, 2);
  const kept = await world.read((tx) =>
    tx.selectFrom('macro_version').select(['version', 'name']).where('macro_id', '=', id).orderBy('version').execute(),
  );
  assert.deepEqual(
    kept.map(({ version, name }) => [version, name]),
    [
      [1, '派水工'],
      [2, '新'],
    ],
  );
  await assert.rejects(world.act('supervisor', retireMacro, id), refused('macro.not_yours'));
  await world.act('desk', retireMacro, id);
  await assert.rejects(run('desk', ticket.id, id), refused('macro.retired'));
  assert.equal(
    (await world.ask('desk', macrosOf)).items.some((one) => one.id === id),
    false,
  );
});
