import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newId } from '../../src/kernel/id.ts';
import { beginDay } from '../../src/reactions/attendance.ts';
import { offerServicesOf } from '../../src/reactions/offer-services.ts';
import { installPlans } from '../../src/round/commands/install-plans.ts';
import { domainRoutes } from '../../src/routes.ts';
import type { Desk } from '../desk-server.ts';
import { deskOf } from '../desk-server.ts';
import { doorsOf } from '../doors.ts';
import { beginOnly, clocksAbout, hire, wait } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

/** The two assistants of the service centre through one day: what each does, and who does not do it in his place. */

type Row = Record<string, any>;
const TODAY = '2026-09-28';
let world: World;
let desk: Desk;
let permits: PersonKey;
let relief: PersonKey;
before(async () => {
  world = await freshWorld();
  permits = await hire(world, 'permits', 'permits_keys_assistant');
  relief = await hire(world, 'relief', 'permits_keys_assistant');
  await beginOnly(world, installPlans, beginDay, (context) => offerServicesOf(context, 'property'));
  desk = await deskOf(world, domainRoutes);
});
after(async () => {
  await desk.close();
  await world.drop();
});

const { post, read, refusedTo } = doorsOf(() => desk);
const items = async (who: PersonKey, path: string): Promise<Row[]> => (await read(who, path))['items'];
/** What was made: its id. */
const made = async (who: PersonKey, path: string, body: object): Promise<string> => {
  const answer = await desk.send(who, 'POST', path, body);
  assert.ok(answer.status < 300, `${who} ${path}: ${JSON.stringify(answer.body)}`);
  return answer.body['id'];
};
const outcomes = async (id: string, kind: string) =>
  (await clocksAbout(world, id)).filter((one) => one.kind === kind).map(({ outcome }) => outcome);
const stageOf = async (who: PersonKey, id: string) => (await read(who, `/tickets/${id}`))['stage'].key;

/** Fields of a matter, on the version that stands: also by whoever does not see it. */
const fill = async (who: PersonKey, id: string, fields: object): Promise<string> => {
  const { version } = await read('supervisor', `/tickets/${id}`);
  const { status, body } = await desk.send(who, 'PATCH', `/tickets/${id}`, { version, fields });
  return status < 300 ? 'done' : body['code'];
};

const household = () => ({ customerId: world.customers.chen, placeId: world.places.flat1202 });
const person = (who: PersonKey) => ({ kind: 'person', id: world.people[who] });
const opens = (who: PersonKey, kind: string, fields: object) =>
  made(who, '/tickets', { kind, title: '办理手续', channel: 'counter', ...household(), fields });
const give = (who: PersonKey, id: string, approval: string, over: object = {}) =>
  post(who, `/tickets/${id}/approvals`, { approval, verdict: 'approved', ...over });
const issue = (who: PersonKey, ticketId: string, kind: string) => post(who, '/custody/issued', { ticketId, kind });
const enter = (who: PersonKey, id: string, act: string, said: object = {}) =>
  post(who, `/custody/${id}/entries`, { act, ...said });
const register = async (query: string) =>
  (await items('supervisor', `/custody/issued?${query}`)).map((one) => [one['number'], one['issuedBy'].name]);

/** He looks at each paper that was brought; until then nothing is prepared, and `others` look at none. */
async function checksPapers(who: PersonKey, id: string, others: readonly PersonKey[]): Promise<void> {
  const looks = (await items(who, `/tickets/${id}/papers`)).map(({ key, pieces }) => ({
    paper: key,
    state: 'in_order',
    pieces,
  }));
  for (const other of others)
    assert.match(await post(other, `/tickets/${id}/papers`, { looks }), /^right\.|^formality\.not_checker/, other);
  assert.equal(await post(who, `/tickets/${id}/papers`, { looks }), 'done');
  for (const paper of await items('supervisor', `/tickets/${id}/papers`))
    assert.deepEqual(
      paper['looks'].map((one: Row) => [one['state'], one['by'].id]),
      [['in_order', world.people[who]]],
    );
}

/** A key is registered, drawn, handed over and comes back; who has it is known at each moment. */
async function keepsKey(who: PersonKey, number: string, others: readonly PersonKey[]): Promise<void> {
  const key = { kind: 'public_key', number, label: '3栋水泵房', placeId: world.places.corridor };
  for (const other of others) assert.equal(await post(other, '/custody', key), 'right.missing', other);
  const id = await made(who, '/custody', key);
  const acts = [
    ['drawn', { to: person('plumber'), purpose: '检修水泵' }, world.people.plumber],
    ['handed_over', { to: person('fitter'), purpose: '换班' }, world.people.fitter],
    ['returned', { condition: 'good' }, null],
  ] as const;
  for (const [act, said, holder] of acts) {
    for (const other of others) assert.equal(await enter(other, id, act, said), 'right.missing', `${other} ${act}`);
    assert.equal(await enter(who, id, act, said), 'done', act);
    assert.equal((await read(who, `/custody/${id}`))['holder'].id, holder, act);
  }
  assert.deepEqual(
    (await read('supervisor', `/custody/${id}`))['entries'].map((one: Row) => [one['act'], one['by'].id]),
    ['received', 'drawn', 'handed_over', 'returned'].map((act) => [act, world.people[who]]),
  );
}

/** His diary of the day is owed, draws itself up from what he did, is closed by him, and read by whoever stands above him. */
async function keepsDiary(who: PersonKey, did: readonly string[], other: PersonKey): Promise<void> {
  const [owed] = await items('supervisor', `/diaries?person=${world.people[who]}`);
  assert.deepEqual([owed!['day'], owed!['owed'], owed!['closedAt']], [TODAY, true, null]);
  const { lines } = await read(who, '/diary');
  const whats = lines.map((one: Row) => one['what']);
  for (const what of did) assert.ok(whats.includes(what), `${what} is not among ${whats.join()}`);
  const of = `/diary?person=${world.people[who]}&day=${TODAY}`;
  for (const one of [other, 'guard', 'desk'] as const)
    assert.equal(await refusedTo(one, of), 'right.out_of_scope', one);
  assert.equal(await post(other, '/diary/close', { day: TODAY, done: '修水泵' }), 'done');
  assert.deepEqual(
    [(await read(other, '/diary'))['owed'], (await read(who, '/diary'))['closedAt']],
    [false, null],
    'what another closes is his own, which nobody asked of him',
  );
  assert.equal(await post(who, '/diary/close', { day: TODAY, done: '整理台账', next: '回访 3-1202' }), 'done');
  const closed = await read('supervisor', of);
  assert.deepEqual(
    [closed['done'], closed['next'], closed['late'], closed['lines'].length],
    ['整理台账', '回访 3-1202', false, lines.length],
  );
  assert.equal(await post(who, '/diary/close', { day: TODAY, done: '补记' }), 'diary.closed');
  assert.deepEqual(await outcomes(owed!['id'], 'work_diary'), ['kept']);
}

test('the assistant receives visits and calls, makes work orders, follows them, calls back, bills paid services, prepares permits, keeps keys and a diary; others do not in his place [ROLE-04]', async (t) => {
  const mine = (path: string) => items('assistant', path);
  let id: string;

  await t.test('receives visits', async () => {
    const visitor = { name: '李先生', purpose: 'consultation', wantedId: world.people.manager };
    assert.equal(await post('plumber', '/arrivals', visitor), 'right.missing');
    assert.equal(await refusedTo('plumber', '/arrivals'), 'right.missing');
    const arrival = await made('assistant', '/arrivals', visitor);
    assert.equal(await post('plumber', `/arrivals/${arrival}/take`), 'right.missing');
    assert.equal(await post('assistant', `/arrivals/${arrival}/take`), 'done');
    const [here] = await items('desk', '/arrivals');
    assert.deepEqual([here!['by'].name, here!['takenBy'].name], ['吕助理', '吕助理']);
    const leaves = { outcome: 'settled', words: '已答复装修时间' };
    assert.equal(await post('plumber', `/arrivals/${arrival}/leave`, leaves), 'right.missing');
    assert.equal(await post('assistant', `/arrivals/${arrival}/leave`, leaves), 'done');
    const [visit] = await items('supervisor', '/contacts?book=visits');
    assert.deepEqual(
      [visit!['callerName'], visit!['purpose'], visit!['outcome'], visit!['receiver'].name],
      ['李先生', 'consultation', '已答复装修时间', '吕助理'],
    );
  });

  await t.test('receives calls', async () => {
    const call = { channel: 'phone', purpose: 'repair', rings: 2, need: '厨房龙头滴水', ...household() };
    assert.equal(await post('plumber', '/contacts', call), 'right.missing');
    const contact = await made('assistant', '/contacts', call);
    const [heard] = await items('supervisor', `/calls?by=${world.people.assistant}`);
    assert.deepEqual(
      [heard!['byHand'], heard!['rings'], heard!['outcome'], heard!['customer'].name],
      [true, 2, 'answered', '陈先生'],
    );
    assert.equal((await read('supervisor', `/contacts/${contact}`))['need'], '厨房龙头滴水');
  });

  await t.test('makes work orders', async () => {
    const repair = { kind: 'repair_private', title: '厨房龙头滴水', channel: 'phone', ...household() };
    const matter = { ...repair, fields: { trouble: 'plumbing' } };
    assert.equal(await post('plumber', '/tickets', matter), 'right.missing');
    id = await made('assistant', '/tickets', matter);
    const order = {
      departmentId: world.departments['engineering'],
      personId: world.people.plumber,
      task: '上门修龙头',
    };
    for (const who of ['plumber', 'guard', permits] as const)
      assert.equal(await post(who, `/tickets/${id}/work-orders`, order), 'right.missing', who);
    assert.equal(await post('assistant', `/tickets/${id}/work-orders`, order), 'done');
    const ticket = await read('supervisor', `/tickets/${id}`);
    assert.deepEqual(
      [ticket['owner'].name, ticket['workOrders'].map((one: Row) => one['task'])],
      ['吕助理', ['上门修龙头']],
    );
  });

  await t.test('follows them until they are settled', async () => {
    const note = { ticketId: id, dueAt: `${TODAY}T15:00:00+08:00`, words: '问钱师傅修好没有' };
    assert.equal(await post('guard', '/reminders', note), 'right.out_of_scope');
    assert.equal(await post('assistant', '/reminders', note), 'done');
    assert.deepEqual(
      (await mine(`/reminders?ticket=${id}`)).map((one) => one['words']),
      ['问钱师傅修好没有'],
    );
    const urging = { onBehalfOf: 'customer', words: '客户催促' };
    assert.equal(await post('guard', `/tickets/${id}/urgings`, urging), 'right.out_of_scope');
    assert.equal(await post('assistant', `/tickets/${id}/urgings`, urging), 'done');
    const told = (await items('supervisor', `/tickets/${id}/timeline`)).map((one) => one['type']);
    assert.ok(told.includes('ticket.urged'), told.join());
    const [order] = (await read('assistant', `/tickets/${id}`))['workOrders'];
    assert.equal(await post('plumber', `/work-orders/${order.id}/accept`), 'done');
    const result = { findings: '阀芯磨损', measures: '更换阀芯', minutes: 30 };
    assert.equal(await post('plumber', `/work-orders/${order.id}/finish`, result), 'done');
    const settled = { outcome: '已换阀芯', fields: { found_cause: '阀芯磨损' } };
    for (const who of ['guard', 'desk', 'fitter'] as const)
      assert.equal(await post(who, `/tickets/${id}/resolve`, settled), 'right.out_of_scope', who);
    assert.equal(await post('assistant', `/tickets/${id}/resolve`, settled), 'done');
    assert.equal((await read('supervisor', `/tickets/${id}`))['outcome'], '已换阀芯');
  });

  await t.test('calls back', async () => {
    const result = { channel: 'phone', text: '龙头已修好' };
    assert.equal(await post('desk', `/tickets/${id}/tell`, result), 'right.out_of_scope');
    assert.equal(await post('assistant', `/tickets/${id}/tell`, result), 'done');
    const [visit] = await mine('/return-visits?mine=true');
    assert.equal(visit!['ticket'].id, id, 'it is his to call back');
    const said = { channel: 'phone', reachedWhom: '陈先生', satisfaction: 5, opinion: '很快' };
    for (const who of ['plumber', 'guard', permits] as const)
      assert.equal(await post(who, `/return-visits/${visit!['id']}/make`, said), 'right.missing', who);
    assert.equal(await post('assistant', `/return-visits/${visit!['id']}/make`, said), 'done');
    const [slip] = await items('supervisor', `/return-visits/record?by=${world.people.assistant}`);
    assert.deepEqual(
      [slip!['ticket'].id, slip!['channel'], slip!['reachedWhom'], slip!['satisfaction'], slip!['opinion']],
      [id, 'phone', '陈先生', 5, '很快'],
    );
    assert.deepEqual(await outcomes(visit!['id'], 'return_visit'), ['kept']);
    assert.equal(await post('desk', `/tickets/${id}/close`), 'right.out_of_scope');
    assert.equal(await post('assistant', `/tickets/${id}/close`), 'done');
    assert.equal(await stageOf('supervisor', id), 'closed');
  });

  await t.test('bills paid services', async () => {
    const offering = (await mine('/offerings?services=true')).find(
      ({ name }) => name.en === 'Air conditioner cleaning',
    );
    const wish = { ...household(), fromAt: `${TODAY}T10:00:00+08:00`, untilAt: `${TODAY}T12:00:00+08:00` };
    const ordered = `/offerings/${offering!['id']}/open`;
    assert.match(await post('plumber', ordered, wish), /^right\./);
    const { ticketId } = (await desk.send('assistant', 'POST', ordered, wish)).body;
    const [order] = (await read('assistant', `/tickets/${ticketId}`))['workOrders'];
    const bill = { workOrderId: order.id, item: 'paid_service', quantity: 2 };
    assert.equal(await post('assistant', '/charges', bill), 'charge.order_not_done');
    const goes = { personId: world.people.plumber };
    assert.equal(await post('maintenance', `/work-orders/${order.id}/accept`, goes), 'done');
    const result = { findings: '积尘', measures: '清洗两台', minutes: 60 };
    assert.equal(await post('plumber', `/work-orders/${order.id}/finish`, result), 'done');
    for (const who of ['plumber', 'guard', permits] as const)
      assert.equal(await post(who, '/charges', bill), 'right.missing', who);
    const charge = await made('assistant', '/charges', bill);
    assert.equal(await post('assistant', '/charges', bill), 'charge.order_charged');
    const billed = await read('supervisor', `/charges/${charge}`);
    assert.deepEqual(
      [billed['amount'], billed['open'], billed['customer'].name, billed['ticket'].id, billed['by'].name],
      [16_000, 16_000, '陈先生', ticketId, '吕助理'],
    );
  });

  await t.test('prepares and issues permits; the supervisor decides', async () => {
    const application = await opens('assistant', 'management_formality', { formality: 'residence', purpose: '入学' });
    assert.equal(await give('assistant', application, 'formality_preparation'), 'formality.paper_missing');
    await checksPapers('assistant', application, ['desk', 'plumber', 'guard']);
    for (const who of ['desk', 'maintenance'] as const)
      assert.equal(await give(who, application, 'formality_preparation'), 'ticket.not_approver', who);
    assert.equal(await give('assistant', application, 'formality_preparation'), 'done');
    assert.equal(await stageOf('supervisor', application), 'prepared');
    assert.equal(await give('assistant', application, 'formality_decision'), 'ticket.not_approver');
    assert.equal(await give('supervisor', application, 'formality_decision'), 'done');
    for (const who of ['plumber', 'guard'] as const)
      assert.equal(await issue(who, application, 'management_paper'), 'right.missing', who);
    assert.equal(await issue('assistant', application, 'management_paper'), 'done');
    assert.deepEqual(await register(`ticket=${application}`), [['SX-2026-001', '吕助理']]);
  });

  await t.test('keeps keys', () => keepsKey('assistant', 'G-017', ['plumber', 'guard']));

  await t.test('keeps a diary', () =>
    keepsDiary('assistant', ['contact', 'opened', 'sent', 'told', 'resolved', 'visited', 'closed'], 'plumber'),
  );
});

test('the permits and keys assistant keeps keys, issues vehicle passes and permits, carries agency services, patrols, keeps a diary and hands his shift over; others do not in his place [ROLE-20]', async (t) => {
  await t.test('keeps keys', () => keepsKey(permits, 'G-018', ['plumber', 'guard']));

  await t.test('issues and recovers vehicle passes', async () => {
    const application = await opens(permits, 'vehicle_pass', {
      plate_number: '粤B12345',
      vehicle: '白色轿车',
      pass_wanted_until: '2026-12-31',
    });
    const seen = ['identity_seen', 'driving_licence_seen', 'vehicle_licence_seen', 'tenancy_seen'];
    const papers = Object.fromEntries(seen.map((key) => [key, true]));
    for (const who of ['plumber', 'guard', 'desk'] as const)
      assert.match(await fill(who, application, papers), /^right\./, who);
    assert.equal(await fill(permits, application, papers), 'done', 'he looks at the papers');
    const blank = { kind: 'vehicle_pass', number: 'C-0088', label: '地下车库通行证' };
    assert.equal(await post('guard', '/custody', blank), 'right.missing');
    const pass = await made(permits, '/custody', blank);
    const out = {
      to: { kind: 'customer', id: world.customers.chen },
      validUntil: '2026-12-31',
      ticketId: application,
    };
    assert.equal(await enter(permits, pass, 'issued', out), 'custody.not_approved');
    assert.equal(await give(permits, application, 'decision'), 'ticket.not_approver');
    assert.equal(await give('supervisor', application, 'decision'), 'done');
    for (const who of ['plumber', 'guard'] as const)
      assert.equal(await enter(who, pass, 'issued', out), 'right.missing', who);
    assert.equal(await enter(permits, pass, 'issued', out), 'done');
    for (const who of ['desk', 'guard'] as const)
      assert.equal(
        await post(who, `/tickets/${application}/resolve`, { outcome: '已发证' }),
        'right.out_of_scope',
        who,
      );
    assert.equal(await post(permits, `/tickets/${application}/resolve`, { outcome: '已发证' }), 'done');
    const valid = () => items('supervisor', '/custody?kind=vehicle_pass&valid=true');
    assert.deepEqual(
      (await valid()).map((one) => [one['number'], one['holder'].name, one['validUntil'], one['ticket'].id]),
      [['C-0088', '陈先生', '2026-12-31', application]],
    );
    wait(world, 60);
    for (const who of ['plumber', 'guard'] as const)
      assert.equal(await enter(who, pass, 'withdrawn', { remark: '退租' }), 'right.missing', who);
    assert.equal(await enter(permits, pass, 'withdrawn', { remark: '退租' }), 'done');
    assert.deepEqual(await valid(), []);
  });

  await t.test('prepares and issues permits: certificates on an application, passes to contractors', async () => {
    const fields = { certificate: 'owner', asked_as: 'new', holder: '陈先生' };
    const application = await opens(permits, 'certificate', fields);
    await checksPapers(permits, application, ['desk', 'plumber', 'guard']);
    assert.equal(await give('desk', application, 'formality_preparation'), 'ticket.not_approver');
    assert.equal(await give(permits, application, 'formality_preparation'), 'done');
    assert.equal(await give(permits, application, 'formality_decision'), 'ticket.not_approver');
    assert.equal(await give('supervisor', application, 'formality_decision'), 'done');
    for (const who of ['plumber', 'guard'] as const)
      assert.equal(await issue(who, application, 'owner_certificate'), 'right.missing', who);
    assert.equal(await issue(permits, application, 'owner_certificate'), 'done');
    assert.deepEqual(await register(`ticket=${application}`), [['YZ-2026-001', 'permits先生']]);

    const firm = { to: { kind: 'outside', name: '恒美装饰 张工' }, validUntil: '2026-10-31' };
    for (const [kind, number] of [
      ['entry_pass', 'R-001'],
      ['renovation_pass', 'Z-001'],
    ] as const) {
      const pass = { kind, number, label: '施工人员', placeId: world.places.flat1202 };
      assert.equal(await post('guard', '/custody', pass), 'right.missing', kind);
      const id = await made(permits, '/custody', pass);
      assert.equal(await enter('guard', id, 'issued', firm), 'right.missing', kind);
      assert.equal(await enter(permits, id, 'issued', firm), 'done', kind);
      assert.deepEqual(await register(`kind=${kind}&state=valid`), [[number, 'permits先生']]);
    }
  });

  await t.test('carries agency services from the papers to the line in service', async () => {
    const wish = { service: 'telephone', wish: 'begin', from_day: '2026-10-10' };
    const request = { kind: 'agency_request', title: '装电话', channel: 'counter', ...household(), fields: wish };
    assert.equal(await post('plumber', '/tickets', request), 'right.missing');
    const id = await opens(permits, 'agency_request', wish);
    await checksPapers(permits, id, ['plumber', 'guard', 'cashier']);
    assert.equal(await give('cashier', id, 'agency_papers'), 'ticket.not_approver');
    assert.equal(await give(permits, id, 'agency_papers'), 'done');
    const steps = [
      ['applied', { provider: '中国电信', applied_on: TODAY }],
      ['accepted', { provider_number: 'DX-778', expected_on: '2026-10-09' }],
    ] as const;
    for (const [stage, fields] of steps) {
      for (const who of ['guard', 'desk'] as const) {
        assert.equal(await fill(who, id, fields), 'right.out_of_scope', `${who} ${stage}`);
        assert.equal(await post(who, `/tickets/${id}/stage`, { stage }), 'right.out_of_scope', `${who} ${stage}`);
      }
      assert.equal(await fill(permits, id, fields), 'done');
      assert.equal(await post(permits, `/tickets/${id}/stage`, { stage }), 'done');
      assert.equal(await stageOf('supervisor', id), stage);
    }
    const inService = { outcome: '电话已开通', fields: { provided: true, in_service_on: TODAY } };
    assert.equal(await post('guard', `/tickets/${id}/resolve`, inService), 'right.out_of_scope');
    assert.equal(await post(permits, `/tickets/${id}/resolve`, inService), 'done');
    assert.equal((await read('supervisor', `/tickets/${id}`))['outcome'], '电话已开通');
  });

  await t.test('patrols whenever he goes', async () => {
    const [street] = await items(permits, '/patrols');
    const id = newId<'round'>(world.clock.now());
    const planId = street!['id'];
    for (const who of ['desk', 'guard', 'plumber'] as const)
      assert.equal(await post(who, '/patrols', { planId }), 'round.not_your_patrol', who);
    assert.equal(await post(permits, '/patrols', { id, planId }), 'done');
    const fault = { result: 'fault', note: '绿篱枯死', way: 'suggested', measures: '补种红叶石楠' };
    for (const line of ['public_facilities', 'equipment', 'security', 'greening', 'cleaning']) {
      const found = { line, ...(line === 'greening' ? fault : { result: 'ok' }) };
      for (const who of ['desk', 'guard', relief] as const)
        assert.match(await post(who, `/rounds/${id}/results`, found), /^round\.not_yours|^right\./, who);
      assert.equal(await post(permits, `/rounds/${id}/results`, found), 'done', line);
    }
    assert.equal(await post('desk', `/rounds/${id}/complete`), 'round.not_yours');
    assert.equal(await post(permits, `/rounds/${id}/complete`), 'done');
    assert.deepEqual(
      (await items('manager', '/round-findings')).map((one) => [
        one['note'],
        one['measures'],
        one['by'].name,
        one['answer'].department.name.en,
      ]),
      [['绿篱枯死', '补种红叶石楠', 'permits先生', 'Cleaning and greening']],
    );
    assert.deepEqual(await outcomes(id, 'round'), ['kept']);
  });

  await t.test('hands his shift over, and the next at his post takes it', async () => {
    const owed = await world.read((tx) =>
      tx
        .selectFrom('handover_day')
        .select('id')
        .where('post_id', '=', world.posts['permits_keys_assistant']!)
        .executeTakeFirstOrThrow(),
    );
    const left = await opens(permits, 'certificate', {
      certificate: 'owner',
      asked_as: 'replacement',
      holder: '陈先生',
    });
    const { post: at, lines } = await read(permits, `/shift-notes/open?post=${world.posts['permits_keys_assistant']}`);
    assert.ok(lines.some((one: Row) => one['id'] === left));
    const note = { postId: at.id, lastId: null, toId: world.people[relief], text: '陈先生业主证待补资料' };
    for (const who of ['desk', 'guard', 'assistant'] as const)
      assert.equal(await post(who, '/shift-notes', note), 'shift_note.not_your_post', who);
    assert.equal(await post('plumber', '/shift-notes', note), 'right.missing');
    const id = await made(permits, '/shift-notes', note);
    for (const who of ['desk', 'guard'] as const)
      assert.equal(await post(who, `/shift-notes/${id}/accept`), 'shift_note.not_for_you', who);
    assert.equal(await post(relief, `/shift-notes/${id}/accept`, { remark: '已清点钥匙' }), 'done');
    const [taken] = await items('supervisor', `/shift-notes?post=${at.id}`);
    assert.deepEqual(
      [taken!['by'].name, taken!['acceptedBy'].name, taken!['text'], taken!['remark'], taken!['late']],
      ['permits先生', 'relief先生', '陈先生业主证待补资料', '已清点钥匙', false],
    );
    assert.deepEqual(await outcomes(owed.id, 'hand_over_shift'), ['kept'], 'what his post owes of the day');
  });

  await t.test('keeps a diary', () => keepsDiary(permits, ['opened', 'resolved', 'round', 'handed_over'], 'fitter'));
});
