import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { applyKind } from '../../src/administration/commands/apply-kind.ts';
import { listActs } from '../../src/administration/acts.ts';
import { actsQuery } from '../../src/administration/acts-shapes.ts';
import { auditRoutes } from '../../src/administration/audit-routes.ts';
import { forgetLooks } from '../../src/administration/forget-looks.ts';
import type { LookBook } from '../../src/administration/look-book.ts';
import { openLookBook } from '../../src/administration/look-book.ts';
import { listLooks, looksQuery } from '../../src/administration/looks-view.ts';
import { changePost } from '../../src/organisation/commands/change-post.ts';
import { postVersions } from '../../src/organisation/versions-view.ts';
import { currentKind } from '../../src/pack/kinds.ts';
import { ticketRoutes } from '../../src/ticket/routes.ts';
import { deskOf, deskRoutes } from '../desk-server.ts';
import { takeInMatter } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

let world: World;
let book: LookBook;
let writes = 0;
before(async () => {
  world = await freshWorld({ at: '2026-09-28T09:20+08:00' });
  const { transact } = world.database;
  const database: typeof world.database = {
    ...world.database,
    transact: (schema, work) => {
      writes += 1;
      return transact(schema, work);
    },
  };
  book = openLookBook({ database, log: (line) => assert.fail(line) });
});
after(() => world.drop());

const acts = async (query: object = {}, who: PersonKey = 'admin') =>
  (await world.ask(who, listActs, actsQuery.parse(query))).items;
const looks = async (query: object = {}, who: PersonKey = 'admin') =>
  (await world.ask(who, listLooks, looksQuery.parse(query))).items;

const sees = (who: PersonKey, customer: 'chen' | 'lin', way: 'customer' | 'ticket' = 'customer', whole = true) =>
  book.saw({
    schema: world.organisation.schema,
    personId: world.people[who],
    at: world.clock.now(),
    looks: [{ customerId: world.customers[customer], way, whole }],
  });

test('the journal of administrative acts tells who changed what, when, why, and what stood there before', async () => {
  const { kind, version } = await world.ask('admin', currentKind, 'leak');
  const edited = structuredClone(kind);
  edited.icon = 'bulb';
  await world.act('manager', applyKind, {
    kind: edited,
    seen: version,
    why: '换图标',
    openTickets: 'keep',
    stages: {},
  });
  const [act] = await acts({ sort: 'kind' });
  assert.deepEqual(
    { ...act, key: undefined },
    {
      key: undefined,
      at: world.clock.now(),
      by: { id: world.people.manager, name: '许经理' },
      sort: 'kind',
      type: 'kind.changed',
      what: 'leak',
      version: 2,
      why: '换图标',
      changes: [{ path: 'icon', before: 'droplet', after: 'bulb' }],
    },
  );
  await assert.rejects(acts({}, 'desk'), { code: 'right.missing' });
});

test('a change of a post keeps the former state, who and why, and stands in the journal', async () => {
  const id = world.posts['front_desk_clerk']!;
  const before = await world.read((tx) =>
    tx.selectFrom('post').select('rights').where('id', '=', id).executeTakeFirstOrThrow(),
  );
  world.at('2026-09-28T10:00+08:00');
  const { 'ticket.close': _, ...fewer } = before.rights as Record<string, 'own'>;
  await world.act('admin', changePost, id, { seen: 0, rights: fewer, why: '结单改由主管' });
  const { items } = await world.ask('admin', postVersions, id);
  assert.deepEqual(
    items.map(({ version, by, why }) => [version, by, why]),
    [
      [2, '管理员', '结单改由主管'],
      [1, null, null],
    ],
  );
  assert.deepEqual(items[1]!.content['rights'], before.rights);
  const [act] = await acts({ sort: 'post', from: '2026-09-28T01:30:00.000Z' });
  assert.deepEqual(act!.changes, [{ path: 'rights.ticket.close', before: 'own', after: null }]);
  assert.deepEqual([act!.why, act!.version, act!.by!.name], ['结单改由主管', 2, '管理员']);
});

test('acts are narrowed by sort, person and period, page by page', async () => {
  assert.deepEqual(
    (await acts({ person: world.people.manager })).map((one) => one.type),
    ['kind.changed'],
  );
  assert.deepEqual(
    (await acts({ from: '2026-09-28T01:00:00.000Z' })).map((one) => one.type),
    ['post.changed', 'kind.changed'],
  );
  assert.deepEqual(await acts({ from: '2026-09-28T01:00:00.000Z', until: '2026-09-28T01:10:00.000Z' }), []);
  const first = await world.ask('admin', listActs, actsQuery.parse({ limit: 1 }));
  const second = await world.ask('admin', listActs, actsQuery.parse({ limit: 1, after: first.next! }));
  assert.deepEqual([first.items[0]!.type, second.items[0]!.type], ['post.changed', 'kind.changed']);
});

test('the acts go out as CSV, a line for each value, and nothing in it is taken for a formula', async () => {
  const { kind, version } = await world.ask('admin', currentKind, 'leak');
  const change = { kind: { ...kind, icon: 'tool' }, seen: version, openTickets: 'keep', stages: {} } as const;
  await world.act('admin', applyKind, { ...change, why: '=1+1, "so"' });
  const exporting = auditRoutes.find((one) => one.name === 'exportActs')!;
  const file = (await world.ask(
    'admin',
    exporting.handle as never,
    {
      params: undefined,
      query: { sort: 'kind' },
      body: undefined,
    } as never,
  )) as { chunks: AsyncIterable<Buffer> };
  let text = '';
  for await (const chunk of file.chunks) text += chunk.toString('utf8');
  const [head, line] = text.split('\r\n');
  assert.equal(head, '\uFEFFat,by,what,thing,version,why,path,before,after');
  assert.equal(line, `${world.clock.now()},管理员,kind.changed,leak,3,"'=1+1, ""so""",icon,bulb,tool`);
});

test('who looked at whose data is kept once a person, customer, way and hour; whole numbers are said so', async () => {
  sees('desk', 'chen', 'customer', false);
  sees('desk', 'chen', 'customer', true);
  sees('desk', 'chen', 'customer', true);
  sees('desk', 'chen', 'ticket', true);
  sees('manager', 'lin', 'customer', true);
  assert.deepEqual(await looks(), [], 'nothing is written in the path of an answer');
  await book.write();
  const hour = '2026-09-28T02:00:00.000Z';
  const ofChen = await looks({ customer: world.customers.chen });
  assert.deepEqual(
    ofChen.map((one) => [one.person?.name, one.customer.name, one.hour, one.way, one.whole]).toSorted(),
    [
      ['王前台', '陈先生', hour, 'customer', true],
      ['王前台', '陈先生', hour, 'ticket', true],
    ],
  );
  assert.deepEqual(
    (await looks({ person: world.people.manager })).map((one) => one.customer.id),
    [world.customers.lin],
  );
  sees('desk', 'chen');
  await book.write();
  assert.equal(writes, 1, 'what is written already is not written again');
  world.at('2026-09-28T11:05+08:00');
  sees('desk', 'chen');
  await book.write();
  assert.equal((await looks({ customer: world.customers.chen })).length, 3, 'another hour is another line');
  assert.equal((await looks({ from: '2026-09-28T03:00:00.000Z' })).length, 1);
  await assert.rejects(looks({}, 'desk'), { code: 'right.missing' });
});

test('a ticket, a customer and whoever is found by a number are noted as they are shown, and nothing else is', async () => {
  const ticket = await takeInMatter(world, 'leak');
  const seen: [string, string, boolean][] = [];
  const desk = await deskOf(world, [...deskRoutes, ...ticketRoutes], ({ looks: shown }) =>
    seen.push(
      ...shown.map((look): [string, string, boolean] =>
        'memberId' in look ? ['file', look.memberId, true] : [look.way, look.customerId, look.whole],
      ),
    ),
  );
  const { chen } = world.customers;
  await desk.get('desk', `/tickets/${ticket.id}`);
  await desk.get('desk', `/customers/${chen}`);
  await desk.get('admin', `/tickets/${ticket.id}`);
  await desk.get('desk', `/tickets/${ticket.id}/timeline`);
  assert.equal((await desk.get('plumber', `/customers/${world.customers.lin}`)).status, 403);
  assert.deepEqual(seen, [
    ['ticket', chen, true],
    ['customer', chen, true],
    ['ticket', chen, false],
  ]);
  seen.length = 0;
  await desk.get('desk', `/desk/lookup?q=13800001202`);
  assert.ok(seen.some(([way, id]) => way === 'found' && id === chen));
  await desk.close();
});

test('what is older than the settings keep is forgotten', async () => {
  world.at('2027-03-26T12:00+08:00');
  const parts = { database: world.database, clock: world.clock, organisations: async () => [world.organisation] };
  await forgetLooks(parts);
  assert.equal((await looks()).length, 4, '180 days are not over');
  world.at('2027-03-27T10:30+08:00');
  await forgetLooks(parts);
  assert.deepEqual(
    (await looks()).map((one) => one.hour),
    ['2026-09-28T03:00:00.000Z'],
  );
});
