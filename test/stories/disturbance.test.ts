import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { changeDisturbance } from '../../src/disturbance/commands/change-disturbance.ts';
import { recordDisturbance } from '../../src/disturbance/commands/record-disturbance.ts';
import { changeInput, disturbancesQuery, recordInput } from '../../src/disturbance/inputs.ts';
import { listDisturbances } from '../../src/disturbance/list.ts';
import type { Id } from '../../src/kernel/id.ts';
import { clocksAbout, told, wait } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

let world: World;
let id: Id<'disturbance'>;
before(async () => {
  world = await freshWorld({ at: '2026-09-28T15:00+08:00' });
});
after(() => world.drop());

const write = (who: PersonKey, over: object = {}) =>
  world.act(
    who,
    recordDisturbance,
    recordInput.parse({ sort: 'quarrel', happened: '两户业主因停车争吵', spot: '前台大厅', ...over }),
  );
const change = (who: PersonKey, over: object) =>
  world.act(who, changeDisturbance, id, changeInput.omit({ seen: true }).parse(over));
const listed = async (query: object = {}, who: PersonKey = 'supervisor') =>
  (await world.ask(who, listDisturbances, disturbancesQuery.parse(query))).items;

test('a disturbance is logged with time, place, what happened and who was told, who hears of it at once [RECP-09]', async () => {
  await assert.rejects(write('desk', { spot: '' }), { code: 'disturbance.nowhere' });
  assert.throws(() => recordInput.parse({ sort: 'quarrel', spot: '大厅', happened: ' ' }));
  assert.throws(() => recordInput.parse({ sort: 'fight', spot: '大厅', happened: '争吵' }));
  id = await write('desk', {
    placeId: world.places.corridor,
    happenedAt: '2026-09-28T14:50:00+08:00',
    peopleInvolved: '1202 与 1102 业主',
    toldIds: [world.people.captain],
  });
  const [one] = await listed();
  assert.deepEqual(
    [one!.happenedAt, one!.place!.code, one!.spot, one!.sort, one!.by.name, one!.told.map(({ name }) => name)],
    ['2026-09-28T06:50:00.000Z', 'P-3-12', '前台大厅', 'quarrel', '王前台', ['卫队长']],
  );
  wait(world);
  const [heard] = (await told(world, 'captain')).filter((note) => note.type === 'disturbance.recorded');
  assert.equal(heard!.acknowledgement, 'wanted');
  const [owed] = await clocksAbout(world, id);
  assert.deepEqual(
    [owed!.kind, owed!.due_at],
    ['restore_order', '2026-09-28T08:50:00.000Z'],
    'two hours, on the clock',
  );
});

test('order counts as restored only with what was done and who was told; what it said before stays readable [RECP-09]', async () => {
  const at = { restoredAt: '2026-09-28T15:20:00+08:00' };
  world.at('2026-09-28T15:25+08:00');
  await assert.rejects(change('desk', at), { code: 'disturbance.measures_missing' });
  const untold = await write('desk', { happened: '大厅有人吵闹', happenedAt: '2026-09-27T15:10:00+08:00' });
  const { seen: _, ...settled } = changeInput.parse({ seen: 1, measures: '分开劝导', ...at });
  await assert.rejects(world.act('desk', changeDisturbance, untold, settled), { code: 'disturbance.nobody_told' });
  await world.act('desk', changeDisturbance, untold, { ...settled, toldOthers: '物业经理' });
  await assert.rejects(change('plumber', { measures: '无' }), { code: 'right.missing' });
  await change('desk', { sort: 'noise', measures: '分开劝导' });
  await change('desk', { sort: 'quarrel', toldOthers: '派出所', ...at });
  const one = (await listed()).find((each) => each.id === id);
  assert.deepEqual(
    [one!.measures, one!.toldOthers, one!.restoredAt, one!.restoredBy!.name, one!.late],
    ['分开劝导', '派出所', '2026-09-28T07:20:00.000Z', '王前台', false],
  );
  assert.deepEqual(
    one!.former.map(({ before: was, by }) => [was['sort'], was['measures'], by.name]),
    [
      ['quarrel', '', '王前台'],
      ['noise', undefined, '王前台'],
    ],
  );
  assert.equal((await clocksAbout(world, id))[0]!.outcome, 'kept');
  await assert.rejects(change('desk', { measures: '再改' }), { code: 'disturbance.restored' });
});

test('left unsettled it turns late by itself; the register is filtered by period, sort, place and person [RECP-09]', async () => {
  const second = await write('desk2', { sort: 'intrusion', happened: '推销人员闯入' });
  await world.until('2026-09-28T18:00+08:00');
  const [late] = await listed({ state: 'open' });
  assert.deepEqual([late!.id, late!.late], [second, true]);
  assert.ok((await told(world, 'supervisor')).some((note) => note.params['kind'] === 'restore_order'));
  const ids = async (query: object, who?: PersonKey) => (await listed(query, who)).map((one) => one.id);
  assert.deepEqual(await ids({ sort: 'intrusion' }), [second]);
  assert.deepEqual(await ids({ place: world.places.corridor }), [id]);
  assert.deepEqual(await ids({ told: world.people.captain }), [id]);
  assert.deepEqual(await ids({ by: world.people.desk2 }), [second]);
  assert.deepEqual((await ids({ state: 'restored' }))[0], id);
  assert.deepEqual(await ids({ from: '2026-09-28T07:00:00Z' }), [second]);
  assert.deepEqual(await ids({ from: '2026-09-28T00:00:00Z', until: '2026-09-28T07:00:00Z' }), [id]);
  assert.deepEqual(await ids({}, 'plumber'), [], 'who takes nothing in there sees none');
});
