import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Desk } from '../../test/desk-server.ts';
import { deskOf, deskRoutes } from '../../test/desk-server.ts';
import { takeInMatter } from '../../test/story.ts';
import type { World } from '../../test/world.ts';
import { freshWorld } from '../../test/world.ts';
import type { PersonKey } from '../../test/world-seed.ts';
import { auditRoutes } from '../administration/audit-routes.ts';
import { makeFeed } from '../calendar-feed/commands/change-feeds.ts';
import { configurationRoutes } from '../configuration/routes.ts';
import { customerPrivacyRoutes } from '../customer/routes-privacy.ts';
import { newId } from '../kernel/id.ts';
import { DAY } from '../kernel/time.ts';
import { recordLeaving } from '../platform/http/leaves.ts';
import { paperRoutes } from '../report/papers/routes.ts';
import { addWebhook } from '../webhook/commands/change-webhooks.ts';
import { exchangeRoutes } from './routes.ts';

let world: World;
let desk: Desk;
before(async () => {
  world = await freshWorld();
  const more = [...auditRoutes, ...configurationRoutes, ...customerPrivacyRoutes, ...paperRoutes, ...exchangeRoutes];
  desk = await deskOf(world, [...deskRoutes, ...more]);
  await takeInMatter(world, 'leak');
});
after(async () => {
  await desk.close();
  await world.drop();
});

type Line = {
  list: string;
  format: string;
  rows: number | null;
  person: { id: string } | null;
  state: string;
  narrowed: { key: string; value: unknown }[];
};
const book = async (query = '', who: PersonKey = 'admin'): Promise<Line[]> =>
  (await desk.get(who, `/lists/taken-out${query}`)).body.items;
const last = async () => (await book('?limit=1'))[0]!;

async function take(who: PersonKey, path: string): Promise<void> {
  const { status, bytes, headers } = await desk.take(who, 'GET', path);
  assert.equal(status, 200, bytes.toString().slice(0, 200));
  assert.equal(headers['cache-control'], 'no-store', 'taken out again it is made again');
  world.clock.advance(1_000);
}

test('whatever leaves the house stands in one book: who, what, as what, narrowed by what, how many rows [PRIN-08]', async () => {
  const from = '2026-09-01T00:00:00.000Z';
  const span = `from=${from}&until=2026-10-01T00:00:00.000Z`;
  const { people, customers } = world;
  await take('admin', `/acts.csv?person=${people.manager}`);
  const acts = await last();
  assert.deepEqual([acts.list, acts.format, acts.state, acts.rows], ['acts', 'csv', 'done', 0]);
  assert.deepEqual(
    acts.narrowed.map(({ key }) => key),
    ['person'],
  );
  assert.match(String((await last()).narrowed[0]!.value), /\p{Script=Han}/u, 'a name, not an id');

  await take('manager', `/figures/complaints/document?${span}&format=xlsx&language=zh-hans`);
  const figure = await last();
  assert.deepEqual([figure.list, figure.format, figure.person!.id], ['figure', 'xlsx', people.manager]);
  assert.deepEqual(figure.narrowed.find(({ key }) => key === 'measure')!.value, 'complaints');
  assert.deepEqual(figure.narrowed.find(({ key }) => key === 'from')!.value, from);
  assert.equal(
    figure.narrowed.some(({ key }) => key === 'language' || key === 'format'),
    false,
  );
  assert.ok(figure.rows! > 0);

  await take('admin', '/configuration');
  assert.deepEqual([(await last()).list, (await last()).rows], ['configuration', null]);
  await desk.send('manager', 'POST', `/customers/${customers.chen}/export`);
  world.clock.advance(1_000);
  const life = await last();
  assert.deepEqual([life.list, life.narrowed[0]!.key], ['customer', 'customer']);
  assert.equal(typeof life.narrowed[0]!.value, 'string');
});

test('what goes on leaving stands there as it is made: the address of a calendar, a webhook', async () => {
  const feed = await world.act('desk', makeFeed, null);
  world.clock.advance(1_000);
  const [calendar] = await book('?list=calendar');
  assert.deepEqual([calendar!.format, calendar!.person!.id], ['ics', world.people.desk]);
  assert.equal((calendar as unknown as { id: string }).id, feed.id);
  const hook = { id: newId<'webhook'>(world.clock.now()), name: 'x', url: 'https://a.test/', types: ['ticket.opened'] };
  await world.act('admin', addWebhook, hook as never, false);
  const [webhook] = await book('?list=webhook');
  assert.deepEqual(webhook!.narrowed, [{ key: 'types', value: 'ticket.opened' }]);
});

test('a command on the machine is nobody who signed in; whoever sees one centre only does not see it', async () => {
  world.clock.advance(1_000);
  await world.act(null, recordLeaving, { list: 'backup', format: 'backup', narrowed: {}, rows: 12_345 });
  const [backup] = await book('?list=backup');
  assert.deepEqual([backup!.person, backup!.rows, backup!.format], [null, 12_345, 'backup']);
  assert.deepEqual(await book('?list=backup', 'manager'), []);
  assert.ok((await book('', 'manager')).length > 0, 'but what those of his centre took');
});

test('it is narrowed by person, list and period, read page by page, and by whoever may see the audit only', async () => {
  assert.equal((await desk.get('desk', '/lists/taken-out')).status, 403);
  const of = await book(`?person=${world.people.manager}`);
  assert.ok(of.length >= 2);
  assert.ok(of.every(({ person }) => person!.id === world.people.manager));
  const all = await book();
  world.clock.advance(1_000);
  const from = world.clock.now();
  assert.deepEqual(await book(`?from=${from}`), []);
  world.clock.advance(DAY);
  await take('admin', '/configuration');
  assert.deepEqual(
    (await book(`?from=${from}`)).map(({ list }) => list),
    ['configuration'],
  );
  assert.equal((await book(`?until=${from}`)).length, all.length);
  const first = await desk.get('admin', '/lists/taken-out?limit=2');
  const second = await desk.get('admin', `/lists/taken-out?limit=50&after=${first.body.next}`);
  assert.equal(first.body.items.length + second.body.items.length, all.length + 1);
  const names = first.body.lists.map(({ key }: { key: string }) => key);
  assert.ok(['tickets', 'figures', 'backup', 'webhook'].every((key) => names.includes(key)));
});

test('what was refused left nothing, and stands nowhere', async () => {
  const before = (await book()).length;
  assert.equal((await desk.take('desk', 'GET', '/acts.csv')).status, 403);
  assert.equal((await desk.take('desk', 'GET', '/configuration')).status, 403);
  assert.equal((await book()).length, before);
});
