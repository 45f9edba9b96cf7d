import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Desk } from '../../test/desk-server.ts';
import { deskOf, deskRoutes } from '../../test/desk-server.ts';
import type { PersonKey } from '../../test/world-seed.ts';
import type { World } from '../../test/world.ts';
import { freshWorld } from '../../test/world.ts';
import { reportRoutes } from '../report/routes.ts';
import { arrivalRoutes } from './routes.ts';
import { whyNotLeave, whyNotSaid, whyNotTake } from './arrival.ts';

let world: World;
let desk: Desk;
before(async () => {
  world = await freshWorld();
  desk = await deskOf(world, [...deskRoutes, ...arrivalRoutes, ...reportRoutes]);
});
after(async () => {
  await desk.close();
  await world.drop();
});

type Line = Record<string, any>;

async function came(arrival: object, who: PersonKey = 'desk'): Promise<string> {
  const answer = await desk.send(who, 'POST', '/arrivals', { purpose: 'consultation', ...arrival });
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body.id;
}

async function queue(who: PersonKey = 'desk'): Promise<Line[]> {
  return (await desk.get(who, '/arrivals')).body.items;
}
const one = async (id: string): Promise<Line> => (await queue()).find((line) => line['id'] === id)!;

async function send(path: string, body: object = {}, who: PersonKey = 'desk'): Promise<[number, string | undefined]> {
  const answer = await desk.send(who, 'POST', path, body);
  return [answer.status, answer.body.error?.code ?? answer.body.code];
}
async function visits(query = ''): Promise<Line[]> {
  return (await desk.get('desk', `/contacts?book=visits${query}`)).body.items;
}

test('who may be called, and how a visit may end', () => {
  const at = '2026-09-28T01:00:00.000Z' as never;
  const cases = [
    [whyNotTake({ taken_at: null, left_at: null }), undefined],
    [whyNotTake({ taken_at: at, left_at: null }), 'arrival.taken'],
    [whyNotTake({ taken_at: null, left_at: at }), 'arrival.left'],
    [whyNotLeave({ taken_at: null, left_at: null }, 'unserved'), undefined],
    [whyNotLeave({ taken_at: at, left_at: null }, 'unserved'), 'arrival.was_served'],
    [whyNotLeave({ taken_at: at, left_at: null }, 'settled'), undefined],
    [whyNotLeave({ taken_at: at, left_at: at }, 'settled'), 'arrival.left'],
    [whyNotSaid({ outcome: 'sent_on', words: '' }), 'arrival.where_to'],
    [whyNotSaid({ outcome: 'sent_on', words: '派出所' }), undefined],
    [whyNotSaid({ outcome: 'matter', words: '' }), 'arrival.which_matter'],
    [whyNotSaid({ outcome: 'settled', words: '' }), undefined],
  ] as const;
  for (const [answer, code] of cases) assert.equal(answer?.code, code);
});

test('a visitor is taken down, seen by the whole desk, called, and leaves into the visit record with purpose, wait and outcome [RECP-03, RECP-13]', async () => {
  world.at('2026-09-28T09:00+08:00');
  const id = await came({ name: '李先生', placeId: world.places.flat1202, wantedId: world.people.manager });
  const seen = (await queue('desk2')).find((line) => line['id'] === id)!;
  assert.deepEqual(
    [seen['name'], seen['purpose'], seen['wanted'].id],
    ['李先生', 'consultation', world.people.manager],
  );
  assert.equal(seen['receiveBy'], '2026-09-28T01:10:00.000Z');
  const told = await world.read((tx) =>
    tx.selectFrom('notification').select(['type']).where('person_id', '=', world.people.manager).execute(),
  );
  assert.deepEqual(told, [{ type: 'arrival.waits' }]);

  world.at('2026-09-28T09:06+08:00');
  assert.deepEqual(await send(`/arrivals/${id}/take`, {}, 'desk2'), [200, undefined]);
  assert.deepEqual(await send(`/arrivals/${id}/take`), [409, 'arrival.taken']);
  assert.equal((await one(id))['takenBy'].id, world.people.desk2);
  assert.deepEqual(await send(`/arrivals/${id}/leave`, { outcome: 'sent_on' }), [422, 'arrival.where_to']);
  assert.deepEqual(await send(`/arrivals/${id}/leave`, { outcome: 'sent_on', words: '请到工程部' }), [200, undefined]);
  assert.deepEqual(await send(`/arrivals/${id}/leave`, { outcome: 'settled' }), [409, 'arrival.left']);

  const [visit] = await visits('&left=sent_on');
  assert.deepEqual(
    [visit!['callerName'], visit!['purpose'], visit!['outcome'], visit!['visit'], visit!['at'], visit!['endedAt']],
    [
      '李先生',
      'consultation',
      '请到工程部',
      { waited: 6, outcome: 'sent_on', wanted: { id: world.people.manager, name: visit!['visit'].wanted.name } },
      '2026-09-28T01:00:00.000Z',
      '2026-09-28T01:06:00.000Z',
    ],
  );
  const { name } = await world.read((tx) =>
    tx
      .selectFrom('arrival')
      .select('name')
      .where('id', '=', id as never)
      .executeTakeFirstOrThrow(),
  );
  assert.equal(name, '', 'his name stands in the visit record only');
  assert.equal((await one(id))['name'], '李先生');
});

test('the wait turns late by itself, those above hear, and it is a figure with its formula', async () => {
  world.at('2026-09-29T09:00+08:00');
  const [quick, slow, gone, patient] = [
    await came({ name: '甲' }),
    await came({ name: '乙' }),
    await came({ name: '丙' }),
    await came({ name: '丁' }),
  ];
  await world.until('2026-09-29T09:04+08:00');
  await send(`/arrivals/${quick}/take`);
  await send(`/arrivals/${patient}/leave`, { outcome: 'unserved' });
  await world.until('2026-09-29T09:20+08:00');
  assert.equal((await one(slow))['late'], true);
  await send(`/arrivals/${slow}/leave`, { outcome: 'settled', words: '已说明' });
  await send(`/arrivals/${gone}/leave`, { outcome: 'unserved' });
  const rungs = await world.read((tx) =>
    tx.selectFrom('commitment').select(['subject_id', 'outcome']).where('kind', '=', 'receive_visitor').execute(),
  );
  const outcome = (id: string) => rungs.find((row) => row.subject_id === id)?.outcome;
  assert.deepEqual([quick, slow, gone, patient].map(outcome), ['kept', 'late', 'late', 'cancelled']);
  const warned = await world.read((tx) =>
    tx.selectFrom('notification').select('person_id').where('type', '=', 'clock.warn').distinct().execute(),
  );
  assert.ok(
    warned.some((row) => row.person_id === world.people.supervisor),
    'the supervisor heard at ten minutes',
  );

  const span = { from: '2026-09-29T00:00:00+08:00', until: '2026-09-30T00:00:00+08:00' };
  const figure = async (key: string): Promise<Line> =>
    (await desk.get('manager', `/figures/${key}?${new URLSearchParams(span)}`)).body;
  const share = await figure('visitors_in_time');
  assert.deepEqual([share['whole'].n, share['whole'].of], [1, 3]);
  const wait = await figure('visitor_wait');
  assert.equal(wait['whole'].of, 3);
});

test('what is taken down of a visitor in the queue ends his visit; nothing of the queue stands in its way', async () => {
  world.at('2026-09-30T09:00+08:00');
  const id = await came({ customerId: world.customers.chen, placeId: world.places.flat1202, purpose: 'repair' });
  const intake = {
    contact: { channel: 'visit', purpose: 'repair', customerId: world.customers.chen, arrivalId: id },
    ticket: { kind: 'consultation', title: '问泳池开放时间', fields: { question: '何时开放' } },
  };
  const taken = await desk.send('desk', 'POST', '/intake', intake);
  assert.equal(taken.status, 201, JSON.stringify(taken.body));
  const seen = await one(id);
  assert.deepEqual([seen['outcome'], seen['tickets'].length, seen['takenBy'].id], ['matter', 1, world.people.desk]);
  // a colleague writes something down of the same visitor, who has left by now: kept, and his visit stays as it ended
  const later = { channel: 'visit', purpose: 'follow_up', customerId: world.customers.chen, arrivalId: id };
  assert.deepEqual(await send('/contacts', later), [201, undefined]);
  assert.equal((await one(id))['outcome'], 'matter');
});

test('refused: nobody, an unknown visitor, a matter left out; the same id again takes nobody down twice', async () => {
  world.at('2026-09-30T10:00+08:00');
  const id = randomUUID().replace(/^(.{14})./, '$17');
  assert.equal(await came({ id, name: '戊' }), id);
  assert.equal(await came({ id, name: '戊' }), id);
  assert.equal((await queue()).filter((line) => line['id'] === id).length, 1);
  assert.deepEqual(await send('/arrivals', { purpose: 'visit' }), [422, 'arrival.nobody']);
  const nobody = randomUUID().replace(/^(.{14})./, '$17');
  assert.deepEqual(await send(`/arrivals/${nobody}/take`), [404, 'arrival.unknown']);
  assert.deepEqual(await send(`/arrivals/${id}/leave`, { outcome: 'matter' }), [422, 'arrival.which_matter']);
  assert.equal((await desk.send('plumber', 'POST', '/arrivals', { name: '己', purpose: 'visit' })).status, 403);
});
