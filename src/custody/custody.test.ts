import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { beginCurrentSummaries } from '../summary/commands/begin-summaries.ts';
import { beginCurrentCounts } from './commands/begin-counts.ts';
import { sql } from 'kysely';
import type { Desk } from '../../test/desk-server.ts';
import { deskOf } from '../../test/desk-server.ts';
import { doorsOf } from '../../test/doors.ts';
import { beginOnly, clocksAbout, hire, told, wait } from '../../test/story.ts';
import type { PersonKey } from '../../test/world-seed.ts';
import type { World } from '../../test/world.ts';
import { freshWorld } from '../../test/world.ts';
import { newId } from '../kernel/id.ts';
import { domainRoutes } from '../routes.ts';
import { enter } from './commands/enter.ts';
import { entryInput } from './inputs.ts';

/** A month at the counter of keys, passes and tools, from its first working day on. */

type Line = Record<string, any>;
let world: World;
let desk: Desk;
let keeper: PersonKey;
before(async () => {
  world = await freshWorld({ at: '2026-09-01T09:00+08:00' });
  keeper = await hire(world, 'keeper', 'permits_keys_assistant');
  await beginOnly(world, beginCurrentCounts, beginCurrentSummaries);
  desk = await deskOf(world, domainRoutes);
});
after(async () => {
  await desk.close();
  await world.drop();
});

const { post, read } = doorsOf(() => desk);
const register = async (thing: object, who: PersonKey = keeper): Promise<string> => {
  const answer = await desk.send(who, 'POST', '/custody', thing);
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body['id'];
};
const does = (id: string, act: string, said: object = {}, who: PersonKey = keeper) =>
  post(who, `/custody/${id}/entries`, { act, ...said });
const one = (id: string, who: PersonKey = keeper): Promise<Line> => read(who, `/custody/${id}`);
const list = async (query: string, who: PersonKey = 'manager'): Promise<Line[]> =>
  (await read(who, `/custody?${query}`))['items'];
const numbers = async (query: string) => (await list(query)).map((line) => line['number']);
const ledger = async (query: string): Promise<Line[]> => (await read('manager', `/custody/entries?${query}`))['items'];
const person = (who: PersonKey) => ({ kind: 'person', id: world.people[who] });
const chen = () => ({ kind: 'customer', id: world.customers.chen });
const owed = async (id: string, kind: string) =>
  (await clocksAbout(world, id)).filter((clock) => clock.kind === kind).map(({ outcome }) => outcome);

let pump: string;
let flat: string;
let left: string;

test('every key is registered by kind, and none without what its kind must say; it is listed, filtered, and put right with its former words [KEYS-01]', async () => {
  const places = world.places;
  pump = await register({ kind: 'public_key', number: 'G-017', label: '3栋水泵房', placeId: places.corridor });
  flat = await register({ kind: 'unit_key', number: 'D-1102', label: '入户门', placeId: places.flat1102 });
  left = await register({
    kind: 'tenant_key',
    number: 'J-001',
    label: '备用钥匙一把',
    placeId: places.flat1202,
    customerId: world.customers.chen,
    from: chen(),
  });
  const thing = { kind: 'tenant_key', number: 'J-002', label: '备用钥匙' };
  assert.equal(await post(keeper, '/custody', thing), 'custody.needs_place');
  assert.equal(await post(keeper, '/custody', { ...thing, placeId: places.flat1202 }), 'custody.needs_customer');
  assert.equal(await post(keeper, '/custody', { ...thing, kind: 'safe' }), 'custody.kind_unknown');
  assert.equal(await post(keeper, '/custody', { ...thing, number: ' ' }), 'input.malformed');
  const again = { kind: 'public_key', number: 'G-017', label: '另一把', placeId: places.corridor };
  assert.equal(await post(keeper, '/custody', again), 'custody.number_taken');
  assert.equal(await post('plumber', '/custody', again), 'right.missing');

  assert.deepEqual(await numbers('sort=key'), ['D-1102', 'G-017', 'J-001']);
  assert.deepEqual(await numbers('kind=unit_key'), ['D-1102']);
  assert.deepEqual(await numbers(`place=${places.flat1202}`), ['J-001']);
  assert.deepEqual(await numbers(`customer=${world.customers.chen}`), ['J-001']);
  assert.deepEqual(await numbers('text=%E6%B0%B4%E6%B3%B5'), ['G-017']);
  const [first] = await list('kind=tenant_key');
  assert.deepEqual(
    [first!['kind'].name.en, first!['state'], first!['holder'].kind, first!['customer'].name],
    ['Key left by a tenant', 'in_house', 'house', '陈先生'],
  );
  const { version } = await one(pump);
  const changed = { seen: version, number: 'G-018', placeId: places.building };
  assert.equal((await desk.send(keeper, 'PATCH', `/custody/${pump}`, changed)).status, 200);
  assert.equal((await desk.send(keeper, 'PATCH', `/custody/${pump}`, changed)).body['code'], 'stale');
  const [former] = (await one(pump))['former'];
  assert.deepEqual([former.before, former.by.id], [{ number: 'G-017', place: 'P-3-12' }, world.people[keeper]]);
  const away = await desk.send(keeper, 'PATCH', `/custody/${pump}`, { seen: version + 1, placeId: null });
  assert.equal(away.body['code'], 'custody.needs_place');
});

test('each drawing, hand-over and return says who, from whom to whom, when and what for; one holder at every moment, whoever writes [KEYS-02]', async () => {
  world.at('2026-09-02T10:00+08:00');
  assert.equal(await does(pump, 'drawn', { to: person('plumber') }), 'custody.what_for');
  assert.equal(await does(pump, 'drawn', { purpose: '检修' }), 'custody.to_whom');
  assert.equal(await does(pump, 'issued', { to: chen() }), 'custody.not_of_its_sort');
  const draw = { to: person('plumber'), purpose: '检修水泵', dueBack: '2026-09-02T17:00:00+08:00' };
  assert.equal(await does(pump, 'drawn', draw), 'done');
  assert.equal(await does(pump, 'drawn', { ...draw, to: person('fitter') }, 'desk'), 'custody.is_drawn');
  assert.equal(await does(pump, 'handed_over', { to: person('plumber'), purpose: '换班' }), 'custody.has_it');
  assert.deepEqual(await numbers(`holder=${world.people.plumber}`), ['G-018']);

  world.at('2026-09-02T12:00+08:00');
  const lift = { kind: 'outside', name: '迅达电梯公司 刘工' };
  assert.equal(await does(pump, 'handed_over', { to: lift, purpose: '配合年检' }), 'done');
  const before = { condition: 'good', happenedAt: '2026-09-02T11:00:00+08:00' };
  assert.equal(await does(pump, 'returned', before), 'happened.too_early');
  assert.equal(await does(pump, 'returned'), 'custody.what_condition');
  world.at('2026-09-02T15:00+08:00');
  assert.equal(await does(pump, 'returned', { condition: 'good' }, 'desk2'), 'done');
  const { entries } = await one(pump);
  assert.deepEqual(
    entries.map((entry: Line) => [
      entry['act'],
      entry['from'].name,
      entry['to'].name,
      entry['purpose'],
      entry['by'].name,
    ]),
    [
      ['received', '', '', '', 'keeper先生'],
      ['drawn', '', '钱师傅', '检修水泵', 'keeper先生'],
      ['handed_over', '钱师傅', '迅达电梯公司 刘工', '配合年检', 'keeper先生'],
      ['returned', '迅达电梯公司 刘工', '', '', '李前台'],
    ],
  );
  assert.deepEqual(await owed(pump, 'custody_back'), ['cancelled', 'kept'], 'handed on, it is owed of the next');

  const parsed = (who: PersonKey) => entryInput.parse({ act: 'drawn', to: person(who), purpose: '巡查' });
  const both = await Promise.allSettled([
    world.act('desk', enter, pump as never, parsed('guard')),
    world.act('desk2', enter, pump as never, parsed('captain')),
  ]);
  const [refused] = both.filter((answer) => answer.status === 'rejected');
  assert.equal(both.filter((answer) => answer.status === 'fulfilled').length, 1, 'of two at once one has it');
  assert.equal(refused!.reason.code, 'custody.is_drawn');
  await assert.rejects(
    world.database.transact(world.organisation.schema, (tx) =>
      sql`insert into custody_entry (id, item_id, seq, act, state, condition, from_kind, to_kind, happened_at, recorded_at, by_id)
        values (${newId(world.clock.now())}, ${pump}, 6, 'returned', 'in_house', 'good', 'house', 'house', now(), now(),
        ${world.people.desk})`.execute(tx),
    ),
    /does not hold it/,
    'nor does the database take it from whoever does not have it',
  );
  await assert.rejects(
    world.database.transact(world.organisation.schema, (tx) =>
      sql`update custody_entry set to_kind = 'nobody' where item_id = ${pump}`.execute(tx),
    ),
    /never changed/,
  );
});

test('what is due back turns late by itself and is told upward; a mistake is taken back by a counter entry with its reason', async () => {
  world.at('2026-09-03T09:00+08:00');
  assert.equal(
    await does(flat, 'drawn', { to: person('maintenance'), purpose: '验房', dueBack: '2026-09-03T11:00:00+08:00' }),
    'done',
  );
  await world.until('2026-09-03T17:00+08:00');
  assert.deepEqual(await numbers('overdue=true&kind=unit_key'), ['D-1102']);
  assert.ok(
    (await told(world, 'supervisor')).some(({ subject }) => subject.id === flat),
    'whoever stands above heard',
  );
  assert.equal(await post(keeper, `/custody/${flat}/correct`, { seq: 2 }), 'input.malformed', 'not without a reason');
  assert.equal(await post(keeper, `/custody/${flat}/correct`, { seq: 1, reason: '登记错误' }), 'stale');
  assert.equal(await post(keeper, `/custody/${flat}/correct`, { seq: 2, reason: '登记错误，未领用' }), 'done');
  const after = await one(flat);
  assert.deepEqual([after['state'], after['holder'].kind, after['dueBack']], ['in_house', 'house', null]);
  assert.deepEqual(
    after['entries'].map((entry: Line) => [entry['act'], entry['corrected'], entry['remark']]),
    [
      ['received', false, ''],
      ['drawn', true, ''],
      ['corrected', false, '登记错误，未领用'],
    ],
    'both stay',
  );
  assert.equal(await post(keeper, `/custody/${flat}/correct`, { seq: 3, reason: '再改' }), 'custody.corrected');
  assert.equal(await post(keeper, `/custody/${left}/correct`, { seq: 1, reason: '再改' }), 'custody.first_entry');
  assert.deepEqual(await ledger('act=drawn&kind=unit_key'), [], 'what was taken back did not happen');
});

let vehicle: string;

test('a vehicle pass begins with the tenant’s application, is issued once the supervisor approved it, and the register says which are valid today [PASS-01]', async () => {
  world.at('2026-09-04T09:00+08:00');
  vehicle = await register({ kind: 'vehicle_pass', number: 'C-0088', label: '地下车库通行证' });
  const application = newId<'ticket'>(world.clock.now());
  const opened = await desk.send('desk', 'POST', '/tickets', {
    id: application,
    kind: 'vehicle_pass',
    title: '陈先生申请车辆出入证',
    channel: 'counter',
    customerId: world.customers.chen,
    placeId: world.places.flat1202,
    fields: { plate_number: '粤B12345', vehicle: '白色轿车', pass_wanted_until: '2026-09-30' },
  });
  assert.equal(opened.status, 201, JSON.stringify(opened.body));
  const issue = { to: chen(), validUntil: '2026-09-30' };
  assert.equal(await does(vehicle, 'issued', issue), 'custody.no_application');
  const withIt = { ...issue, ticketId: application };
  assert.equal(await does(vehicle, 'issued', withIt), 'custody.not_approved');
  const resolve = () => post('supervisor', `/tickets/${application}/resolve`, { outcome: '已发证' });
  const decide = { approval: 'decision', verdict: 'approved' };
  assert.equal(
    await post('supervisor', `/tickets/${application}/approvals`, decide),
    'ticket.field_missing',
    'not without his papers',
  );
  const papers = ['identity_seen', 'driving_licence_seen', 'vehicle_licence_seen', 'tenancy_seen'];
  const fields = Object.fromEntries(papers.map((key) => [key, true]));
  assert.equal(await post('desk', `/tickets/${application}/approvals`, { ...decide, fields }), 'ticket.not_approver');
  assert.equal(await post('supervisor', `/tickets/${application}/approvals`, { ...decide, fields }), 'done');
  assert.equal(await resolve(), 'custody.none_issued', 'the application ends with its pass');
  assert.equal(await does(vehicle, 'issued', { to: chen(), ticketId: application }), 'custody.until_when');
  assert.equal(await does(vehicle, 'issued', withIt), 'done');
  assert.equal(await resolve(), 'done');
  const [line] = await list('kind=vehicle_pass&valid=true');
  assert.deepEqual(
    [line!['number'], line!['holder'].name, line!['validUntil'], line!['valid'], line!['ticket'].id],
    ['C-0088', '陈先生', '2026-09-30', true, application],
  );
  assert.deepEqual(await numbers(`ticket=${application}`), ['C-0088']);
  const [renewal] = await clocksAbout(world, vehicle);
  assert.deepEqual([renewal!.kind, renewal!.due_at], ['custody_renew', '2026-09-30T16:00:00.000Z']);
});

test('entry and renovation passes are issued to tenants and contractors and recovered, each with who and when [PASS-02]', async () => {
  world.at('2026-09-05T10:00+08:00');
  const entry = await register({ kind: 'entry_pass', number: 'R-001', label: '临时出入证' });
  const works = await register({
    kind: 'renovation_pass',
    number: 'Z-001',
    label: '施工证',
    placeId: world.places.flat1202,
  });
  const firm = { kind: 'outside', name: '恒美装饰 张工' };
  assert.equal(await does(entry, 'issued', { to: firm }), 'custody.until_when');
  assert.equal(await does(entry, 'issued', { to: firm, validUntil: '2026-09-04' }), 'custody.valid_before');
  assert.equal(await does(entry, 'issued', { to: firm, validUntil: '2026-09-20' }), 'done');
  assert.equal(await does(works, 'issued', { to: chen(), validUntil: '2026-09-12' }), 'done');
  await world.until('2026-09-13T12:00+08:00');
  assert.deepEqual(await numbers('valid=true'), ['C-0088', 'R-001']);
  assert.deepEqual(await numbers('valid=false'), ['Z-001'], 'and the expired one is owed to be recovered');
  const mine: Line[] = (await read(keeper, '/work/mine'))['groups'].flatMap((group: Line) => group['items']);
  assert.ok(mine.some((line) => line['subject']?.id === works && line['title'] === 'Z-001 施工证'));
  world.at('2026-09-14T09:00+08:00');
  assert.equal(await does(works, 'withdrawn', { remark: '完工收回' }), 'done');
  assert.equal(await does(entry, 'renewed', { validUntil: '2026-10-20' }), 'done');
  assert.deepEqual(await owed(works, 'custody_renew'), ['late']);
  assert.deepEqual(
    (await ledger('sort=pass&from=2026-09-05T00:00:00%2B08:00'))
      .map((line) => `${line['item'].number} ${line['act']} ${line['to'].name}`.trim())
      .toSorted(),
    [
      'R-001 issued 恒美装饰 张工',
      'R-001 received',
      'R-001 renewed 恒美装饰 张工',
      'Z-001 issued 陈先生',
      'Z-001 received',
      'Z-001 withdrawn',
    ],
  );
});

let drill: string;
let meter: string;

test('assets and tools stand in a register with holder and state and in figures; tools are lent by the day and looked at on return; damage is reported at once [ASST-01] [ASST-02] [ASST-04]', async () => {
  world.at('2026-09-15T09:00+08:00');
  assert.equal(
    await post('supervisor', '/custody', { kind: 'fixed_asset', number: 'A-1', label: '空调' }),
    'custody.needs_worth',
  );
  const worth = { amount: 680_000 };
  await register({ kind: 'fixed_asset', number: 'A-1', label: '柜式空调', worth }, 'supervisor');
  await register({ kind: 'fixed_asset', number: 'A-2', label: '打印机', worth: { amount: 150_050 } }, 'supervisor');
  drill = await register({ kind: 'special_tool', number: 'T-01', label: '冲击钻' }, 'maintenance');
  meter = await register({ kind: 'special_tool', number: 'T-02', label: '绝缘电阻表' }, 'maintenance');
  await register({ kind: 'common_tool', number: 'T-03', label: '人字梯' }, 'maintenance');

  assert.equal(await does(drill, 'drawn', { to: person('plumber'), purpose: '3-1202 维修' }, 'maintenance'), 'done');
  assert.equal(await does(meter, 'drawn', { to: person('electrician'), purpose: '配电房检测' }, 'maintenance'), 'done');
  assert.equal((await one(drill))['dueBack'], '2026-09-16T01:00:00.000Z', 'back within a working day');
  world.at('2026-09-15T17:00+08:00');
  assert.equal(await does(drill, 'returned', { condition: 'damaged' }, 'maintenance'), 'custody.what_happened');
  const report = { whatHappened: '钻头卡死，电机烧毁', cause: '超负荷使用', measures: '送修，提醒操作人' };
  assert.equal(await does(drill, 'returned', { condition: 'damaged', ...report }, 'maintenance'), 'done');
  assert.equal(await does(meter, 'returned', { condition: 'worn' }, 'maintenance'), 'done');
  assert.equal(
    await does(drill, 'drawn', { to: person('plumber'), purpose: '再用' }, 'maintenance'),
    'custody.is_damaged',
  );
  wait(world);
  assert.ok(
    (await told(world, 'supervisor')).some(({ type, subject }) => type === 'custody.damaged' && subject.id === drill),
  );
  const [first] = await ledger('reports=true');
  assert.deepEqual(
    [first!['whatHappened'], first!['cause'], first!['measures'], first!['from'].name, first!['by'].name],
    ['钻头卡死，电机烧毁', '超负荷使用', '送修，提醒操作人', '钱师傅', '赵主管'],
  );
  const loans = await ledger('sort=tool&act=drawn&from=2026-09-15T00:00:00%2B08:00&until=2026-09-16T00:00:00%2B08:00');
  assert.deepEqual(loans.map((line) => line['to'].name).toSorted(), ['褚电工', '钱师傅']);

  const { items } = await read('manager', '/custody/statistics');
  const of = (key: string): Line => items.find((line: Line) => line['kind'].key === key);
  assert.deepEqual(
    [of('special_tool')['total'], of('special_tool')['inHouse'], of('special_tool')['damaged']],
    [2, 2, 1],
  );
  assert.deepEqual(of('fixed_asset')['worth'], [{ amount: 830_050, currency: 'CNY' }]);
  assert.deepEqual(await numbers('damaged=true'), ['T-01']);
  assert.equal(await does(drill, 'mended', {}, 'maintenance'), 'done');
  assert.equal((await one(drill))['condition'], 'good');
});

test('tools are counted month by month; what is otherwise than in the book is settled with its reason by an approver who did not find it [ASST-03] [ASST-05]', async () => {
  world.at('2026-09-16T09:00+08:00');
  const [owedNow] = (await read('maintenance', '/custody-counts?sort=tool'))['items'];
  assert.deepEqual(
    [owedNow['name'].en, owedNow['begins'], owedNow['state'], owedNow['late']],
    ['Monthly count of tools', '2026-09-01', 'due', true],
    'not counted in its first five working days',
  );
  const id: string = owedNow['id'];
  const sheet = async (): Promise<Line> => read('maintenance', `/custody-counts/${id}`);
  assert.equal(await post('maintenance', `/custody-counts/${id}/complete`), 'custody.count_not_begun');
  assert.equal(await post('maintenance', `/custody-counts/${id}/begin`), 'done');
  const lines: Line[] = (await sheet())['sheet'];
  assert.deepEqual(
    lines.map((line) => [line['item'].number, line['expected'].state, line['found']]),
    [
      ['T-01', 'in_house', null],
      ['T-02', 'in_house', null],
      ['T-03', 'in_house', null],
    ],
  );
  const says = async (at: number, found: string, remark = '') => {
    const answer = await desk.send('maintenance', 'PUT', `/custody-counts/${id}/lines/${lines[at]!['id']}`, {
      found,
      remark,
    });
    return answer.status < 300 ? 'done' : answer.body['code'];
  };
  assert.equal(await says(0, 'as_booked'), 'done');
  assert.equal(await says(1, 'in_house'), 'custody.is_booked_there');
  assert.equal(await post('maintenance', `/custody-counts/${id}/complete`), 'custody.count_lines_left');
  assert.equal(await says(1, 'missing', '工具房未见'), 'done');
  assert.equal(await says(2, 'as_booked'), 'done');
  assert.equal(await post('maintenance', `/custody-counts/${id}/lines`, { label: '无编号扳手一把' }), 'done');
  assert.equal(await post('maintenance', `/custody-counts/${id}/complete`), 'done');
  assert.equal(await says(2, 'missing'), 'custody.count_done');
  const settle = (line: Line, body: object, who: PersonKey = 'supervisor') =>
    post(who, `/custody-counts/${id}/lines/${line['id']}/settle`, body);
  const [, missing, , surplus] = (await sheet())['sheet'] as Line[];
  const lost = { as: 'lost', reason: '多方查找未果' };
  assert.equal(await settle(missing!, lost, 'maintenance'), 'right.missing');
  assert.equal(await settle(missing!, { as: 'lost' }), 'input.malformed');
  assert.equal(await settle(missing!, { ...lost, as: 'entered' }), 'custody.not_a_way');
  assert.equal(await settle(lines[0]!, lost), 'custody.no_difference');
  assert.equal(await settle(missing!, lost), 'done');
  assert.equal(await settle(missing!, lost), 'custody.difference_settled');
  assert.equal((await sheet())['state'], 'differences');
  assert.equal(await settle(surplus!, { as: 'explained', reason: '外单位遗留，已归还' }), 'done');
  const done = await sheet();
  assert.deepEqual([done['state'], done['differences'], done['settled']], ['settled', 2, 2]);
  assert.deepEqual([await owed(id, 'custody_count'), await owed(id, 'custody_settle')], [['late'], ['kept']]);
  const gone = await one(meter);
  assert.deepEqual(
    [gone['state'], gone['holder'].kind, gone['entries'].at(-1).remark],
    ['lost', 'nobody', '多方查找未果'],
  );

  const besides = newId<'custody_count'>(world.clock.now());
  assert.equal(await post('desk', '/custody-counts', { id: besides, sort: 'key' }), 'done');
  const keys: Line = await read('desk', `/custody-counts/${besides}`);
  const out = keys['sheet'].find((line: Line) => line['expected'].state === 'drawn');
  const found = { found: 'in_house', remark: '挂在钥匙柜内' };
  await desk.send('desk', 'PUT', `/custody-counts/${besides}/lines/${out.id}`, found);
  for (const line of keys['sheet'].filter((each: Line) => each !== out))
    await desk.send('desk', 'PUT', `/custody-counts/${besides}/lines/${line.id}`, { found: 'as_booked' });
  assert.equal(await post('desk', `/custody-counts/${besides}/complete`), 'done');
  const way = { as: 'found', reason: '归还时漏登' };
  assert.equal(await post('supervisor', `/custody-counts/${besides}/lines/${out.id}/settle`, way), 'done');
  assert.equal((await one(pump))['state'], 'in_house');
});

test('the month’s key report and table of permits are owed, computed, lead to their entries, and go to the centre manager [KEYS-03] [KEYS-04] [PASS-03] [REPT-10]', async () => {
  world.at('2026-09-20T09:00+08:00');
  assert.equal(await does(left, 'handed_out', { to: chen(), purpose: '取回寄存钥匙' }), 'done');
  await world.until('2026-10-01T10:00+08:00');
  const reports = async (key: string): Promise<Line> =>
    (await read('manager', `/summaries?report=${key}`))['items'].find((line: Line) => line['begins'] === '2026-09-01');
  const keys = await reports('key_management');
  const permits = await reports('permit_statistics');
  assert.deepEqual([keys['owner'].name, permits['owner'].name], ['keeper先生', 'keeper先生']);
  const page: Line = await read(keeper, `/summaries/${keys['id']}`);
  assert.deepEqual(page['service'].figures, [], 'it holds keys, and no figures of the whole service');
  const counts = (line: Line) => [line['kind'], line['received'].n, line['inCustody'].n, line['handedOut'].n];
  assert.deepEqual(page['upward'].keys.map(counts), [
    ['public_key', 1, 1, 0],
    ['unit_key', 1, 1, 0],
    ['tenant_key', 1, 0, 1],
  ]);
  const { items } = await read('manager', page['upward'].keys[2].records.replace('/api', ''));
  assert.deepEqual(
    items.map((line: Line) => line['act']),
    ['handed_out', 'received'],
  );
  const table: Line = await read(keeper, `/summaries/${permits['id']}`);
  const said = (key: string): Line => table['upward'].permits.find((line: Line) => line['kind'] === key);
  assert.deepEqual([said('vehicle_pass')['issued'].n, said('vehicle_pass')['valid'].n], [1, 1]);
  assert.deepEqual([said('renovation_pass')['issued'].n, said('renovation_pass')['withdrawn'].n], [1, 1]);
  assert.deepEqual([said('entry_pass')['renewed'].n, said('owner_certificate')['issued'].n], [1, 0]);
  for (const { id } of [keys, permits]) {
    const send = { text: '台账与实物相符', measures: '', lateBecause: '', signedAs: 'keeper先生' };
    assert.equal(await post('desk', `/summaries/${id}/submit`, send), 'right.missing');
    assert.equal(await post(keeper, `/summaries/${id}/submit`, send), 'done');
    const sent: Line = await read('manager', `/summaries/${id}`);
    assert.deepEqual([sent['addresseePost'].name.en, sent['brought'][0].person.name], ['Centre manager', '许经理']);
    assert.equal(await post('manager', `/summaries/${id}/receive`), 'done');
    const document = await desk.take('manager', 'GET', `/summaries/${id}/document?format=xlsx`);
    assert.equal(document.status, 200);
  }
  assert.equal(await does(vehicle, 'lost', { whatHappened: '钱包遗失' }), 'done');
  const unchanged: Line = await read('manager', `/summaries/${permits['id']}`);
  assert.deepEqual(unchanged['upward'].permits, table['upward'].permits, 'what was sent stays as it stood');
});
