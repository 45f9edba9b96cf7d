import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { listActs } from '../../src/administration/acts.ts';
import { actsQuery } from '../../src/administration/acts-shapes.ts';
import { declineNews, takeNews } from '../../src/configuration/commands/take-news.ts';
import { faultsOfNews, newsIn, readNews } from '../../src/configuration/news.ts';
import { listOfferings } from '../../src/offering/list.ts';
import { offeringsQuery } from '../../src/offering/inputs.ts';
import { changeKind } from '../../src/pack/commands/change-kind.ts';
import { changeCanned } from '../../src/pack/commands/change-canned.ts';
import { currentKind, currentKinds } from '../../src/pack/kinds.ts';
import type { Kind } from '../../src/pack/format.ts';
import { packs } from '../../src/pack/registry.ts';
import { settingsVersionOf } from '../../src/pack/settings.ts';
import type { Context } from '../../src/platform/context.ts';
import { beginCurrentRounds } from '../../src/round/commands/begin-rounds.ts';
import { listPlans } from '../../src/round/plans-view.ts';
import { beginCurrentSpotChecks } from '../../src/spot-check/commands/begin-spot-checks.ts';
import { currentPlans } from '../../src/spot-check/plan-versions.ts';
import { begin, clocksAbout } from '../story.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

let world: World;
before(async () => {
  world = await freshWorld();
  await begin(world);
});
after(() => world.drop());

const news = async () => (await world.ask('admin', readNews)).items;
const names = async () => (await news()).map(({ part, key }) => `${part} ${key}`);
const take = (part: string, key: string, why = '新版行业包') => world.act('admin', takeNews, { part, key }, why);

/** The house as it would be, had it been founded before the pack had these. */
async function olderHouse(): Promise<void> {
  await world.act(null, async ({ tx }: Context) => {
    for (const statement of [
      sql`delete from kind_version where key in ('restocking', 'consultation')`,
      sql`delete from commitment where subject_id in (select id from spot_check where plan_key = 'tickets_monthly')`,
      sql`delete from spot_check where plan_key = 'tickets_monthly'`,
      sql`delete from spot_check_plan where key = 'tickets_monthly'`,
      sql`delete from post where key = 'equipment_supervisor'`,
      sql`delete from commitment where subject_type = 'round'`,
      sql`delete from round where plan_id in (select id from round_plan where key like 'owners%')`,
      sql`delete from round_plan_version where plan_id in (select id from round_plan where key like 'owners%')`,
      sql`delete from round_plan where key like 'owners%'`,
      sql`delete from offering_version where offering_id in (select id from offering where key = 'home_cleaning')`,
      sql`delete from offering where key = 'home_cleaning'`,
    ])
      await statement.execute(tx);
  });
}

test('a house founded by this very pack finds nothing new in it', async () => {
  assert.deepEqual(await names(), []);
  await assert.rejects(take('kinds', 'leak'), { code: 'pack.nothing_new' });
});

test('what a newer pack brings is listed with what it is, and nothing of it comes by itself', async () => {
  await olderHouse();
  await world.act(null, beginCurrentRounds);
  await world.act(null, beginCurrentSpotChecks);
  const items = await news();
  assert.deepEqual(
    items.map(({ part, key }) => `${part} ${key}`),
    [
      'posts equipment_supervisor',
      'kinds consultation',
      'kinds restocking',
      'spotChecks tickets_monthly',
      'rounds owners_contact_box',
      'offerings home_cleaning',
    ],
  );
  const restocking = items.find(({ key }) => key === 'restocking')!;
  assert.equal(restocking.name['zh-hans'], '物品补充');
  assert.ok(restocking.content.some(({ path, before }) => path === 'department' && before === null));
  assert.deepEqual(restocking.faults, []);
  assert.equal(
    (await world.ask('admin', currentKinds)).some(({ key }) => key === 'restocking'),
    false,
  );
  await assert.rejects(world.act('desk', takeNews, { part: 'kinds', key: 'restocking' }, '要'), {
    code: 'right.missing',
  });
});

test('each is taken by one act with its reason: version 1 of it here, in the journal, owed from then on', async () => {
  const { kind: help, version } = await world.ask('admin', currentKind, 'help');
  const digit = '1';
  await world.act('admin', changeKind, { kind: { ...help, digit }, seen: version, why: '调整按键' });
  for (const [part, key] of [
    ['kinds', 'consultation'],
    ['kinds', 'restocking'],
    ['posts', 'equipment_supervisor'],
    ['spotChecks', 'tickets_monthly'],
    ['rounds', 'owners_contact_box'],
    ['offerings', 'home_cleaning'],
  ] as const)
    await take(part, key);
  assert.deepEqual(await names(), []);
  // read from the table: a version is written twice by this test only, and what was read once is remembered
  const stored = await world.read((tx) =>
    tx.selectFrom('kind_version').selectAll().where('key', '=', 'consultation').execute(),
  );
  const versions = stored.map((row) => [row.version, row.why, (row.definition as Kind).digit]);
  assert.deepEqual(versions, [[1, '新版行业包', undefined]], 'its key of the desk is taken here');
  const post = await world.read((tx) =>
    tx.selectFrom('post').selectAll().where('key', '=', 'equipment_supervisor').executeTakeFirstOrThrow(),
  );
  assert.equal(post.department_id, world.departments['engineering']);
  const check = (await world.read((tx) => currentPlans({ tx }))).find(({ key }) => key === 'tickets_monthly')!;
  assert.equal(check.version, 1);
  const box = (await world.ask('admin', listPlans)).items.find(({ key }) => key === 'owners_contact_box')!;
  assert.deepEqual([box.version, box.versions[0]!.why, box.versions[0]!.by], [1, '新版行业包', '管理员']);
  const [round] = await world.read((tx) =>
    tx
      .selectFrom('round')
      .selectAll()
      .where('plan_id', '=', box.id as never)
      .execute(),
  );
  assert.equal((await clocksAbout(world, round!.id)).length, 1, 'its round is owed');
  const services = (await world.ask('desk', listOfferings, offeringsQuery.parse({}))).items;
  assert.ok(services.some((one) => one.name['zh-hans'] === '入户保洁'));
  const { items } = await world.ask('admin', listActs, actsQuery.parse({ sort: 'pack' }));
  assert.equal(items.length, 6);
  assert.deepEqual([items[0]!.type, items[0]!.what, items[0]!.why], ['pack.taken', 'home_cleaning', '新版行业包']);
  await assert.rejects(take('kinds', 'consultation'), { code: 'pack.nothing_new' });
});

test('a request that a newer pack has for a key of the desk is taken into the settings; what was taken off there is not new', async () => {
  const pack = (await packs()).get('property')!;
  const newer = { ...pack, canned: [...pack.canned!, { ...pack.canned![0]!, key: 'gas_smell' }] };
  const found = async () => (await world.ask('admin', newsIn, newer)).map(({ part, key }) => `${part.key} ${key}`);
  assert.deepEqual(await found(), ['canned gas_smell']);
  const [item] = await world.ask('admin', newsIn, newer);
  await world.act('admin', async (context: Context) =>
    item!.part.apply(context, { gas_smell: item!.content }, '新版行业包'),
  );
  const { version, settings } = await world.ask('admin', settingsVersionOf);
  assert.deepEqual([version, settings.canned!.at(-1)!.key], [2, 'gas_smell']);
  assert.deepEqual(await found(), []);
  const canned = settings.canned!.filter((one) => one.key !== 'gas_smell');
  await world.act('admin', changeCanned, { canned, seen: version, why: '不常用' });
  assert.deepEqual(await found(), [], 'taken off by hand, it is not offered again');
  const full = { ...pack, canned: ['one', 'two', 'three'].map((key) => ({ ...pack.canned![0]!, key })) };
  const [first] = await world.ask('admin', newsIn, full);
  const filled = [...canned, { ...canned[0]!, key: 'x1' }, { ...canned[0]!, key: 'x2' }];
  await world.act('admin', changeCanned, { canned: filled, seen: version + 1, why: '补足' });
  const faults = await world.ask('admin', faultsOfNews, first!);
  assert.deepEqual(faults, [{ code: 'canned.full', params: { path: 'canned', most: 12 } }]);
});

test('a house says no with a reason, which is kept; it takes it all the same later. What names something it has not waits for that', async () => {
  await world.act(null, async ({ tx }: Context) => {
    await sql`delete from kind_version where key = 'consultation'`.execute(tx);
    await sql`delete from offering_version where offering_id in (select id from offering where key = 'home_cleaning')`.execute(
      tx,
    );
    await sql`delete from offering where key = 'home_cleaning'`.execute(tx);
    await sql`update department set closed_at = now() where key = 'cleaning_greening'`.execute(tx);
  });
  const wanted = { part: 'kinds', key: 'consultation' };
  await assert.rejects(world.act('desk', declineNews, wanted, '不'), { code: 'right.missing' });
  await world.act('admin', declineNews, wanted, '由总部统一咨询');
  const items = await news();
  const no = items.find(({ key }) => key === 'consultation')!.declined!;
  assert.deepEqual([no.why, no.by!.name], ['由总部统一咨询', '管理员']);
  const cleaning = items.find(({ key }) => key === 'home_cleaning')!;
  assert.deepEqual(cleaning.faults, [
    { code: 'pack.name_dangling', params: { path: 'offerings.home_cleaning.department', name: 'cleaning_greening' } },
  ]);
  await assert.rejects(take('offerings', 'home_cleaning'), { code: 'pack.name_dangling' });
  await take('kinds', 'consultation', '改为自办');
  assert.equal((await world.ask('admin', currentKind, 'consultation')).version, 1);
  const rows = await world.read((tx) => tx.selectFrom('pack_declined').selectAll().execute());
  assert.deepEqual(rows, []);
});
