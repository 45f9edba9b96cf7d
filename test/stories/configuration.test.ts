import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { importConfiguration } from '../../src/configuration/commands/import-configuration.ts';
import type { Configuration } from '../../src/configuration/file.ts';
import { configurationShape, differencesOf, readConfiguration } from '../../src/configuration/file.ts';
import { PARTS } from '../../src/configuration/registry.ts';
import { listActs } from '../../src/administration/acts.ts';
import { actsQuery } from '../../src/administration/acts-shapes.ts';
import type { Kind } from '../../src/pack/format.ts';
import { currentKind } from '../../src/pack/kinds.ts';
import { listPlans as listRoundPlans } from '../../src/round/plans-view.ts';
import { listOfferings } from '../../src/offering/list.ts';
import { offeringsQuery } from '../../src/offering/inputs.ts';
import { listPlans as listSpotCheckPlans } from '../../src/spot-check/plans-view.ts';
import { listDuties } from '../../src/duty-statement/list.ts';
import { begin, takeInMatter } from '../story.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

let world: World;
before(async () => {
  world = await freshWorld();
  await begin(world);
});
after(() => world.drop());

type Parts = Record<string, Record<string, any>>;

/** The configuration as a file: written, changed by hand, and read back. */
async function file(edit: (parts: Parts) => void = () => {}): Promise<Configuration> {
  const now = await world.ask('admin', readConfiguration);
  const read = JSON.parse(JSON.stringify(now)) as Configuration;
  edit(read.parts as Parts);
  return configurationShape.parse(read);
}
const differences = async (configuration: Configuration) => world.ask('admin', differencesOf, configuration);
const load = (configuration: Configuration, why = '新版制度') =>
  world.act('admin', importConfiguration, { configuration, why });

test('the whole configuration goes out in a stable order, by keys and without ids, and comes in again as no change', async () => {
  const once = await file();
  assert.deepEqual(
    Object.keys(once.parts),
    PARTS.map((part) => part.key),
  );
  assert.equal(JSON.stringify(await file()), JSON.stringify(once), 'twice the same, letter by letter');
  assert.doesNotMatch(JSON.stringify(once), /[0-9a-f]{8}-[0-9a-f]{4}-7/, 'no ids');
  assert.deepEqual((once.parts as Parts)['departments']!['engineering'].calendar, 'engineering_day_shift');
  assert.deepEqual(await differences(once), { changes: [], faults: [], effects: [] });
  assert.equal(await load(once), 0);
  assert.equal((await world.ask('admin', currentKind, 'leak')).version, 1, 'no version for no change');
});

test('what a file would change is told before, with what follows from it, and made in one act with the reason', async () => {
  await takeInMatter(world, 'leak');
  const changed = await file((parts) => {
    parts['kinds']!['leak'].icon = 'bulb';
    parts['posts']!['front_desk_clerk'].rights['report.see'] = 'centre';
    parts['departments']!['pest_control'] = { ...parts['departments']!['engineering'], outsideFirm: true };
    parts['kinds']!['pests'] = {
      ...structuredClone(parts['kinds']!['help']),
      key: 'pests',
      department: 'pest_control',
    };
    delete parts['kinds']!['pests'].digit;
    parts['words'] = { en: { 'frame.tickets': 'Cases' } };
  });
  const told = await differences(changed);
  const at = (path: string) => told.changes.find((one) => one.path === path);
  assert.deepEqual(at('kinds.leak.icon'), { path: 'kinds.leak.icon', before: 'droplet', after: 'bulb' });
  assert.deepEqual(at('posts.front_desk_clerk.rights.report.see')?.after, 'centre');
  assert.ok(at('departments.pest_control') && at('kinds.pests') && at('words.en'));
  assert.deepEqual(told.faults, []);
  assert.deepEqual(told.effects, [
    { what: 'people_gain_or_lose', count: 2 },
    { what: 'tickets_stay', count: 1 },
  ]);
  assert.equal((await world.ask('admin', currentKind, 'leak')).version, 1, 'looking changes nothing');
  await load(changed);
  const leak = await world.ask('admin', currentKind, 'leak');
  assert.deepEqual([leak.version, leak.kind.icon], [2, 'bulb']);
  assert.equal((await world.ask('admin', currentKind, 'pests')).kind.department, 'pest_control');
  assert.deepEqual(await differences(changed), { changes: [], faults: [], effects: [] });
  const { items } = await world.ask('admin', listActs, actsQuery.parse({}));
  const mine = items.filter((act) => act.why === '新版制度').map((act) => act.type);
  assert.deepEqual(
    mine.toSorted(),
    ['configuration.imported', 'kind.changed', 'kind.changed', 'post.changed', 'words.changed'].toSorted(),
  );
});

test('a file with faults is refused whole, each fault with its path', async () => {
  const broken = await file((parts) => {
    parts['kinds']!['leak'].icon = 'tool';
    parts['kinds']!['leak'].department = 'nobody';
    parts['posts']!['front_desk_clerk'].superior = 'nobody';
    parts['departments']!['engineering'].calendar = 'never';
    (parts['settings'] as Record<string, unknown>)['undoSeconds'] = 99;
    parts['prayers'] = {};
  });
  const { faults } = await differences(broken);
  assert.deepEqual(
    faults.map((fault) => `${fault.code} ${String(fault.params?.['path'])}`),
    [
      'configuration.part_unknown prayers',
      'configuration.unfit settings.undoSeconds',
      'pack.name_dangling departments.engineering.calendar',
      'pack.name_dangling posts.front_desk_clerk.superior',
      'pack.name_dangling kinds.leak.department',
    ],
  );
  await assert.rejects(load(broken), {
    code: 'configuration.refused',
    params: { count: 5, path: 'prayers', first: 'configuration.part_unknown' },
  });
  assert.equal((await world.ask('admin', currentKind, 'leak')).kind.icon, 'bulb');
});

test('what only a command finds out takes everything back, too; and whoever may not is refused', async () => {
  const powerless = await file((parts) => {
    parts['kinds']!['leak'].icon = 'tool';
    parts['posts']!['administrator'].rights = {};
  });
  await assert.rejects(load(powerless), { code: 'organisation.nobody_administers' });
  assert.equal((await world.ask('admin', currentKind, 'leak')).kind.icon, 'bulb');
  const rights = await file((parts) => void (parts['posts']!['administrator'].rights['customer.see'] = 'organisation'));
  await assert.rejects(world.act('manager', importConfiguration, { configuration: rights, why: 'x' }), {
    code: 'right.above_own',
  });
  await assert.rejects(world.act('desk', importConfiguration, { configuration: rights, why: 'x' }), {
    code: 'right.missing',
  });
});

test('parts that a file leaves out, and things that a part leaves out, stay as they are', async () => {
  const one: Configuration = configurationShape.parse({
    huiyin: 'configuration',
    format: 1,
    parts: {
      kinds: { leak: { ...((await file()).parts as { kinds: Record<string, Kind> }).kinds['leak'], icon: 'tool' } },
    },
  });
  const told = await differences(one);
  assert.deepEqual(
    told.changes.map((change) => change.path),
    ['kinds.leak.icon'],
  );
  await load(one);
  assert.equal((await world.ask('admin', currentKind, 'complaint')).version, 1);
});

test('plans of checks and rounds, services and duties stand in the file: changed, added and given up by it, each in a version with the reason', async () => {
  const before = (await file()).parts as Parts;
  assert.equal(Object.keys(before['rounds']!).length, 18);
  const [roundKey] = Object.keys(before['rounds']!);
  const [checkKey] = Object.keys(before['spotChecks']!);
  const [serviceKey] = Object.keys(before['offerings']!);
  const changed = await file((parts) => {
    parts['rounds']![roundKey!].by = '08:50';
    parts['rounds']!['roof'] = {
      ...structuredClone(parts['rounds']![roundKey!]),
      post: 'equipment_supervisor',
      name: { en: 'Roof', 'zh-hans': '屋面巡查', 'zh-hant': '屋面巡查' },
    };
    parts['spotChecks']![checkKey!].closed = true;
    parts['offerings']![serviceKey!].price = { en: '¥90', 'zh-hans': '90 元', 'zh-hant': '90 元' };
    parts['offerings']!['piano_moving'] = {
      ...structuredClone(parts['offerings']![serviceKey!]),
      name: { en: 'Piano moving', 'zh-hans': '钢琴搬运', 'zh-hant': '鋼琴搬運' },
      kind: null,
      department: null,
    };
    parts['duties']!['front_desk_clerk'] = '接听来电，登记诉求';
  });
  const told = await differences(changed);
  assert.deepEqual(told.faults, []);
  assert.deepEqual(
    told.changes.map(({ path }) => path).filter((path) => !path.startsWith(`offerings.${serviceKey}`)),
    [
      `spotChecks.${checkKey}.closed`,
      `rounds.${roundKey}.by`,
      'rounds.roof',
      'offerings.piano_moving',
      'duties.front_desk_clerk',
    ],
  );
  await load(changed, '年度修订');
  const rounds = (await world.ask('admin', listRoundPlans)).items;
  const [walked, roof] = [rounds.find(({ key }) => key === roundKey)!, rounds.find(({ key }) => key === 'roof')!];
  assert.deepEqual([walked.version, walked.content.by, walked.versions[0]!.why], [2, '08:50', '年度修订']);
  assert.deepEqual(
    [roof.version, roof.post.id, roof.versions[0]!.why],
    [1, world.posts['equipment_supervisor'], '年度修订'],
  );
  const checks = (await world.ask('admin', listSpotCheckPlans)).items;
  const check = checks.find(({ plan }) => plan.key === checkKey)!;
  assert.deepEqual([check.version, check.plan.closed, check.versions[0]!.why], [2, true, '年度修订']);
  const services = (await world.ask('desk', listOfferings, offeringsQuery.parse({}))).items;
  assert.ok(services.some((one) => one.name.en === 'Piano moving' && one.kind === null));
  assert.equal(services.find((one) => one.price.en === '¥90')!.version, 2);
  const stated = (await world.ask('admin', listDuties)).items.find(
    ({ post }) => post.id === world.posts['front_desk_clerk'],
  )!;
  assert.deepEqual([stated.statement!.text, stated.statement!.why], ['接听来电，登记诉求', '年度修订']);
  assert.deepEqual(await differences(changed), { changes: [], faults: [], effects: [] });
  assert.deepEqual((await file()).parts, changed.parts);
});

test('a plan, service or duty of a file that names what is nowhere is refused with its path', async () => {
  const { parts } = await file();
  const [roundKey] = Object.keys(parts['rounds']!);
  const [checkKey] = Object.keys(parts['spotChecks']!);
  const { faults } = await differences(
    await file((now) => {
      now['rounds']![roundKey!].post = 'nobody';
      now['rounds']![roundKey!].lines[0].followUp = 'no_kind';
      now['spotChecks']![checkKey!].post = 'nobody';
      now['offerings']!['nothing'] = { ...Object.values(now['offerings']!)[0], department: 'nobody' };
      now['duties']!['nobody'] = '无';
    }),
  );
  assert.deepEqual(
    faults.map(({ code, params }) => `${code} ${String(params?.['path'])}`),
    [
      `pack.name_dangling spotChecks.${checkKey}.post`,
      `pack.name_dangling rounds.${roundKey}.post`,
      `round.kind_unknown rounds.${roundKey}.lines`,
      'pack.name_dangling offerings.nothing.department',
      'pack.name_dangling duties.nobody',
    ],
  );
});
