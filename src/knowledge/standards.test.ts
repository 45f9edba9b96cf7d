import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Desk } from '../../test/desk-server.ts';
import { deskOf } from '../../test/desk-server.ts';
import type { PersonKey } from '../../test/world-seed.ts';
import type { World } from '../../test/world.ts';
import { freshWorld } from '../../test/world.ts';
import { knowledgeRoutes } from './routes.ts';

let world: World;
let desk: Desk;
before(async () => {
  world = await freshWorld();
  desk = await deskOf(world, knowledgeRoutes);
  const owner = { postId: world.posts['customer_service_head'] };
  const words = { title: { 'zh-hans': '客户服务标准' }, body: { 'zh-hans': '来电铃响三声内接听。' } };
  const written = await desk.send('manager', 'POST', '/articles', { sort: 'rules', owner, ...words });
  assert.equal(written.status, 201, JSON.stringify(written.body));
});
after(async () => {
  await desk.close();
  await world.drop();
});

type Line = Record<string, any>;

async function standard(who: PersonKey = 'manager'): Promise<Line> {
  const { body } = await desk.get(who, '/articles/standards');
  return body['items'].find((one: Line) => one['title']['zh-hans'] === '客户服务标准');
}
const words = (one: Line): Line[] =>
  one['departments'].map((row: Line) => ({ head: row['head'].id, at: row['confirmedAt'], late: row['late'] }));
const send = async (who: PersonKey, method: 'PUT' | 'POST', path: string, body: object) => {
  const answer = await desk.send(who, method, path, body);
  return [answer.status, answer.body['code']];
};

test('a standard of the house has a version, an owner and the departments it binds; each confirms the version in force, and who has not is listed [QUAL-01]', async () => {
  const { engineering: maintenance, cleaning_greening: cleaning } = world.departments;
  const before = await standard();
  assert.deepEqual([before['version'], before['departments'], before['owner'].post !== null], [1, [], true]);
  const bind = (version: number, who: PersonKey = 'manager') =>
    send(who, 'PUT', `/articles/${before['id']}/departments`, { version, departmentIds: [maintenance, cleaning] });
  assert.equal((await bind(1, 'desk'))[0], 403);
  assert.deepEqual(await bind(1), [200, undefined]);
  assert.deepEqual(await bind(1), [200, undefined], 'said again it asks nobody twice');

  const heads = [world.people.cleaning, world.people.maintenance];
  const unsaid = heads.map((head) => ({ head, at: null, late: false }));
  assert.deepEqual(words(await standard()), unsaid);
  const owed = () =>
    world.read((tx) =>
      tx
        .selectFrom('commitment')
        .select(['owner_id', 'outcome'])
        .where('kind', '=', 'confirm_standard')
        .orderBy('started_at')
        .orderBy('id')
        .execute(),
    );
  assert.deepEqual(new Set((await owed()).map(({ owner_id }) => owner_id)), new Set(heads));
  const told = await world.read((tx) =>
    tx.selectFrom('notification').select('person_id').where('type', '=', 'article.to_accept').execute(),
  );
  assert.equal(told.length, 2);

  const accept = (who: PersonKey, departmentId: string | undefined, version = 1) =>
    send(who, 'POST', `/articles/${before['id']}/accept`, { version, departmentId });
  assert.deepEqual(await accept('plumber', maintenance), [403, 'article.head_confirms']);
  assert.deepEqual(await accept('captain', world.departments['security']), [404, 'article.not_bound']);
  assert.deepEqual(await accept('maintenance', maintenance), [200, undefined]);
  assert.deepEqual(await accept('maintenance', maintenance), [409, 'article.accepted_already']);

  await world.until('2026-10-20T10:00+08:00');
  const after = words(await standard());
  assert.deepEqual(
    after.map(({ at, late }) => [at !== null, late]),
    [
      [false, true],
      [true, false],
    ],
    'the limit turned late by itself',
  );
  assert.deepEqual(await accept('cleaning', cleaning), [200, undefined]);
  assert.deepEqual((await owed()).map(({ outcome }) => outcome).sort(), ['kept', 'late']);
});

test('a new version is confirmed anew, bound no more owes nothing, and an outside firm is bound by none', async () => {
  const { id, version } = await standard();
  const page = (await desk.get('manager', `/articles/${id}`)).body;
  const { title, body, language } = page;
  const facts = { sort: 'rules', owner: { postId: page['owner'].post.id }, title, body, language };
  assert.deepEqual(await send('manager', 'PUT', `/articles/${id}`, { version, why: '修订', ...facts }), [
    200,
    undefined,
  ]);
  const anew = await standard();
  assert.deepEqual([anew['version'], words(anew).map(({ at }) => at)], [version + 1, [null, null]]);
  const departments = async (departmentIds: unknown[]) =>
    send('manager', 'PUT', `/articles/${id}/departments`, { version: version + 1, departmentIds });
  assert.deepEqual(await departments([world.departments['cleaning_greening']]), [200, undefined]);
  assert.equal((await standard())['departments'].length, 1);
  const open = await world.read((tx) =>
    tx
      .selectFrom('commitment')
      .select('owner_id')
      .where('kind', '=', 'confirm_standard')
      .where('settled_at', 'is', null)
      .execute(),
  );
  assert.deepEqual(open, [{ owner_id: world.people.cleaning }]);
  const firm = await world.read((tx) =>
    tx.selectFrom('department').select('id').where('outside_firm', '=', true).executeTakeFirstOrThrow(),
  );
  assert.deepEqual(await departments([firm.id]), [422, 'article.binds_the_house']);
});
