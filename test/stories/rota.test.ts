import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Channel } from '../../src/channel/port.ts';
import { answerConversation } from '../../src/conversation/commands/answer-conversation.ts';
import { answerInput } from '../../src/conversation/inputs.ts';
import { newId } from '../../src/kernel/id.ts';
import { endAbsence } from '../../src/organisation/commands/end-absence.ts';
import { reportAbsence } from '../../src/organisation/commands/report-absence.ts';
import { instant } from '../../src/kernel/time.ts';
import { tasks } from '../../src/reactions/reactions.ts';
import { reportRoutes } from '../../src/report/routes.ts';
import { watchRotas } from '../../src/rota/commands/look-for-gaps.ts';
import { LADDER } from '../../src/rota/rota.ts';
import { rotaRoutes } from '../../src/rota/routes.ts';
import { telephoneRoutes } from '../../src/telephone/routes.ts';
import type { Desk } from '../desk-server.ts';
import { deskOf } from '../desk-server.ts';
import { goesOut, mailboxOf, writes } from '../conversation-world.ts';
import { worker } from '../outbox-worker.ts';
import type { World } from '../world.ts';
import type { PersonKey } from '../world-seed.ts';
import { freshWorld } from '../world.ts';

let world: World;
let desk: Desk;
let mailbox: Channel;
let look: () => Promise<void>;
before(async () => {
  world = await freshWorld();
  look = worker(world, tasks);
  desk = await deskOf(world, [...rotaRoutes, ...telephoneRoutes, ...reportRoutes]);
});
after(async () => {
  await desk.close();
  await world.drop();
});

const plan = async (who: PersonKey, given: object, as: PersonKey = 'supervisor') => {
  const id = newId<'rota_hours'>(world.clock.now());
  const body = { id, personId: world.people[who], from: '08:30', to: '18:00', ...given };
  return { id, ...(await desk.send(as, 'POST', '/rota/hours', body)) };
};
const weekly = (channel: string, more: object = {}) => ({
  sort: 'weekly',
  channel,
  days: [1, 2, 3, 4, 5, 6, 7],
  ...more,
});

/** Every gap ahead as the board tells it, in the centre's time. */
async function gaps(): Promise<string[]> {
  const { body } = await desk.get('manager', '/telephone/board');
  return body['gaps'].map(
    ({ channel, from, until }: Record<string, string>) => `${channel} ${local(from!)}-${local(until!).slice(3)}`,
  );
}
const local = (at: string): string =>
  new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(8, 16).replace('T', ' ');

/** What the supervisor owes about gaps, by day, and how it ended. */
async function owed() {
  return world.read((tx) =>
    tx
      .selectFrom('commitment')
      .innerJoin('rota_gap', (join) => join.on((e) => e('commitment.subject_id', '=', e.ref('rota_gap.id'))))
      .select(['rota_gap.channel', 'rota_gap.day', 'due_at', 'outcome', 'owner_id', 'passed'])
      .where('commitment.kind', '=', 'fill_gap')
      .orderBy('rota_gap.day')
      .orderBy('rota_gap.channel', 'desc')
      .orderBy('rota_gap.seen_at')
      .execute(),
  );
}

test('as long as nobody plans, everybody at the front desk counts, and whoever is away does not', async () => {
  assert.deepEqual(await gaps(), []);
  const away = {
    from: instant('2026-09-29T12:00+08:00'),
    until: instant('2026-09-29T13:00+08:00'),
    reason: 'leave',
  } as const;
  const ids = [newId<'absence'>(world.clock.now()), newId<'absence'>(world.clock.now())];
  await world.act('desk', reportAbsence, world.people.desk, { id: ids[0]!, ...away });
  assert.deepEqual([await gaps(), (await owed()).length], [[], 0]);
  await world.act('desk2', reportAbsence, world.people.desk2, { id: ids[1]!, ...away });
  assert.deepEqual(await gaps(), ['telephone 29 12:00-13:00']);
  assert.deepEqual(
    (await owed()).map(({ day, outcome }) => [day, outcome]),
    [['2026-09-29', null]],
  );
  await world.act('desk2', endAbsence, ids[1]!);
  assert.deepEqual(await gaps(), []);
  assert.deepEqual(
    (await owed()).map(({ outcome }) => outcome),
    ['kept'],
  );
  await world.act('desk', endAbsence, ids[0]!);
});

test('every minute of working hours has somebody on the telephone and somebody online, or the gap shows before it comes and turns late [CHAN-16]', async () => {
  mailbox = await mailboxOf(world);
  assert.deepEqual(await gaps(), []);
  assert.equal((await plan('desk', weekly('telephone', { to: '13:00' }))).status, 200);
  const noon = await plan('desk2', weekly('telephone', { from: '12:30' }));
  assert.equal((await plan('desk2', weekly('online'))).status, 200);
  assert.deepEqual(await gaps(), []);

  // on Tuesday the colleague of the afternoon is to be elsewhere
  const off = await plan('desk2', { sort: 'off', day: '2026-09-29', from: '14:00', to: '15:00' });
  assert.deepEqual(await gaps(), ['telephone 29 14:00-15:00', 'online 29 14:00-15:00']);
  world.at('2026-09-28T09:20+08:00');
  await look();
  const about = (await owed()).filter(({ outcome }) => outcome === null);
  assert.deepEqual(
    about.map((one) => [one.channel, one.day, one.due_at, one.owner_id]),
    ['telephone', 'online'].map((channel) => [
      channel,
      '2026-09-29',
      instant('2026-09-28T18:00+08:00'),
      world.people.supervisor,
    ]),
  );
  const { body: mine } = await desk.get('supervisor', '/work/mine');
  const things = mine['groups'].flatMap(({ items }: { items: { subject?: { type: string } }[] }) => items);
  assert.equal(things.filter((one: { subject?: { type: string } }) => one.subject?.type === 'rota_gap').length, 2);

  // the telephone is covered in time; online nobody sees to it
  assert.equal(
    (await plan('desk', { sort: 'once', channel: 'telephone', day: '2026-09-29', from: '13:00', to: '15:30' })).status,
    200,
  );
  assert.deepEqual(await gaps(), ['online 29 14:00-15:00']);
  await world.until('2026-09-28T18:30+08:00');
  const warnings = await world.read((tx) =>
    tx.selectFrom('notification').select(['person_id', 'params']).where('type', '=', 'clock.warn').execute(),
  );
  const told = warnings.filter(({ params }) => params['kind'] === 'fill_gap' && params['rung'] === LADDER.length);
  assert.ok(
    told.some(({ person_id }) => person_id === world.people.manager),
    'the manager hears that it is late',
  );
  const { body: page } = await desk.get('desk', '/rota');
  const tuesday = page['days'].find(({ day }: { day: string }) => day === '2026-09-29');
  assert.deepEqual([tuesday.telephone.gaps.length, tuesday.online.gaps.length], [0, 1]);

  // the day passes: one was kept, the other is missed
  await world.act(null, watchRotas);
  world.at('2026-09-30T00:00+08:00');
  await look();
  assert.deepEqual(
    (await owed()).slice(1).map(({ channel, outcome, passed }) => [channel, outcome, passed]),
    [
      ['telephone', 'kept', false],
      ['online', 'late', true],
    ],
  );

  // ended hours open gaps on every working day ahead
  assert.equal((await desk.send('supervisor', 'POST', `/rota/hours/${noon.id}/end`)).status, 200);
  assert.ok((await gaps()).includes('telephone 30 13:00-18:00'));
  assert.equal((await plan('desk2', weekly('telephone', { from: '12:30' }))).status, 200);
  assert.deepEqual([await gaps(), off.status], [[], 200]);
});

test('each call is measured against its limit and each online contact by its waiting time, side by side on the board [CHAN-16]', async () => {
  const now = world.at('2026-09-30T10:00+08:00');
  const system = newId<'telephone_system'>(now);
  await world.database.pool.query(
    `insert into org_world.telephone_system (id, name, centre_id, settings, secret, made_by_id, made_at)
     values ($1, '总机', $2, '{}', '', $3, $4)`,
    [system, world.centreId, world.people.admin, now],
  );
  for (const [key, waited, rings] of [
    ['a', 8, 2],
    ['b', 25, 5],
  ] as const)
    await world.database.pool.query(
      `insert into org_world.phone_call (id, system_id, key, direction, channel, centre_id, began_at, joined_at, answered_at, rings, ended_at, outcome)
       values ($1, $2, $3, 'in', 'phone', $4, $5::timestamptz, $5::timestamptz, $5::timestamptz + $6 * interval '1 second', $7, $5::timestamptz + interval '5 minutes', 'answered')`,
      [newId<'phone_call'>(now), system, key, world.centreId, '2026-09-30T01:00:00Z', waited, rings],
    );
  const asked = await writes(world, mailbox, { from: 'lin@example.com', text: '几点开门？' });
  await writes(world, mailbox, { from: 'zhou@example.com', text: '门禁卡坏了。' });
  world.at('2026-09-30T10:20+08:00');
  const answer = newId<'message'>(world.clock.now());
  await world.act(
    'desk',
    answerConversation,
    asked.conversationId,
    answerInput.parse({ id: answer, text: '八点半。' }),
  );
  await goesOut(world, answer);
  world.at('2026-09-30T10:40+08:00');
  const { body } = await desk.get('desk', '/telephone/board');
  assert.deepEqual([body['limit'], body['today'].answered, body['today'].inTime], [{ rings: 3, seconds: null }, 2, 1]);
  const { waiting, waits, answered, inTime, waitSeconds } = body['online'];
  assert.deepEqual(
    waiting.map((one: Record<string, unknown>) => [one['who'], one['since'], one['late']]),
    [['zhou@example.com', '2026-09-30T02:00:02.000Z', false]],
  );
  assert.deepEqual([waits, answered, inTime, waitSeconds], [1, 1, 1, 20 * 60 - 1]);
});

const refused: [string, PersonKey, object, string][] = [
  ['the desk plans nobody', 'desk', weekly('telephone'), 'right.out_of_scope'],
  ['a day that is over', 'supervisor', { sort: 'once', channel: 'online', day: '2026-09-27' }, 'rota.day_is_over'],
  [
    'somebody who does not work here',
    'supervisor',
    { ...weekly('online'), personId: newId('2026-09-28T01:00:00.000Z' as never) },
    'person.unknown',
  ],
];
for (const [name, who, given, code] of refused)
  test(`refused: ${name}`, async () => assert.equal((await plan('desk', given, who)).body['code'], code));
