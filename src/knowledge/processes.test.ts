import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Desk } from '../../test/desk-server.ts';
import { deskOf } from '../../test/desk-server.ts';
import type { PersonKey } from '../../test/world-seed.ts';
import type { World } from '../../test/world.ts';
import { freshWorld } from '../../test/world.ts';
import { exchangeRoutes } from '../exchange/routes.ts';
import { newId } from '../kernel/id.ts';
import { standingOf } from './process.ts';
import { knowledgeRoutes } from './routes.ts';

let world: World;
let desk: Desk;
let process: string;
let guide: string;

type Line = Record<string, any>;
const PROCESS = {
  sort: 'process',
  title: { 'zh-hans': '投诉受理标准流程' },
  body: { 'zh-hans': '先听，再记，后答。' },
};
const QUESTION = { text: '先做什么？', choices: ['记录', '倾听'], right: 1 };

async function written(facts: object): Promise<string> {
  const { status, body } = await desk.send('manager', 'POST', '/articles', facts);
  assert.equal(status, 201, JSON.stringify(body));
  return body['id'] as string;
}
const send = async (who: PersonKey, method: 'PUT' | 'POST', path: string, body: object) => {
  const answer = await desk.send(who, method, path, body);
  return [answer.status, answer.body['code']];
};
const OK = [200, undefined];

before(async () => {
  world = await freshWorld();
  desk = await deskOf(world, [...knowledgeRoutes, ...exchangeRoutes]);
  process = await written(PROCESS);
  guide = await written({ sort: 'guide', title: { 'zh-hans': '倾听指引' }, body: { 'zh-hans': '不打断。' } });
  assert.deepEqual(await send('manager', 'PUT', `/articles/${guide}/test`, { version: 0, questions: [QUESTION] }), OK);
});
after(async () => {
  await desk.close();
  await world.drop();
});

async function listed(who: PersonKey = 'manager', query = ''): Promise<Line[]> {
  const { status, body } = await desk.get(who, `/articles/processes${query}`);
  assert.equal(status, 200, JSON.stringify(body));
  return body['items'];
}
/** Who has read and passed how much of it, and how he stands. */
async function people(who: PersonKey = 'manager', query = ''): Promise<Record<string, string>> {
  const [one] = await listed(who, query);
  const rows = (one?.['people'] ?? []) as Line[];
  return Object.fromEntries(
    rows.map((row) => [
      row['person'].id,
      `${row['read']}/${row['readings']} ${row['passed']}/${row['tests']} ${row['standing']}`,
    ]),
  );
}
const owed = (personId: string) =>
  world.read(async (tx) => {
    const rows = await tx
      .selectFrom('commitment')
      .innerJoin('article_reading', 'article_reading.id', 'commitment.subject_id')
      .select(['article_id', 'outcome'])
      .where('owner_id', '=', personId as never)
      .where('kind', '=', 'confirm_reading')
      .where('article_id', 'in', [process, guide] as never)
      .execute();
    return rows.map((row) => `${row.article_id === process ? 'process' : 'guide'} ${row.outcome}`).sort();
  });
const train = (version: number, posts: string[], who: PersonKey = 'manager', articleIds = [guide]) =>
  send(who, 'PUT', `/articles/${process}/training`, {
    version,
    postIds: posts.map((key) => world.posts[key]),
    articleIds,
  });
const read = (who: PersonKey, id: string, version = 1) => send(who, 'POST', `/articles/${id}/read`, { version });
const pass = (who: PersonKey, answer: number) =>
  send(who, 'POST', `/articles/${guide}/test/take`, { version: 1, answers: [answer] });

const NOW = '2026-10-01T00:00:00Z' as never;
const facts = { readings: 2, read: 2, tests: 1, passed: 1, dueAt: '2026-09-30T00:00:00Z' as never };
for (const [given, standing] of [
  [facts, 'done'],
  [{ ...facts, read: 1 }, 'late'],
  [{ ...facts, passed: 0 }, 'late'],
  [{ ...facts, passed: 0, dueAt: NOW }, 'open'],
  [{ ...facts, passed: 0, dueAt: null }, 'open'],
] as const)
  test(`read ${given.read}, passed ${given.passed}, due ${given.dueAt}: ${standing}`, () =>
    assert.equal(standingOf(given, NOW), standing));

test('a standard process is kept in versions with the posts it binds and its training: the readings and the test; it shows who has read and passed the version in force and who has not, and a new version asks anew [QUAL-02]', async () => {
  const { desk: first, desk2: second } = world.people;
  assert.equal((await train(1, ['front_desk_clerk'], 'desk'))[0], 403);
  assert.deepEqual(await train(1, ['front_desk_clerk']), OK);
  assert.deepEqual(await train(1, ['front_desk_clerk']), OK, 'said again it asks nobody twice');
  const [one] = await listed();
  assert.deepEqual(
    [
      one!['version'],
      one!['posts'].map(({ id }: Line) => id),
      one!['training'].map((part: Line) => [part['id'], part['hasTest']]),
    ],
    [1, [world.posts['front_desk_clerk']], [[guide, true]]],
  );
  const begun = await people();
  assert.deepEqual([begun[first], begun[second]], ['0/2 0/1 open', '0/2 0/1 open']);
  assert.deepEqual(await owed(first), ['guide null', 'process null']);

  assert.deepEqual(await read('desk', process), [409, 'article.pass_first'], 'not before the test is passed');
  assert.deepEqual(await pass('desk', 0), OK);
  assert.deepEqual(await read('desk', process), [409, 'article.pass_first']);
  assert.deepEqual(await pass('desk', 1), OK);
  assert.deepEqual(await read('desk', process), OK);
  assert.deepEqual(await read('desk', guide), OK);
  await world.until('2026-10-20T10:00+08:00');
  const later = await people();
  assert.deepEqual([later[first], later[second]], ['2/2 1/1 done', '0/2 0/1 late'], 'it turned late by itself');
  assert.deepEqual(await people('manager', '?standing=done'), { [first]: '2/2 1/1 done' });
  assert.deepEqual(Object.keys(await people('desk2')), [second], 'whoever may not write it sees himself');
  assert.deepEqual(await listed('manager', `?post=${world.posts['repair_worker']}`), []);

  const asked = { id: newId(world.clock.now()), format: 'csv', query: { standing: 'late' } };
  const out = await desk.take('manager', 'POST', '/lists/processes/take-out', asked);
  assert.match(out.bytes.toString(), /投诉受理标准流程,1,.*逾期未完成/);

  const anew = { version: 1, why: '修订', ...PROCESS };
  assert.deepEqual(await send('manager', 'PUT', `/articles/${process}`, anew), OK);
  assert.equal(
    (await people())[first],
    '1/2 0/1 open',
    'the guide stands as it was read; process and test are asked anew',
  );
  const versions = (await desk.get('manager', `/articles/${process}/versions`)).body['items'];
  assert.deepEqual(
    versions.map(({ version }: Line) => version),
    [2, 1],
  );
  assert.deepEqual(await owed(first), ['guide kept', 'process kept', 'process null']);
});

test('bound no more he owes nothing; retired nobody does, and brought back all do again', async () => {
  const { desk: first, plumber } = world.people;
  const open = async (who: string) => (await owed(who)).filter((one) => one.endsWith('null'));
  assert.deepEqual(await train(2, ['repair_worker']), OK);
  assert.deepEqual([await open(first), await open(plumber)], [[], ['guide null', 'process null']]);
  const article = (await desk.get('plumber', `/articles/${process}`)).body;
  assert.deepEqual([article['reading'].confirmedAt, article['can'].read.code], [null, 'article.pass_first']);
  const retire = (retired: boolean) => send('manager', 'POST', `/articles/${process}/retire`, { version: 2, retired });
  assert.deepEqual(await retire(true), OK);
  assert.deepEqual([await open(plumber), await listed()], [[], []]);
  assert.deepEqual(await retire(false), OK);
  assert.deepEqual(await open(plumber), ['guide null', 'process null']);
});

test('only a process has a training, never of itself, of posts and articles that are here', async () => {
  const put = (id: string, body: object) =>
    send('manager', 'PUT', `/articles/${id}/training`, { postIds: [], articleIds: [], ...body });
  assert.deepEqual(await put(guide, { version: 1 }), [409, 'article.no_process']);
  assert.deepEqual(await put(process, { version: 2, articleIds: [process] }), [422, 'article.trains_itself']);
  assert.deepEqual(await put(process, { version: 2, articleIds: [newId(world.clock.now())] }), [
    404,
    'article.unknown',
  ]);
  assert.deepEqual(await put(process, { version: 2, postIds: [newId(world.clock.now())] }), [422, 'post.unknown']);
  assert.equal((await put(process, { version: 1 }))[0], 409);
});
